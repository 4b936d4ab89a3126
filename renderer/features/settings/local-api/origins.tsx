import { useState, type FormEvent } from 'react';
import { strings } from '../../../../shared/strings/strings.ts';
import { useSaveSettings } from '../../../app/queries.ts';
import { SaveTrouble } from '../../../app/save-trouble.tsx';
import { useDraft } from '../../../app/use-draft.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Plus, Trash2 } from '../../../ui/icons.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { Setting } from '../setting.tsx';
import cards from '../settings.module.css';
import { readOrigin } from './view-model.ts';
import styles from './local-api.module.css';

const words = strings.localApi.settings;

/** The sites whose pages may ask. */
export function Origins({ origins }: { readonly origins: readonly string[] }) {
  const save = useSaveSettings();
  const { value: typed, set, settle } = useDraft<string>('');
  const [wrong, setWrong] = useState<string>();
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const read = readOrigin(typed, origins);
    if ('wrong' in read) return setWrong(read.wrong);
    save.mutate({ apiOrigins: [...origins, read.origin] }, { onSuccess: settle });
  };
  return (
    <Setting name="apiOrigins">
      <h3>{words.origins}</h3>
      <p className={cards.advice}>{words.originsAdvice}</p>
      {origins.length === 0 && <p className={cards.advice}>{words.noOrigins}</p>}
      <ul className={styles.list} aria-label={words.origins}>
        {origins.map((origin) => (
          <li key={origin} className={styles.entry}>
            <span className={styles.text}>{origin}</span>
            <IconButton
              label={words.removeOrigin(origin)}
              icon={<Trash2 />}
              onClick={() => save.mutate({ apiOrigins: origins.filter((each) => each !== origin) })}
            />
          </li>
        ))}
      </ul>
      <form className={styles.line} noValidate onSubmit={add}>
        <TextField
          className={styles.grows}
          type="url"
          label={words.newOrigin}
          placeholder="https://crm.example"
          maxLength={200}
          value={typed}
          error={wrong}
          onChange={(event) => {
            set(event.target.value);
            setWrong(undefined);
          }}
        />
        <Button type="submit" icon={<Plus />} disabled={typed.trim() === ''}>
          {words.addOrigin}
        </Button>
      </form>
      <SaveTrouble save={save} />
    </Setting>
  );
}
