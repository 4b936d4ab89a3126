import { useState, type FormEvent } from 'react';
import { strings } from '../../../../shared/strings/strings.ts';
import { useSaveSettings } from '../../../app/queries.ts';
import { SaveTrouble } from '../../../app/save-trouble.tsx';
import { parsePort } from '../../../app/sign-in-port.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Setting } from '../setting.tsx';
import styles from './local-api.module.css';

const words = strings.localApi.settings;

/** The port that programs ask at. */
export function Port({ saved }: { readonly saved: number }) {
  const save = useSaveSettings();
  const [typed, setTyped] = useState(String(saved));
  const port = parsePort(typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (port !== undefined && port !== saved) save.mutate({ apiPort: port });
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
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" disabled={port === undefined || port === saved}>
          {words.save}
        </Button>
      </form>
      <SaveTrouble save={save} />
    </Setting>
  );
}
