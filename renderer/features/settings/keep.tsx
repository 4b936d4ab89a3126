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

/** How long texts, calls and voicemails stay: for ever, unless the user says otherwise. */
export function Keep() {
  const settings = useSettings().data;
  const save = useSaveSettings();
  const [asked, setAsked] = useState<number>();
  const keepMonths = settings?.keepMonths;
  const choose = (value: string): void => {
    const months = toMonths(value);
    const keepsLess = months !== undefined && months < (keepMonths ?? Infinity);
    if (keepsLess) setAsked(months);
    else save.mutate({ keepMonths: months ?? null });
  };
  const confirm = (): void => {
    if (asked !== undefined) save.mutate({ keepMonths: asked });
    setAsked(undefined);
  };
  return (
    <Card place="keep">
      <Setting name="keepMonths">
        <Select
          label={words.history}
          options={monthChoices(keepMonths)}
          value={settings && String(keepMonths ?? forever)}
          emptyText=""
          onChange={choose}
        />
      </Setting>
      <Setting name="keepMediaMonths">
        <Select
          label={words.media}
          options={monthChoices(settings?.keepMediaMonths)}
          value={settings && String(settings.keepMediaMonths ?? forever)}
          emptyText=""
          onChange={(value) => save.mutate({ keepMediaMonths: toMonths(value) ?? null })}
        />
        <p className={styles.advice}>{words.mediaAdvice}</p>
      </Setting>
      <SaveTrouble save={save} />
      <Confirm
        title={words.question(words.months(asked ?? 1))}
        advice={words.warning}
        confirm={words.confirm}
        decline={strings.keeping.cancel}
        isOpen={asked !== undefined}
        onConfirm={confirm}
        onClose={() => setAsked(undefined)}
      />
    </Card>
  );
}
