import { Tooltip } from '@base-ui/react/tooltip';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { cx } from './class-names.ts';
import styles from './icon-button.module.css';

type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children'> & {
  /** Read aloud, and shown on hover and focus. */
  readonly label: string;
  /** Shown instead of the label where the label names a person the eye already sees. */
  readonly hint?: string;
  readonly icon: ReactNode;
};

/** A button that is only an icon. */
export function IconButton({ label, hint, icon, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        type="button"
        aria-label={label}
        className={cx(styles.button, className)}
        {...rest}
      >
        {icon}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6}>
          <Tooltip.Popup className={styles.hint}>{hint ?? label}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
