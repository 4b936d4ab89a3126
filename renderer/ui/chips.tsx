import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import type { ReactNode } from 'react';
import styles from './chips.module.css';

type Chip<T extends string> = {
  readonly value: T;
  readonly label: string;
  readonly icon?: ReactNode;
};

/** One of several ways to narrow a list, in a line that wraps; arrow keys move within it. */
export function Chips<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Chip<T>[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <ToggleGroup
      aria-label={props.label}
      className={styles.group}
      value={[props.value]}
      onValueChange={(values) => {
        const chosen = props.options.find(({ value }) => values.includes(value));
        if (chosen) props.onChange(chosen.value);
      }}
    >
      {props.options.map((chip) => (
        <Toggle key={chip.value} value={chip.value} className={styles.chip}>
          {chip.icon}
          {chip.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}

/** A way to narrow a list that goes with others: on or off. */
export function ToggleChip(props: {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <Toggle className={styles.chip} pressed={props.isOn} onPressedChange={props.onChange}>
      {props.icon}
      {props.label}
    </Toggle>
  );
}
