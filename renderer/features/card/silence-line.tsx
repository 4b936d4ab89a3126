import type { CardsView } from '../../../shared/model/cards.ts';
import { en } from '../../../shared/strings/en.ts';
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
        {en.cards.silent(timeOfDay(until))}
        {count > 0 && ` · ${en.cards.silentCount(count)}`}
      </p>
      <Button variant="quiet" onClick={() => void call('cards.end-silence', undefined)}>
        {en.cards.endSilence}
      </Button>
    </div>
  );
}
