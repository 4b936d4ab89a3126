import { useEffect, useRef, type RefObject } from 'react';
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts';
import type { MessageWaiting } from '../../../shared/model/messages.ts';
import type { Action } from '../../app/actions/action.ts';
import { keysInWords } from '../../app/actions/key-caps.ts';
import { useOffer } from '../../app/actions/offers.ts';
import { announce } from '../../app/announce/announce.ts';
import { useOutbox } from '../../app/send-later/use-scheduled.ts';
import { useNow } from '../../app/use-now.ts';
import { isPressed } from '../../../shared/shortcuts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Undo2 } from '../../ui/icons.ts';
import styles from './bubble.module.css';
import { useTakeBack } from './use-take-back.ts';
import { heldSeconds, waitingWords } from './waiting.ts';

const words = strings.sending;
/** A countdown in seconds need not be drawn more often. */
const tickMs = 500;

/** Below a text that has not gone: what it waits for, and the way back while it is held. */
export function WaitingLine(props: {
  readonly id: MessageId;
  readonly threadId: ThreadId;
  readonly waiting: MessageWaiting | undefined;
}) {
  const { id, waiting } = props;
  const line = useRef<HTMLDivElement>(null);
  const now = useNow(tickMs);
  const outbox = useOutbox();
  const { takeBack, sendNow } = useTakeBack(props.threadId);
  const isHeld = heldSeconds(waiting, now) > 0;
  const said = waitingWords(waiting, outbox, now);
  useUndoKey(line, isHeld, () => takeBack(id));
  useOffer(() =>
    isHeld ? heldActions({ undo: () => takeBack(id), send: () => sendNow(id) }) : [],
  );
  useEffect(() => {
    const seconds = heldSeconds(waiting, Date.now());
    if (seconds > 0) announce(words.heldAloud(seconds));
  }, [waiting]);
  if (said === undefined) return null;
  return (
    <div ref={line} className={styles.trouble} data-held={isHeld || undefined}>
      <p>{said}</p>
      <Button
        icon={<Undo2 />}
        title={isHeld ? words.undoKeys(keysInWords('undo-send')) : undefined}
        onClick={() => takeBack(id)}
      >
        {isHeld ? words.undo : words.takeBack}
      </Button>
      {isHeld && (
        <Button variant="quiet" onClick={() => sendNow(id)}>
          {words.sendNow}
        </Button>
      )}
    </div>
  );
}

/** What can be done with a text while it is held. */
function heldActions(text: {
  readonly undo: () => void;
  readonly send: () => void;
}): readonly Action[] {
  return [
    {
      id: 'undo-send',
      group: 'here',
      label: strings.palette.keys['undo-send'],
      keywords: words.undo,
      shortcut: 'undo-send',
      run: text.undo,
    },
    { id: 'send-now', group: 'here', label: words.sendNow, run: text.send },
  ];
}

/** Control Shift Z, wherever the caret is, takes back the text that was sent last. */
function useUndoKey(line: RefObject<HTMLElement | null>, isHeld: boolean, undo: () => void): void {
  const latest = useRef(undo);
  useEffect(() => {
    latest.current = undo;
  });
  useEffect(() => {
    if (!isHeld) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isPressed('undo-send', event) || event.defaultPrevented) return;
      const held = document.querySelectorAll('[data-held]');
      if (held[held.length - 1] !== line.current) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isHeld, line]);
}
