import { useCallback } from 'react';
import { assertNever } from '../../../../shared/failure.ts';
import type { ThreadView } from '../../../../shared/model/messages.ts';
import { call } from '../../../app/bridge.ts';
import { holdUnread, releaseUnread, tellNews } from '../../../app/messages/thread-store.ts';
import { closeDetail, useUi } from '../../../app/ui-store.ts';
import type { ThreadDeed } from './thread-deeds.ts';

/** Does what the menu and the keys of a conversation say; what fails is told above the list. */
export function useThreadDeeds(): (thread: ThreadView, deed: ThreadDeed) => void {
  return useCallback((thread, deed) => void doDeed(thread, deed), []);
}

/** Puts a conversation back that was put away, as it was before. */
export async function undoDone(thread: ThreadView): Promise<void> {
  tellNews(undefined);
  const { id: threadId } = thread;
  await tellFailureOf(call('messages.set-thread', { threadId, isDone: false }));
  if (thread.unreadCount > 0) await tellFailureOf(call('messages.mark-unread', { threadId }));
}

async function doDeed(thread: ThreadView, deed: ThreadDeed): Promise<void> {
  const { id: threadId } = thread;
  const isOpen = isInSight(thread);
  switch (deed) {
    case 'pin':
    case 'unpin':
      return tellFailureOf(call('messages.set-thread', { threadId, isPinned: deed === 'pin' }));
    case 'mute':
    case 'unmute':
      return tellFailureOf(call('messages.set-thread', { threadId, isMuted: deed === 'mute' }));
    case 'mark-unread':
      if (isOpen) holdUnread(threadId);
      return tellFailureOf(call('messages.mark-unread', { threadId }));
    case 'mark-read':
      releaseUnread(threadId);
      return tellFailureOf(call('messages.mark-read', { threadId }));
    case 'done': {
      const result = await call('messages.set-thread', { threadId, isDone: true });
      if (!result.ok) return tellNews({ kind: 'failed', failure: result.failure });
      if (isOpen) closeDetail();
      return tellNews({ kind: 'done', thread });
    }
    case 'put-back':
      return tellFailureOf(call('messages.set-thread', { threadId, isDone: false }));
    default:
      return assertNever(deed);
  }
}

function isInSight({ id }: ThreadView): boolean {
  const { screen, threadId, compose } = useUi.getState();
  return screen === 'messages' && compose === undefined && threadId === id;
}

async function tellFailureOf(asked: ReturnType<typeof call<'messages.mark-read'>>): Promise<void> {
  const result = await asked;
  if (!result.ok) tellNews({ kind: 'failed', failure: result.failure });
}
