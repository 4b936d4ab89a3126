import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type {
  CallListEntry,
  CallListEntryState,
  CallListView,
} from '../../../shared/model/call-lists.ts';
import type { CallId, CallListId } from '../../../shared/model/ids.ts';
import { ask, call } from '../../app/bridge.ts';
import { usePartyWords } from '../../app/party.ts';
import { useActiveCalls } from '../../app/queries.ts';
import { isOver } from '../../app/live-call/view-model.ts';
import { showTrouble } from '../../app/ui-store.ts';
import { useDial } from '../../app/use-dial.ts';
import { takeInHand, useHeld, type InHand } from './store.ts';
import { callMadeTo, isRunning, requestOf } from './view-model.ts';

const keyOf = (callListId: CallListId, inHand: InHand | undefined) =>
  ['call-lists', 'in-hand', callListId, inHand] as const;

/** Whoever of a list is in hand, at first who is open first; null at its end. */
export function useInHand(callListId: CallListId) {
  const inHand = useHeld((held) => held.inHand[callListId]);
  const query = useQuery({
    queryKey: keyOf(callListId, inHand),
    queryFn: async () => {
      if (inHand === 'end') return null;
      const entry = inHand && (await ask('call-lists.get-entry', { entryId: inHand }));
      return entry ?? (await ask('call-lists.next', { callListId })) ?? null;
    },
  });
  // Whoever came into hand stays there, called or not, until the user goes on.
  const found = query.data;
  useEffect(() => {
    if (found !== undefined && found?.id !== inHand) takeInHand(callListId, found?.id ?? 'end');
  }, [callListId, found, inHand]);
  return query;
}

/** Puts an entry in hand: chosen from the list, or the next one. */
export function useTake(callListId: CallListId): (entry: CallListEntry | undefined) => void {
  const client = useQueryClient();
  return useCallback(
    (entry) => {
      // There at once: between two people nobody is to be called.
      client.setQueryData(keyOf(callListId, entry?.id ?? 'end'), entry ?? null);
      takeInHand(callListId, entry?.id ?? 'end');
    },
    [callListId, client],
  );
}

/** Working through a list: what is done with whoever is in hand. */
export function useWork(list: CallListView, entry: CallListEntry) {
  const client = useQueryClient();
  const take = useTake(list.id);
  const dial = useDial();
  const words = usePartyWords();
  const [failure, setFailure] = useState<Failure>();
  const [isAlone, setIsAlone] = useState(false);
  const { id: entryId, position } = entry;

  const settle = useCallback(
    async (state: CallListEntryState, callId?: CallId): Promise<boolean> => {
      const settled = await call('call-lists.settle', {
        entryId,
        state,
        ...(callId && { callId }),
      });
      setFailure(settled.ok ? undefined : settled.failure);
      if (settled.ok) client.setQueryData(keyOf(list.id, entryId), settled.value);
      await client.invalidateQueries({ queryKey: ['call-lists'] });
      return settled.ok;
    },
    [client, entryId, list.id],
  );

  const told = useRef<CallId>(undefined);
  /** Both the answer to a call and the call itself tell that it was made: it is noted once. */
  const noteCalled = useCallback(
    async (callId: CallId): Promise<void> => {
      if (told.current === callId) return;
      told.current = callId;
      if (!(await settle('called', callId))) told.current = undefined;
    },
    [settle],
  );
  const current = useCallOf(entry, noteCalled);
  const next = async (): Promise<void> => {
    const found = await call('call-lists.next', { callListId: list.id, after: position });
    setFailure(found.ok ? undefined : found.failure);
    if (!found.ok) return;
    const isSame = found.value?.id === entryId;
    // Whoever goes on to the next person is done with the call to this one.
    if (!isSame && current && isOver(current)) void call('calls.dismiss', { callId: current.id });
    setIsAlone(isSame);
    take(found.value);
  };
  const running = current && isRunning(current) ? current : undefined;
  return {
    failure,
    isAlone,
    running,
    settle,
    next,
    async skip() {
      if (await settle('skipped')) await next();
    },
    async call() {
      if (running) return;
      const request = requestOf(entry, words.title(entry.party));
      const placed = await dial(request);
      if (placed === undefined) return;
      if (placed.ok) await noteCalled(placed.value.callId);
      else showTrouble({ ...request, failure: placed.failure });
    },
  };
}

/** The call to whoever is in hand, running or just over; one that was begun elsewhere in the window counts, too. */
function useCallOf(entry: CallListEntry, noteCalled: (callId: CallId) => Promise<void>) {
  const active = useActiveCalls().data ?? [];
  const [since] = useState(() => Date.now());
  const made = callMadeTo(entry, active, since);
  const { callId } = entry;
  useEffect(() => {
    if (made !== undefined && made !== callId) void noteCalled(made);
  }, [made, callId, noteCalled]);
  const current = made ?? callId;
  return active.find((one) => one.id === current);
}
