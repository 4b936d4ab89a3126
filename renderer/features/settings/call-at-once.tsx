import { strings } from '../../../shared/strings/strings.ts';
import { call } from '../../app/bridge.ts';
import { timeOfDay } from '../../app/format.ts';
import { useCards, useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './settings.module.css';
import { Card } from './card.tsx';

const words = strings.cards.atOnce;

/** What a click on a phone link does: a card first, or the call itself. */
export function CallAtOnce() {
  const settings = useSettings().data;
  const save = useSaveSettings();
  return (
    <Card place="call-at-once">
      <Segmented<'card' | 'call'>
        label={words.label}
        value={settings?.callAtOnce === true ? 'call' : 'card'}
        options={[
          { value: 'card', label: words.off },
          { value: 'call', label: words.on },
        ]}
        onChange={(does) => save.mutate({ callAtOnce: does === 'call' })}
      />
      <p className={styles.advice}>{words.advice}</p>
      <SaveTrouble save={save} />
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
