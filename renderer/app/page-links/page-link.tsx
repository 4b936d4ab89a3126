import type { ReactNode } from 'react';
import styles from './page-link.module.css';
import { askLink } from './store.ts';

/** The address of a page in a text: asks before it leads anywhere. The page has a `PageLinkPlace`. */
export function PageLink(props: {
  readonly url: string;
  /** As it is written there. */
  readonly children: ReactNode;
  readonly tabIndex?: 0 | -1 | undefined;
}) {
  return (
    <button
      type="button"
      className={styles.link}
      tabIndex={props.tabIndex}
      aria-haspopup="dialog"
      onClick={() => askLink(props.url)}
    >
      {props.children}
    </button>
  );
}
