import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { strings } from '../../shared/strings/strings.ts';
import { Button } from './button.tsx';
import { cx } from './class-names.ts';
import styles from './dialog.module.css';

/**
 * A small window over the window, closed by Escape, its button or a press beside it. What it is for
 * stands at its end, after the way out, as in every question.
 */
export function Dialog(props: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <Base.Root open={props.isOpen} onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={styles.popup}>
          <Base.Title className={styles.title}>{props.title}</Base.Title>
          {props.children}
          <div className={styles.actions}>
            <Base.Close render={<Button />}>
              {props.actions ? strings.app.cancel : strings.app.close}
            </Base.Close>
            {props.actions}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Asks before something is lost. */
export function Confirm(props: {
  readonly title: string;
  readonly advice: string;
  readonly confirm: string;
  readonly decline: string;
  /** What else has to be decided. */
  readonly children?: ReactNode;
  readonly isDanger?: boolean;
  /** There is a table in it. */
  readonly isWide?: boolean;
  readonly isOpen: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  return (
    <AlertDialog.Root open={props.isOpen} onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup className={cx(styles.popup, props.isWide && styles.wide)}>
          <AlertDialog.Title className={styles.title}>{props.title}</AlertDialog.Title>
          <AlertDialog.Description>{props.advice}</AlertDialog.Description>
          {props.children}
          <div className={styles.actions}>
            <AlertDialog.Close render={<Button />}>{props.decline}</AlertDialog.Close>
            <Button
              variant={props.isDanger === false ? 'primary' : 'danger'}
              onClick={props.onConfirm}
            >
              {props.confirm}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
