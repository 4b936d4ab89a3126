import { strings } from '../../../shared/strings/strings.ts';
import styles from './diagnostics.module.css';
import { groups } from './view-model.ts';

/** The page before anything has been found: every check by name, in its place. */
export function CheckSkeleton() {
  return groups.map((group) => (
    <section key={group.id} className={`${styles.card} ${styles.group}`} aria-busy="true">
      <h2>{strings.diagnostics.groups[group.id]}</h2>
      <ul>
        {group.checks.map((id) => (
          <li key={id} className={styles.check}>
            <span className={styles.disc} />
            <h3 className={styles.name}>{strings.diagnostics.checks[id]}</h3>
            <span className={styles.found}>
              <span className={styles.line} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
