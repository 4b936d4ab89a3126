import { useEffect, useRef } from 'react';
import type { ActiveCall } from '../../../shared/model/calls.ts';
import { usePartyWords } from '../party.ts';
import { announce } from './announce.ts';
import { newsOfCalls, saidOf, type SaidOfCalls } from './news-of-calls.ts';

/** Tells readers how far the calls are, whenever that changes. */
export function useCallsAloud(calls: readonly ActiveCall[] | undefined): void {
  const party = usePartyWords();
  const before = useRef<SaidOfCalls>(undefined);
  useEffect(() => {
    if (calls === undefined) return;
    const nameOf = (call: ActiveCall): string => party.title(call.party);
    // What ran before anybody looked is no news.
    if (before.current !== undefined) {
      for (const words of newsOfCalls(before.current, calls, nameOf)) announce(words);
    }
    before.current = saidOf(calls, nameOf);
  });
}
