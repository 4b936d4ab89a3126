import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId, type ReactNode } from 'react';
import { useIsDisabled } from './disabled.ts';
import styles from './segmented.module.css';

/** A choice of one from a few, all in sight. */
export function Segmented<T extends string>(props: {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly icon?: ReactNode;
  }[];
  readonly onChange: (value: T) => void;
}) {
  const id = useId();
  const isDisabled = useIsDisabled(false);
  return (
    <div className={styles.field}>
      <span id={id} className={props.isLabelHidden ? 'read-only-aloud' : styles.label}>
        {props.label}
      </span>
      <RadioGroup
        aria-labelledby={id}
        className={styles.group}
        disabled={isDisabled}
        value={props.value}
        onValueChange={(value) => {
          const chosen = props.options.find((option) => option.value === value);
          if (chosen) props.onChange(chosen.value);
        }}
      >
        {props.options.map((option) => (
          <Radio.Root key={option.value} value={option.value} className={styles.option}>
            {option.icon}
            {option.label}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
