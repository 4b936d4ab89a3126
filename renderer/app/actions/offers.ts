import { useEffect, useRef } from 'react';
import type { PartyWords } from '../party.ts';
import type { Action, Facts } from './action.ts';

type Offer = (facts: Facts, words: PartyWords) => readonly Action[];

const offers = new Set<Offer>();

/**
 * Offers what can be done with what a part of the window shows, for as long as it is shown. Asked
 * when the palette opens, so that it costs nothing before.
 */
export function useOffer(offer: Offer): void {
  const latest = useRef(offer);
  useEffect(() => {
    latest.current = offer;
  });
  useEffect(() => {
    const ask: Offer = (facts, words) => latest.current(facts, words);
    offers.add(ask);
    return () => void offers.delete(ask);
  }, []);
}

/** What begins the ids of what is wanted most: a call that is there, then the person in hand. */
const first = ['incoming.', 'live.', 'work.', 'person.'] as const;

function rankOf({ id }: Action): number {
  const at = first.findIndex((start) => id.startsWith(start));
  return at < 0 ? first.length : at;
}

/** Everything that is offered now; what is offered by several parts once. */
export function offeredNow(facts: Facts, words: PartyWords): readonly Action[] {
  const all = [...offers].flatMap((offer) => offer(facts, words));
  return all
    .filter(({ id }, at) => all.findIndex((other) => other.id === id) === at)
    .toSorted((one, other) => rankOf(one) - rankOf(other));
}
