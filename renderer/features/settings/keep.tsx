import { useState } from 'react';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { strings } from '../../../shared/strings/strings.ts';
import { Confirm } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { forever, monthChoices, toMonths } from './keep-choices.ts';
import styles from './settings.module.css';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';

const words = strings.keeping.keep;

type Kept = 'keepMonths' | 'keepMediaMonths';
type Asked = { readonly name: Kept; readonly months: number };

/** How long texts, calls and voicemails stay: for ever, unless the user says otherwise. */
export function Keep() {
  const settings = useSettings().data;
  const save = useSaveSettings();
  const [asked, setAsked] = useState<Asked>();
  const [isAsking, setIsAsking] = useState(false);
  const choose = (name: Kept, value: string): void => {
    const months = toMonths(value);
    const keepsLess = months !== undefined && months < (settings?.[name] ?? Infinity);
    setIsAsking(keepsLess);
    if (keepsLess) setAsked({ name, months });
    else save.mutate({ [name]: months ?? null });
  };
  const confirm = (): void => {
    if (asked !== undefined) save.mutate({ [asked.name]: asked.months });
    setIsAsking(false);
  };
  return (
    <Card place="keep">
      <Setting name="keepMonths">
        <Select
          label={words.history}
          options={monthChoices(settings?.keepMonths)}
          value={settings && String(settings.keepMonths ?? forever)}
          emptyText=""
          onChange={(value) => choose('keepMonths', value)}
        />
      </Setting>
      <Setting name="keepMediaMonths">
        <Select
          label={words.media}
          options={monthChoices(settings?.keepMediaMonths)}
          value={settings && String(settings.keepMediaMonths ?? forever)}
          emptyText=""
          onChange={(value) => choose('keepMediaMonths', value)}
        />
        <p className={styles.advice}>{words.mediaAdvice}</p>
      </Setting>
      <SaveTrouble save={save} />
      <Confirm
        {...questionOf(asked)}
        confirm={words.confirm}
        decline={strings.keeping.cancel}
        isOpen={isAsking}
        onConfirm={confirm}
        onClose={() => setIsAsking(false)}
      />
    </Card>
  );
}

/** What is asked before less is kept, by what would go. */
function questionOf(asked: Asked | undefined): { readonly title: string; readonly advice: string } {
  const length = words.months(asked?.months ?? 1);
  return asked?.name === 'keepMediaMonths'
    ? { title: words.mediaQuestion(length), advice: words.mediaWarning }
    : { title: words.question(length), advice: words.warning };
}
