import { openDiagnostics } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import styles from './settings.module.css';
import { Card } from './card.tsx';

const words = strings.diagnostics;

/** The way to the page that finds out why something does not work. */
export function Support() {
  return (
    <Card place="support">
      <div className={styles.actions}>
        <Button onClick={openDiagnostics}>{words.openPage}</Button>
      </div>
    </Card>
  );
}
