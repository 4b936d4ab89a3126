import { useState, type FormEvent } from 'react';
import { builtInFields, foldField } from '../../../shared/merge.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Plus, Trash2 } from '../../ui/icons.ts';
import { TextField } from '../../ui/text-field.tsx';
import cards from './settings.module.css';
import styles from './templates.module.css';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';

const words = strings.templates.settings;
const mostFields = 30;
const longestName = 30;
const longestValue = 200;

type OwnField = { readonly name: string; readonly value: string };

/** Fields that say the same in every template, until a list says otherwise. */
export function OwnFields() {
  const fields = useSettings().data?.ownFields ?? [];
  const save = useSaveSettings();
  return (
    <Card place="own-fields">
      {fields.length === 0 && <p className={cards.advice}>{words.noFields}</p>}
      <Setting name="ownFields">
        <ul className={styles.fields}>
          {fields.map(({ name, value }) => (
            <li key={name} className={styles.row}>
              <span className={styles.words}>
                <span className={styles.name}>{`{${name}}`}</span>
                <span className={styles.body}>{value}</span>
              </span>
              <IconButton
                label={words.removeField(name)}
                hint={words.removeHint}
                icon={<Trash2 />}
                onClick={() =>
                  save.mutate({ ownFields: fields.filter((other) => other.name !== name) })
                }
              />
            </li>
          ))}
        </ul>
        <NewField
          taken={[...builtInFields, ...fields.map(({ name }) => name)]}
          isFull={fields.length >= mostFields}
          onAdd={(field, onError) => save.mutate({ ownFields: [...fields, field] }, { onError })}
        />
        <SaveTrouble save={save} />
      </Setting>
    </Card>
  );
}

function NewField(props: {
  readonly taken: readonly string[];
  readonly isFull: boolean;
  readonly onAdd: (field: OwnField, onRefused: () => void) => void;
}) {
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const plain = name.replace(/[{}|]/g, '').trim();
  const isTwice = props.taken.some((other) => foldField(other) === foldField(plain));
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (plain === '' || isTwice || props.isFull) return;
    props.onAdd({ name: plain, value: value.trim() }, () => {
      setName((now) => now || name);
      setValue((now) => now || value);
    });
    setName('');
    setValue('');
  };
  return (
    <form className={styles.field} onSubmit={add}>
      <TextField
        label={words.fieldName}
        value={name}
        maxLength={longestName}
        error={plain !== '' && isTwice ? words.fieldTwice : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={words.fieldValue}
        value={value}
        maxLength={longestValue}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button type="submit" icon={<Plus />} disabled={plain === '' || isTwice || props.isFull}>
        {words.addField}
      </Button>
    </form>
  );
}
