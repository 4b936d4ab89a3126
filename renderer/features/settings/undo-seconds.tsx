import { strings } from '../../../shared/strings/strings.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { Select } from '../../ui/select.tsx';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';

const words = strings.sending;
const choices = [0, 3, 5, 10] as const;

/** How long a text is held after Send, so that it can be taken back. */
export function UndoSeconds() {
  const settings = useSettings().data;
  const save = useSaveSettings();
  const chosen = settings?.undoSeconds ?? 5;
  // One that was set elsewhere stands among them.
  const seconds = [...new Set([...choices, chosen])].toSorted((one, other) => one - other);
  return (
    <Card place="undo-seconds">
      <Setting name="undoSeconds">
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
        <SaveTrouble save={save} />
      </Setting>
    </Card>
  );
}
