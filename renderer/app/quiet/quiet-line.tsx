import { strings } from '../../../shared/strings/strings.ts';
import { QuietMenu } from './quiet-menu.tsx';
import styles from './quiet.module.css';

/** Do not disturb, by name. */
export function QuietLine() {
  return (
    <div className={styles.line}>
      <span>{strings.notifications.quiet.title}</span>
      <QuietMenu />
    </div>
  );
}
