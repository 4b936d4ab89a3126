import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { menuEvents, type MenuOpening } from './menu-key.ts';
import styles from './row.module.css';
import type { RowProps } from './virtual-list.tsx';

/**
 * A row of a list: pressing it anywhere opens it, and its actions show on hover and focus. The
 * button covers the row and speaks one sentence; what the eye sees lies under it, silent.
 */
export function Row(props: {
  /** The sentence a reader hears. */
  readonly label: string;
  readonly isCurrent: boolean;
  readonly row: RowProps;
  readonly picture: ReactNode;
  readonly title: ReactNode;
  readonly detail: ReactNode;
  readonly aside?: ReactNode;
  /** What the row looks like at its end, in the detail's line. */
  readonly mark?: ReactNode;
  readonly isStrong?: boolean;
  /** The row is one to be selected, and this is whether it is; given, it is a checkbox. */
  readonly isSelected?: boolean | undefined;
  readonly actions?: ReactNode;
  readonly onOpen: (event: MouseEvent) => void;
  /** What the right button, the Menu key or Shift+F10 opens. */
  readonly onMenu?: ((at: MenuOpening) => void) | undefined;
  /** A key pressed on the row that neither opens it nor moves on; answers whether it was for it. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  /** The keys that `onKey` takes, for readers. */
  readonly keys?: string;
}) {
  const { onContextMenu, onMenuKey } = menuEvents(props.onMenu);
  return (
    <div className={styles.row} onContextMenu={onContextMenu}>
      <button
        type="button"
        className={styles.hit}
        aria-label={props.label}
        {...(props.isSelected !== undefined && {
          role: 'checkbox',
          'aria-checked': props.isSelected,
        })}
        aria-current={props.isCurrent ? 'true' : undefined}
        onClick={props.onOpen}
        {...props.row}
        aria-keyshortcuts={props.keys}
        onKeyDown={(event) =>
          onMenuKey(event) || props.onKey?.(event) === true || props.row.onKeyDown(event)
        }
      />
      {props.picture}
      <div className={styles.words} aria-hidden="true">
        <span className={`${styles.title} ${props.isStrong ? styles.strong : ''}`}>
          {props.title}
        </span>
        <span className={styles.soft}>{props.detail}</span>
      </div>
      <div className={styles.aside} aria-hidden="true">
        {props.aside}
        {props.mark}
      </div>
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}
