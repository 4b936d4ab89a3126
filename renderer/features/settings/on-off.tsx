import type { ReactNode } from 'react';
import type { Settings } from '../../../shared/model/app.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Setting } from './setting.tsx';
import styles from './settings.module.css';

/** The settings that are one thing or the other. */
type Either = {
  [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never;
}[keyof Settings];

/** A choice between two: both are named, and what it means is said beneath. */
export function OnOff(props: {
  readonly name: Either;
  readonly label: string;
  readonly on: string;
  readonly off: string;
  /** The one that stands first: the usual one. */
  readonly first?: 'on' | 'off';
  readonly advice?: ReactNode;
}) {
  const { name, label, on, off, first = 'on', advice } = props;
  const isOn = useSettings().data?.[name] ?? first === 'on';
  const save = useSaveSettings();
  const options = [
    { value: 'on', label: on },
    { value: 'off', label: off },
  ] as const;
  return (
    <Setting name={name}>
      <Segmented<'on' | 'off'>
        label={label}
        value={isOn ? 'on' : 'off'}
        options={first === 'on' ? options : options.toReversed()}
        onChange={(value) => save.mutate({ [name]: value === 'on' })}
      />
      {advice && <p className={styles.advice}>{advice}</p>}
      <SaveTrouble save={save} />
    </Setting>
  );
}
