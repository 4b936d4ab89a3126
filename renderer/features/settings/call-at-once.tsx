import { strings } from '../../../shared/strings/strings.ts';
import { call } from '../../app/bridge.ts';
import { timeOfDay } from '../../app/format.ts';
import { useCards } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import styles from './settings.module.css';
import { Card } from './card.tsx';
import { OnOff } from './on-off.tsx';

const words = strings.cards.atOnce;

/** What a click on a phone link does: a card first, or the call itself. */
export function CallAtOnce() {
  return (
    <Card place="call-at-once">
      <OnOff
        name="callAtOnce"
        label={words.label}
        on={words.on}
        off={words.off}
        first="off"
        advice={words.advice}
      />
      <Silence />
    </Card>
  );
}

/** Links that are kept quiet have no card to end that from. */
function Silence() {
  const silence = useCards().data?.silence;
  if (silence === undefined) return null;
  return (
    <div className={styles.actions}>
      <p>{strings.cards.silent(timeOfDay(silence.until))}</p>
      <Button onClick={() => void call('cards.end-silence', undefined)}>
        {strings.cards.endSilence}
      </Button>
    </div>
  );
}
