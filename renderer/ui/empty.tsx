import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** A place with nothing in it: one sentence and the first thing to do. */
export function Empty(props: {
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <span className={styles.icon} aria-hidden="true">
        {props.icon}
      </span>
      <p>{props.children}</p>
      {props.action}
    </div>
  );
}
