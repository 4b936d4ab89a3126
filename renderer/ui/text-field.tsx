import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import { cx } from './class-names.ts';
import { useIsDisabled } from './disabled.ts';
import { AlertCircle } from './icons.ts';
import styles from './text-field.module.css';

type TextFieldProps = ComponentPropsWithRef<'input'> & {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly lead?: ReactNode;
  readonly trail?: ReactNode;
  /** What is wrong with the value; shown beneath and read with the field. */
  readonly error?: ReactNode;
  readonly hint?: ReactNode;
};

/** One line of text with its label, and its trouble beside it. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden, lead, trail, error, hint, className, ...input } = props;
  const id = useId();
  const disabled = useIsDisabled(input.disabled);
  const noteId = `${id}-note`;
  const hasNote = Boolean(error ?? hint);
  return (
    <div className={cx(styles.field, className)}>
      <label htmlFor={id} className={isLabelHidden ? 'read-only-aloud' : styles.label}>
        {label}
      </label>
      <div className={cx(styles.box, Boolean(error) && styles.wrong)}>
        {lead && <span className={styles.lead}>{lead}</span>}
        <input
          id={id}
          className={styles.input}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={hasNote ? noteId : undefined}
          {...input}
          disabled={disabled}
        />
        {trail}
      </div>
      {hasNote && (
        <FieldNote id={noteId} isError={Boolean(error)}>
          {error ?? hint}
        </FieldNote>
      )}
    </div>
  );
}

/** The line beneath a field. */
export function FieldNote(props: {
  readonly id: string;
  readonly isError: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div
      id={props.id}
      className={cx(styles.note, props.isError && styles.error)}
      role={props.isError ? 'alert' : undefined}
    >
      {props.isError && <AlertCircle />}
      <span>{props.children}</span>
    </div>
  );
}
