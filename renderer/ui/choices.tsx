import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import styles from './choices.module.css';
import { cx } from './class-names.ts';

/** A choice of one from a few that need explaining: each says what it means. */
export function Choices<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly advice: string;
    readonly isDanger?: boolean;
  }[];
  readonly onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        {props.label}
      </span>
      <RadioGroup
        aria-labelledby={id}
        className={styles.group}
        value={props.value}
        onValueChange={(value) => {
          const chosen = props.options.find((option) => option.value === value);
          if (chosen) props.onChange(chosen.value);
        }}
      >
        {props.options.map(({ value, label, advice, isDanger }) => (
          <Radio.Root
            key={value}
            value={value}
            aria-labelledby={`${id}-${value}`}
            aria-describedby={`${id}-${value}-advice`}
            className={cx(styles.option, isDanger && styles.danger)}
          >
            <span className={styles.mark} aria-hidden="true">
              <Radio.Indicator className={styles.dot} />
            </span>
            <span className={styles.words}>
              <span id={`${id}-${value}`} className={styles.name}>
                {label}
              </span>
              <span id={`${id}-${value}-advice`} className={styles.advice}>
                {advice}
              </span>
            </span>
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
