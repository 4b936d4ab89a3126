import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import styles from './over-dialog.module.css';

/**
 * Something for the keyboard over the upper part of the window, there at once: Escape or a press
 * beside it closes it. Where the keyboard goes then is for whoever opened it.
 */
export function OverDialog(props: {
  readonly title: string;
  /** What has the keyboard in it. */
  readonly field: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={styles.popup} initialFocus={props.field} finalFocus={false}>
          <Base.Title className="read-only-aloud">{props.title}</Base.Title>
          {props.children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
