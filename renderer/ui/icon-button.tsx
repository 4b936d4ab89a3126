import { Tooltip } from '@base-ui/react/tooltip';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { cx } from './class-names.ts';
import { useIsDisabled } from './disabled.ts';
import styles from './icon-button.module.css';

type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children'> & {
  /** Read aloud, and shown on hover and focus. */
  readonly label: string;
  /**
   * Shown instead of the label where the label names a person the eye already sees. `false` shows
   * nothing: where the focus is put by us, a hint would open unasked and take the next Escape.
   */
  readonly hint?: string | false;
  readonly icon: ReactNode;
};

/** A button that is only an icon. */
export function IconButton({ label, hint, icon, className, ...rest }: IconButtonProps) {
  const disabled = useIsDisabled(rest.disabled);
  const button = {
    'aria-label': label,
    className: cx(styles.button, className),
    ...rest,
    disabled,
  };
  // What a hint hangs on is never out of use itself: the library leaves that to the button within.
  if (hint === false || disabled) {
    return (
      <button type="button" {...button}>
        {icon}
      </button>
    );
  }
  return (
    <Tooltip.Root>
      <Tooltip.Trigger type="button" {...button}>
        {icon}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className={styles.positioner}>
          <Tooltip.Popup className={styles.hint}>{hint ?? label}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
