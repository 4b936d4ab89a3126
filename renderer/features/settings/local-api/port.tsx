import type { FormEvent } from 'react';
import { strings } from '../../../../shared/strings/strings.ts';
import { useSaveSettings } from '../../../app/queries.ts';
import { SaveTrouble } from '../../../app/save-trouble.tsx';
import { parsePort } from '../../../app/sign-in-port.ts';
import { useDraft } from '../../../app/use-draft.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Setting } from '../setting.tsx';
import styles from './local-api.module.css';

const words = strings.localApi.settings;

/** The port that programs ask at. */
export function Port({ saved }: { readonly saved: number }) {
  const save = useSaveSettings();
  const { value: typed, set, settle } = useDraft(String(saved));
  const port = parsePort(typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (port === undefined || port === saved) return;
    save.mutate({ apiPort: port }, { onSuccess: settle });
  };
  return (
    <Setting name="apiPort">
      <form className={styles.line} noValidate onSubmit={submit}>
        <TextField
          className={styles.grows}
          label={words.port}
          inputMode="numeric"
          maxLength={5}
          value={typed}
          error={port === undefined && words.portWrong}
          onChange={(event) => set(event.target.value)}
        />
        <Button type="submit" aria-disabled={port === undefined || port === saved}>
          {words.save}
        </Button>
      </form>
      <SaveTrouble save={save} />
    </Setting>
  );
}
