import { useEffect, type ReactNode } from 'react';
import type { ThreadId } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { call } from '../../app/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { X } from '../../ui/icons.ts';
import styles from './quick-text.module.css';

const words = strings.quick;
const overlay = '[role="menu"], [role="dialog"], [role="listbox"]';

/** The handle to move the window by, and Esc: what is written stays. */
export function Frame(props: {
  readonly title: string;
  readonly threadId?: ThreadId;
  readonly children: ReactNode;
}) {
  const { threadId } = props;
  // On the document, which hears it last: a list or a menu that is open takes its own Escape.
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(overlay)) return;
      close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <main className={styles.frame} aria-label={props.title}>
      <header className={styles.head}>
        <h1 className={styles.title}>{props.title}</h1>
        {threadId !== undefined && (
          <Button variant="quiet" className={styles.pressable} onClick={() => openThere(threadId)}>
            {words.openInSidetone}
          </Button>
        )}
        <IconButton
          label={words.close}
          hint={false}
          className={styles.pressable}
          icon={<X />}
          onClick={close}
        />
      </header>
      {props.children}
    </main>
  );
}

export function close(): void {
  void call('quick.close', undefined);
}

function openThere(threadId: ThreadId): void {
  void call('app.open', { to: { screen: 'messages', threadId } });
  close();
}
