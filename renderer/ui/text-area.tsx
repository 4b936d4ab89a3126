import { useId, type ComponentPropsWithRef } from 'react';
import { cx } from './class-names.ts';
import { useIsDisabled } from './disabled.ts';
import styles from './text-field.module.css';

/** Several lines of text with their label; left alone by spelling and completion. */
export function TextArea(props: ComponentPropsWithRef<'textarea'> & { readonly label: string }) {
  const { label, className, ...area } = props;
  const id = useId();
  const disabled = useIsDisabled(area.disabled);
  return (
    <div className={cx(styles.field, className)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        className={styles.area}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...area}
        disabled={disabled}
        id={id}
      />
    </div>
  );
}
