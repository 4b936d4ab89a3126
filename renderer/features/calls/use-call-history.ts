import { useCallback, useMemo } from 'react';
import { ask } from '../../app/bridge.ts';
import { rowsOf, usePages } from '../../app/queries.ts';
import { useNow } from '../../app/use-now.ts';
import { groupByDay } from './view-model.ts';

/** The call history as far as it has been read, newest first, by day. */
export function useCallHistory() {
  const pages = usePages(['calls', 'list'], (page) => ask('calls.list', page));
  const now = useNow();
  const { data } = pages;
  const calls = useMemo(() => rowsOf({ data }), [data]);
  const items = useMemo(() => groupByDay(calls, now), [calls, now]);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = pages;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  return { pages, calls, items, now, readOn };
}
