import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts';
import type { MessageView } from '../../../shared/model/messages.ts';
import { ask, call } from '../../app/bridge.ts';
import { dropPending, useTexts } from '../../app/composer/store.ts';
import { useThreadStore } from '../../app/messages/thread-store.ts';
import { pageSize } from '../../app/queries.ts';
import { useNow } from '../../app/use-now.ts';
import { groupThread, mergeThread } from './view-model.ts';

/** Pages kept of a thread; more of it is read again when it is come back to. */
const mostPages = 6;

export function useThread(threadId: ThreadId) {
  return useQuery({
    queryKey: ['threads', 'one', threadId],
    // A query may not answer undefined.
    queryFn: async () => (await ask('messages.get-thread', { threadId })) ?? null,
    // Opened again it is read again: what is new in it decides where it begins.
    gcTime: 0,
  });
}

type Place = { readonly after: string | undefined; readonly order: 'newest' | 'oldest' };

/** Some texts in a row, newest first, and where those before and after them are. */
type TextPage = {
  readonly items: readonly MessageView[];
  readonly older: Place | undefined;
  readonly newer: Place | undefined;
};

async function readPage(threadId: ThreadId, place: Place): Promise<TextPage> {
  const { after, order } = place;
  const page = await ask('messages.list', { threadId, limit: pageSize, after, order });
  const [first] = page.items;
  if (order === 'oldest') {
    // What was to come after it has gone: the end of the thread is what comes after.
    if (first === undefined) return readPage(threadId, { after: undefined, order: 'newest' });
    return {
      items: page.items.toReversed(),
      older: { after: first.id, order: 'newest' },
      newer: page.next === undefined ? undefined : { after: page.next, order: 'oldest' },
    };
  }
  const isEnd = after === undefined || first === undefined;
  return {
    items: page.items,
    older: page.next === undefined ? undefined : { after: page.next, order: 'newest' },
    newer: isEnd ? undefined : { after: first.id, order: 'oldest' },
  };
}

/** Where to begin to read: at the end, or around a text that the thread is opened at. */
function useStart(threadId: ThreadId, messageId: MessageId | undefined): Place | undefined {
  const query = useQuery({
    queryKey: ['places', threadId, messageId],
    queryFn: async () =>
      messageId === undefined ? null : ((await ask('messages.locate', { messageId })) ?? null),
    enabled: messageId !== undefined,
    staleTime: 0,
  });
  if (messageId !== undefined && query.isPending) return undefined;
  return { after: query.data?.after, order: 'newest' };
}

/**
 * The texts of a thread around where it is read, oldest first, with those not yet shown back. It
 * goes on both ways as it is scrolled; far from sight pages are let go of.
 */
export function useThreadTexts(
  threadId: ThreadId,
  messageId: MessageId | undefined,
  firstNewId?: MessageId,
) {
  const start = useStart(threadId, messageId);
  const pages = useInfiniteQuery({
    queryKey: ['messages', threadId, messageId ?? 'end'],
    queryFn: ({ pageParam }) => readPage(threadId, pageParam),
    initialPageParam: start ?? { after: undefined, order: 'newest' as const },
    getNextPageParam: (page: TextPage) => page.older,
    getPreviousPageParam: (page: TextPage) => page.newer,
    maxPages: mostPages,
    enabled: start !== undefined,
  });
  const allPending = useTexts((texts) => texts.pending);
  const now = useNow();
  const { data, fetchNextPage, hasNextPage, fetchPreviousPage, hasPreviousPage, isFetching } =
    pages;
  const rows = useMemo(() => rowsOf(data?.pages), [data]);
  const pending = useMemo(
    () => (hasPreviousPage ? [] : allPending.filter(({ thread }) => thread === threadId)),
    [allPending, threadId, hasPreviousPage],
  );
  const bubbles = useMemo(() => mergeThread(rows, pending), [rows, pending]);
  const items = useMemo(() => groupThread(bubbles, now, firstNewId), [bubbles, now, firstNewId]);

  useEffect(() => {
    const shown = new Set(rows.map(({ clientId }) => clientId));
    const back = pending.filter(({ clientId }) => shown.has(clientId));
    if (back.length > 0) dropPending(back.map(({ clientId }) => clientId));
  }, [rows, pending]);

  const readOlder = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetching]);
  const readNewer = useCallback(() => {
    if (hasPreviousPage && !isFetching) void fetchPreviousPage();
  }, [fetchPreviousPage, hasPreviousPage, isFetching]);
  return { pages, bubbles, items, readOlder, readNewer, hasNewer: hasPreviousPage };
}

/** Each text once, newest first: pages that were read at different times can overlap. */
function rowsOf(pages: readonly TextPage[] = []): readonly MessageView[] {
  const rows = new Map(pages.flatMap(({ items }) => items).map((row) => [row.id, row]));
  return [...rows.values()];
}

/** Marks a thread as read while it is in sight and has something unread that is not to stay so. */
export function useMarkRead(threadId: ThreadId, unreadCount: number): void {
  const isVisible = useSyncExternalStore(
    (onChange) => {
      document.addEventListener('visibilitychange', onChange);
      return () => document.removeEventListener('visibilitychange', onChange);
    },
    () => document.visibilityState === 'visible',
  );
  const isHeld = useThreadStore(({ heldUnread }) => heldUnread === threadId);
  useEffect(() => {
    if (isVisible && !isHeld && unreadCount > 0) void call('messages.mark-read', { threadId });
  }, [isVisible, isHeld, threadId, unreadCount]);
}
