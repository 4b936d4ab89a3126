import { en } from '../strings/en.ts';
import styles from './skeleton.module.css';

/** Rows in the shape of those that are coming. */
export function SkeletonRows(props: { readonly rows?: number }) {
  return (
    <div role="status" aria-label={en.app.loading} className={styles.rows}>
      {Array.from({ length: props.rows ?? 8 }, (_, index) => (
        <div key={index} className={styles.row}>
          <span className={styles.disc} />
          <span className={styles.lines}>
            <span className={styles.line} />
            <span className={styles.line} />
          </span>
        </div>
      ))}
    </div>
  );
}
