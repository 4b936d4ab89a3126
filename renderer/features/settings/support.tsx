import { openDiagnostics } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import styles from './settings.module.css';

const words = strings.diagnostics;

/** The way to the page that finds out why something does not work. */
export function Support() {
  return (
    <section className={styles.card} aria-labelledby="support">
      <h2 id="support">{words.title}</h2>
      <p className={styles.advice}>{words.openAdvice}</p>
      <div className={styles.actions}>
        <Button onClick={openDiagnostics}>{words.openPage}</Button>
      </div>
    </section>
  );
}
