import type { ReactNode } from 'react';
import styles from './parts.module.css';

/**
 * Short facts with a dot between them: *7:42 their time · San Francisco, CA*. A line breaks between two
 * of them rather than within one, and has no dot where it ends or begins.
 */
export function Parts(props: {
  readonly parts: readonly { readonly key: string; readonly part: ReactNode }[];
}) {
  return (
    <span className={styles.parts}>
      <span className={styles.line}>
        {props.parts.map(({ key, part }, index) => (
          <span key={key} className={styles.part}>
            {index > 0 && <span className={styles.dot}> · </span>}
            {part}
          </span>
        ))}
      </span>
    </span>
  );
}
