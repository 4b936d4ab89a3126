import type { CardsView } from '../../../shared/model/cards.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { call } from '../../app/bridge.ts';
import { timeOfDay } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import styles from './card.module.css';

/** Links are kept quiet: until when, what came meanwhile, and the way back. */
export function SilenceLine(props: { readonly silence: NonNullable<CardsView['silence']> }) {
  const { until, count } = props.silence;
  return (
    <div className={styles.silence} role="status">
      <p>
        {strings.cards.silent(timeOfDay(until))}
        {count > 0 && ` · ${strings.cards.silentCount(count)}`}
      </p>
      <Button variant="quiet" onClick={() => void call('cards.end-silence', undefined)}>
        {strings.cards.endSilence}
      </Button>
    </div>
  );
}
