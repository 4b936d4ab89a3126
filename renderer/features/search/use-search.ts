import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { ask } from '../../app/bridge.ts';
import { openForm, toFilter } from '../../app/history-filter/form.ts';
import { pageSize } from '../../app/queries.ts';
import { useNow } from '../../app/use-now.ts';
import { createTurns } from './in-turn.ts';
import type { SearchForm } from './store.ts';

const inTurn = createTurns();
const longest = 200;

/** What is looked for when this is typed. */
export function toSearched(typed: string): string {
  return typed.trim().slice(0, longest);
}

/** What is found for the form: new letters take over when they are found, the old ones stay till then. */
export function useSearch(form: SearchForm) {
  const text = toSearched(useDeferredValue(form.text));
  const { range, fromDay, untilDay, kind } = form;
  const now = useNow();
  const days = toFilter({ ...openForm, range, fromDay, untilDay }, now);
  const { from, until } = days;
  const query = useInfiniteQuery({
    queryKey: ['search', text, kind, from, until],
    queryFn: ({ pageParam: after, signal }) =>
      inTurn(signal, () => ask('search.find', { text, kind, from, until, after, limit: pageSize })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled: text !== '',
  });
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = query;
  const hits = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isPlaceholderData) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData]);
  const isAnswered = query.isSuccess && !isPlaceholderData;
  return { query, hits, isAnswered, readOn, pages: data?.pages.length ?? 0, text };
}
