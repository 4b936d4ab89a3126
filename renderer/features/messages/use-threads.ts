import { useCallback, useMemo } from 'react';
import { ask } from '../../app/bridge.ts';
import { rowsOf, usePages } from '../../app/queries.ts';

/** The conversations as far as they have been read, newest activity first. */
export function useThreads() {
  const pages = usePages(['threads', 'list'], (page) => ask('messages.list-threads', page));
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = pages;
  const threads = useMemo(() => rowsOf({ data }), [data]);
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  return { pages, threads, readOn };
}
