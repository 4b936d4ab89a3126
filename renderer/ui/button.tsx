import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './button.module.css';
import { cx } from './class-names.ts';
import { useIsDisabled } from './disabled.ts';

type ButtonProps = ComponentPropsWithRef<'button'> & {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: ReactNode;
};

/** A button with words; an icon may stand before them. */
export function Button({ variant = 'secondary', icon, className, children, ...rest }: ButtonProps) {
  const disabled = useIsDisabled(rest.disabled);
  return (
    <button
      type="button"
      className={cx(styles.button, styles[variant], className)}
      {...rest}
      disabled={disabled}
    >
      {icon}
      <span className={styles.label}>{children}</span>
    </button>
  );
}
