import { useId } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './settings.module.css';

const words = strings.sending;
const choices = [0, 3, 5, 10] as const;

/** How long a text is held after Send, so that it can be taken back. */
export function UndoSeconds() {
  const id = useId();
  const settings = useSettings().data;
  const save = useSaveSettings();
  const chosen = settings?.undoSeconds ?? 5;
  // One that was set elsewhere stands among them.
  const seconds = [...new Set([...choices, chosen])].toSorted((one, other) => one - other);
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id}>{words.undoSeconds}</h2>
      <Select
        label={words.undoSeconds}
        emptyText={words.undoSecondsChoice(0)}
        isLabelHidden
        value={String(chosen)}
        options={seconds.map((each) => ({
          value: String(each),
          label: words.undoSecondsChoice(each),
        }))}
        onChange={(value) => save.mutate({ undoSeconds: Number(value) })}
      />
      <p className={styles.advice}>{words.undoSecondsHint}</p>
      <SaveTrouble save={save} />
    </section>
  );
}
