import { useCallback, useEffect, useState } from 'react';
import type { EpochMs, MessageId } from '../../../shared/model/ids.ts';
import type { ThreadView } from '../../../shared/model/messages.ts';
import { releaseUnread, useThreadStore } from '../../app/messages/thread-store.ts';
import { openThread, useUi } from '../../app/ui-store.ts';

/**
 * The text that a thread is opened at: one that was looked for, the first that is new, or the one
 * that stood at the top when the thread was left.
 */
export type Anchor = {
  readonly id: MessageId;
  readonly why: 'found' | 'new' | 'kept';
  /** How far below the top it stood. */
  readonly belowPx: number;
};

export type Opening = {
  /** None: the end. */
  readonly anchor: Anchor | undefined;
  /** The first text that was unread when the thread was opened; it stays so until it is left. */
  readonly firstNewId: MessageId | undefined;
  /** When the last text was made that was there then. */
  readonly lastAt: EpochMs | undefined;
  /** Goes to the newest text. */
  readonly toEnd: () => void;
};

/** Where an open thread begins to be read, and what was new in it. */
export function useOpening(thread: ThreadView): Opening {
  const messageId = useUi((ui) => ui.messageId);
  const { id: threadId } = thread;
  const [firstNewId] = useState(thread.firstUnreadId);
  const [lastAt] = useState(thread.lastMessage?.createdAt);
  const [isAtEnd, setIsAtEnd] = useState(false);
  const [start] = useState<Anchor | undefined>(() => {
    if (firstNewId !== undefined) return { id: firstNewId, why: 'new', belowPx: 0 };
    const place = useThreadStore.getState().places.get(threadId);
    return place && { ...place, why: 'kept' };
  });
  useEffect(() => () => releaseUnread(threadId), [threadId]);
  const toEnd = useCallback(() => {
    setIsAtEnd(true);
    openThread(threadId);
  }, [threadId]);
  const found: Anchor | undefined =
    messageId === undefined ? undefined : { id: messageId, why: 'found', belowPx: 0 };
  return { anchor: found ?? (isAtEnd ? undefined : start), firstNewId, lastAt, toEnd };
}
