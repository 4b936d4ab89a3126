import { useCallback, useMemo } from 'react';
import type { ThreadFilter } from '../../../../shared/model/history.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { ThreadView } from '../../../../shared/model/messages.ts';
import { ask } from '../../../app/bridge.ts';
import { useLongRows } from '../../../app/use-long-rows.ts';
import { threadGroup } from './view-model.ts';

export const threadKeyOf = (thread: ThreadView): string => thread.id;

/** The conversations of a filter in its order; `today` is the start of the day. */
export function useThreads(filter: ThreadFilter, today: EpochMs) {
  const { unreadFirst } = filter;
  const groupOf = useCallback(
    (thread: ThreadView) => threadGroup(thread, today, unreadFirst),
    [today, unreadFirst],
  );
  const source = useMemo(
    () => ({
      fetchOutline: () => ask('messages.outline', { filter }),
      fetchBlock: (after: string | undefined, limit: number) =>
        ask('messages.list-threads', { filter, after, limit }),
      keyOf: threadKeyOf,
      groupOf,
    }),
    [filter, groupOf],
  );
  return useLongRows(['threads', 'list', filter], source);
}
