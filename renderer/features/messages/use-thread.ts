import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ThreadId } from '../../../shared/model/ids.ts';
import { ask, call } from '../../app/bridge.ts';
import { rowsOf, usePages } from '../../app/queries.ts';
import { useNow } from '../../app/use-now.ts';
import { dropPending, useTexts } from './store.ts';
import { groupThread, mergeThread } from './view-model.ts';

export function useThread(threadId: ThreadId) {
  return useQuery({
    queryKey: ['threads', 'one', threadId],
    // A query may not answer undefined.
    queryFn: async () => (await ask('messages.get-thread', { threadId })) ?? null,
  });
}

/** The texts of a thread as far as they have been read, oldest first, with those not yet shown back. */
export function useThreadTexts(threadId: ThreadId) {
  const pages = usePages(['messages', threadId], (page) =>
    ask('messages.list', { ...page, threadId }),
  );
  const allPending = useTexts((texts) => texts.pending);
  const now = useNow();
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = pages;
  const rows = useMemo(() => rowsOf({ data }), [data]);
  const pending = useMemo(
    () => allPending.filter(({ thread }) => thread === threadId),
    [allPending, threadId],
  );
  const bubbles = useMemo(() => mergeThread(rows, pending), [rows, pending]);
  const items = useMemo(() => groupThread(bubbles, now), [bubbles, now]);

  useEffect(() => {
    const shown = new Set(rows.map(({ clientId }) => clientId));
    const back = pending.filter(({ clientId }) => shown.has(clientId));
    if (back.length > 0) dropPending(back.map(({ clientId }) => clientId));
  }, [rows, pending]);

  const readOlder = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  return { pages, bubbles, items, readOlder };
}

/** Marks a thread as read while it is in sight and has something unread. */
export function useMarkRead(threadId: ThreadId, unreadCount: number): void {
  const isVisible = useSyncExternalStore(
    (onChange) => {
      document.addEventListener('visibilitychange', onChange);
      return () => document.removeEventListener('visibilitychange', onChange);
    },
    () => document.visibilityState === 'visible',
  );
  useEffect(() => {
    if (isVisible && unreadCount > 0) void call('messages.mark-read', { threadId });
  }, [isVisible, threadId, unreadCount]);
}
