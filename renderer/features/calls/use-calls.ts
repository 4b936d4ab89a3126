import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { CallRow } from '../../../shared/model/calls.ts';
import type { CallFilter } from '../../../shared/model/history.ts';
import type { CallId } from '../../../shared/model/ids.ts';
import { ask, call } from '../../app/bridge.ts';
import { useLongRows } from '../../app/use-long-rows.ts';
import { dayKeyOf } from './view-model.ts';

export const callKeyOf = (row: CallRow): string => row.id;

/** The calls of a filter, newest first. */
export function useCalls(filter: CallFilter) {
  const source = useMemo(
    () => ({
      fetchOutline: () => ask('calls.outline', { filter }),
      fetchBlock: (after: string | undefined, limit: number) =>
        ask('calls.list', { filter, after, limit }),
      keyOf: callKeyOf,
      groupOf: dayKeyOf,
    }),
    [filter],
  );
  return useLongRows(['calls', 'list', filter], source);
}

/** One call, wherever it is in the list; null when it is not there. */
export function useCall(callId: CallId | undefined) {
  return useQuery({
    queryKey: ['calls', 'one', callId],
    // A query may not answer undefined.
    queryFn: async () =>
      callId === undefined ? null : ((await ask('calls.get', { callId })) ?? null),
    placeholderData: keepPreviousData,
  });
}

/** Whether there is any call to choose, whatever the list is narrowed to. */
export function useHasCalls(): boolean {
  const query = useQuery({
    queryKey: ['calls', 'any'],
    queryFn: async () => (await ask('calls.list', { limit: 1 })).items.length > 0,
  });
  return query.data ?? true;
}

/**
 * Missed calls that were new when they came into sight stand out for as long as the list is open;
 * that they have been seen is written down at once, so that nothing counts them any more.
 */
export function useNewCalls(rows: readonly (CallRow | undefined)[]): ReadonlySet<CallId> {
  const [met, setMet] = useState<ReadonlySet<CallId>>(new Set());
  const client = useQueryClient();
  const isVisible = useSyncExternalStore(
    (onChange) => {
      document.addEventListener('visibilitychange', onChange);
      return () => document.removeEventListener('visibilitychange', onChange);
    },
    () => document.visibilityState === 'visible',
  );
  const fresh = rows.flatMap((row) => (row?.isNew ? row.id : []));
  if (fresh.some((id) => !met.has(id))) setMet(new Set([...met, ...fresh]));
  const key = fresh.join();
  useEffect(() => {
    if (key === '' || !isVisible) return;
    void call('calls.mark-seen', undefined).then(() =>
      client.invalidateQueries({ queryKey: ['calls', 'new'] }),
    );
  }, [key, isVisible, client]);
  return met;
}
