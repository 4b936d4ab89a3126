import { Dialog as Base } from '@base-ui/react/dialog';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { strings } from '../../shared/strings/strings.ts';
import { Button } from './button.tsx';
import styles from './full-dialog.module.css';
import { X } from './icons.ts';

/** Something that fills the window until Escape or its button closes it. */
export function FullDialog(props: {
  /** For readers, and beside the button that closes it. */
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** What has the keyboard first; without it, the first button. */
  readonly first?: RefObject<HTMLElement | null>;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Base.Root open={props.isOpen} onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <Base.Portal>
        <Base.Popup
          className={styles.popup}
          onKeyDown={props.onKeyDown}
          {...(props.first && { initialFocus: props.first })}
        >
          <header className={styles.head}>
            <Base.Title className={styles.title}>{props.title}</Base.Title>
            {props.actions}
            <Base.Close render={<Button icon={<X />} />}>{strings.app.close}</Base.Close>
          </header>
          {props.children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
