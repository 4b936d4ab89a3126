import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type {
  CallListEntryState,
  CallListSource,
  CallListView,
} from '../../../shared/model/call-lists.ts';
import type { CallListId } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { ask, call } from '../../app/bridge.ts';
import { usePages } from '../../app/queries.ts';
import { openCallLists } from '../../app/ui-store.ts';

export type EntryShow = 'all' | CallListEntryState;

/** All lists, the newest first. */
export function useCallLists() {
  return useQuery({
    queryKey: ['call-lists', 'all'],
    queryFn: () => ask('call-lists.list', undefined),
  });
}

/** The entries of a list in its order, as far as they have been read. */
export function useEntries(callListId: CallListId, show: EntryShow) {
  return usePages(['call-lists', 'entries', callListId, show], (page) =>
    ask('call-lists.entries', { ...page, callListId, show }),
  );
}

/** What came of a list. */
export function useSummary(callListId: CallListId) {
  return useQuery({
    queryKey: ['call-lists', 'summary', callListId],
    queryFn: () => ask('call-lists.summary', { callListId }),
  });
}

/** Where a list is made of: a file by the draft that it was read into. */
export type MakeSource =
  | Exclude<CallListSource, { readonly from: 'csv' }>
  | { readonly from: 'csv'; readonly draftId: string };

/** Makes a list and opens it; pressing twice makes one. */
export function useMake() {
  const client = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const make = async (name: string, source: MakeSource): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    const made = await call('call-lists.create', { name, source: toInput(source) });
    setIsBusy(false);
    setFailure(made.ok ? undefined : made.failure);
    if (!made.ok) return;
    await client.invalidateQueries({ queryKey: ['call-lists'] });
    openCallLists(made.value.id);
  };
  return { isBusy, failure, make };
}

/** The contract takes lists of its own to keep. */
function toInput(source: MakeSource) {
  return source.from === 'contacts' ? { ...source, contactIds: [...source.contactIds] } : source;
}

/** What is done with a list as a whole. */
export function useListActions({ id: callListId }: CallListView) {
  const client = useQueryClient();
  const [failure, setFailure] = useState<Failure>();
  const tell = async (asked: Promise<Result<unknown>>): Promise<boolean> => {
    const result = await asked;
    setFailure(result.ok ? undefined : result.failure);
    await client.invalidateQueries({ queryKey: ['call-lists'] });
    return result.ok;
  };
  return {
    failure,
    rename: (name: string) => tell(call('call-lists.rename', { callListId, name })),
    remove: () => tell(call('call-lists.remove', { callListId })),
  };
}
