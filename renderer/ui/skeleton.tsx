import { strings } from '../../shared/strings/strings.ts';
import styles from './skeleton.module.css';

/** Rows in the shape of those that are coming. */
export function SkeletonRows(props: { readonly rows?: number }) {
  return (
    <div role="status" aria-label={strings.app.loading} className={styles.rows}>
      {Array.from({ length: props.rows ?? 8 }, (_, index) => (
        <SkeletonRow key={index} />
      ))}
    </div>
  );
}

/** One row in the shape of the one that is coming. */
export function SkeletonRow() {
  return (
    <div className={styles.row}>
      <span className={styles.disc} />
      <span className={styles.lines}>
        <span className={styles.line} />
        <span className={styles.line} />
      </span>
    </div>
  );
}
