import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TimelineHead, Whose } from '../../../shared/model/history.ts';
import { ask } from '../bridge.ts';
import { usePages } from '../queries.ts';
import { useNow } from '../use-now.ts';
import { kindsOf, linesOf, type TimelineShow } from './view-model.ts';

export function useTimelineHead(whose: Whose): UseQueryResult<TimelineHead> {
  return useQuery({
    queryKey: ['timeline', 'head', whose],
    queryFn: () => ask('timeline.get-head', { whose }),
  });
}

/** Everything with someone as far as it has been read, newest first, by day. */
export function useTimeline(whose: Whose, show: TimelineShow) {
  const kinds = kindsOf(show);
  const { pages, rows, readOn } = usePages(['timeline', 'list', whose, show], (page) =>
    ask('timeline.list', { ...page, whose, ...(kinds && { kinds }) }),
  );
  const now = useNow();
  const lines = useMemo(() => linesOf(rows, now), [rows, now]);
  return { pages, lines, now, readOn };
}
