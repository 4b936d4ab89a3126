import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TimelineHead, Whose } from '../../../shared/model/history.ts';
import type { CallId } from '../../../shared/model/ids.ts';
import { ask } from '../bridge.ts';
import { usePages } from '../queries.ts';
import { useNow } from '../use-now.ts';
import { kindsOf, linesOf, withoutNotesOf, type TimelineShow } from './view-model.ts';

export function useTimelineHead(whose: Whose): UseQueryResult<TimelineHead> {
  return useQuery({
    queryKey: ['timeline', 'head', whose],
    queryFn: () => ask('timeline.get-head', { whose }),
  });
}

/**
 * Everything with someone as far as it has been read, newest first, by day. Below a call it has no
 * notes of that one, which stand above it.
 */
export function useTimeline(whose: Whose, show: TimelineShow, below: CallId | undefined) {
  const kinds = kindsOf(show);
  const { pages, rows, readOn } = usePages(['timeline', 'list', whose, show], (page) =>
    ask('timeline.list', { ...page, whose, ...(kinds && { kinds }) }),
  );
  const now = useNow();
  const lines = useMemo(() => linesOf(withoutNotesOf(rows, below), now), [rows, below, now]);
  return { pages, lines, now, readOn };
}
