import type { E164 } from '../../../shared/model/ids.ts';
import { failureOf } from '../../app/bridge.ts';
import { usePartyWords } from '../../app/party.ts';
import { useSetSpeedDial, useSpeedDials } from '../../app/speed-dials.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Select } from '../../ui/select.tsx';
import styles from './contacts.module.css';
import { keyOf } from './view-model.ts';

const words = strings.contacts.speedDial;
const keys = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const noKey = 'none';

/** The key of the dial pad that calls a number when it is held. */
export function SpeedDialChoice(props: { readonly number: E164; readonly label: string }) {
  const { number } = props;
  const dials = useSpeedDials();
  const save = useSetSpeedDial();
  const party = usePartyWords();
  const current = keyOf(dials, number);
  const options = keys.map((key) => {
    const taken = dials.find((dial) => dial.key === key && dial.party.number !== number);
    const label = taken ? words.taken(key, party.title(taken.party)) : words.key(key);
    return { value: String(key), label };
  });
  const choose = (value: string): void => {
    if (value !== noKey) save.mutate({ key: Number(value), number });
    else if (current !== undefined) save.mutate({ key: current });
  };
  return (
    <div className={styles.speedDial}>
      <Select
        label={words.of(props.label)}
        isLabelHidden
        options={[{ value: noKey, label: words.none }, ...options]}
        value={current === undefined ? noKey : String(current)}
        emptyText={words.none}
        onChange={choose}
        error={save.isError ? sentenceOf(save.error) : undefined}
      />
    </div>
  );
}

function sentenceOf(error: Error): string {
  const { title, advice } = strings.failures(failureOf(error));
  return `${strings.contacts.notSaved}: ${title}. ${advice}`;
}
