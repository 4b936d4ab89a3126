import { Select as Base } from '@base-ui/react/select';
import { useId, type ReactNode } from 'react';
import { cx } from './class-names.ts';
import { useIsDisabled } from './disabled.ts';
import { Check, ChevronDown } from './icons.ts';
import styles from './select.module.css';
import { FieldNote } from './text-field.tsx';

export type Option = {
  readonly value: string;
  readonly label: string;
  /** A second line: a number, a state. */
  readonly detail?: ReactNode;
  /** The second line once it is chosen, where there is less room. */
  readonly shortDetail?: ReactNode;
  readonly isDimmed?: boolean;
};

/** Choices below each other that are labelled at the start. */
export function SelectLines({ children }: { readonly children: ReactNode }) {
  return <div className={styles.lines}>{children}</div>;
}

/** A choice of one from a list, labelled above or at the start. */
export function Select(props: {
  readonly label: string;
  readonly isLabelInline?: boolean;
  readonly isLabelHidden?: boolean;
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly emptyText: string;
  /** Why a choice was not kept; shown beneath and read out. */
  readonly error?: ReactNode;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  const isDisabled = useIsDisabled(props.options.length === 0);
  const chosen = props.options.find((option) => option.value === props.value);
  return (
    <div className={cx(styles.field, props.isLabelInline && styles.inline)}>
      <Base.Root
        value={props.value ?? null}
        disabled={isDisabled}
        onValueChange={(value) => {
          if (value !== null) props.onChange(value);
        }}
      >
        <Base.Label className={props.isLabelHidden ? 'read-only-aloud' : styles.label}>
          {props.label}
        </Base.Label>
        <Base.Trigger className={styles.trigger} aria-describedby={props.error ? id : undefined}>
          <Base.Value className={styles.value}>
            {() =>
              chosen ? (
                <>
                  <span className={styles.name}>{chosen.label}</span>
                  <span className={styles.detail}>{chosen.shortDetail ?? chosen.detail}</span>
                </>
              ) : (
                <span className={styles.detail}>{props.emptyText}</span>
              )
            }
          </Base.Value>
          <Base.Icon className={styles.icon}>
            <ChevronDown />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner
            sideOffset={4}
            alignItemWithTrigger={false}
            className={styles.positioner}
          >
            <Base.Popup className={styles.popup}>
              {props.options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  className={cx(styles.item, option.isDimmed && styles.dimmed)}
                >
                  <Base.ItemIndicator className={styles.mark}>
                    <Check />
                  </Base.ItemIndicator>
                  <Base.ItemText className={styles.text}>
                    <span className={styles.name}>{option.label}</span>
                    {option.detail && <span className={styles.detail}>{option.detail}</span>}
                  </Base.ItemText>
                </Base.Item>
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
      {props.error && (
        <FieldNote id={id} isError>
          {props.error}
        </FieldNote>
      )}
    </div>
  );
}
