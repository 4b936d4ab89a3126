import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import styles from './composer.module.css';
import type { Composing } from './composing.ts';

/** Which fields still stand in the text; to several, with the way to fill them in for each. */
export function OpenFields(props: { readonly id: string; readonly composing: Composing }) {
  const { openFields, recipientCount, onEach } = props.composing;
  if (openFields === undefined) return null;
  return (
    <p id={props.id} className={cx(styles.note, styles.openFields)}>
      {openFields}{' '}
      {onEach && recipientCount > 1 && (
        <Button variant="quiet" className={styles.inNote} onClick={onEach}>
          {strings.templates.toEach}
        </Button>
      )}
    </p>
  );
}
