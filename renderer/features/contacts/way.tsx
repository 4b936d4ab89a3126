import type { ReactNode } from 'react';
import styles from './contacts.module.css';

/** One thing about calling someone: what it is, what it stands at, and how to change it. */
export function Way(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.way}>
      <span className={styles.wayLabel}>{props.label}</span>
      <div>{props.children}</div>
    </div>
  );
}
