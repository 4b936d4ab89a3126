import type { Failure } from '../../../shared/failure.ts';
import type { CallRow } from '../../../shared/model/calls.ts';
import type { CountryCode, EpochMs } from '../../../shared/model/ids.ts';
import type { Suggestion } from '../../../shared/model/people.ts';
import { parseDialable } from '../../../shared/phone/parse.ts';
import { outcomeOf } from '../../app/calls/outcome.ts';
import { dayAndTime, dayHeading, dayOf, duration } from '../../app/format.ts';
import type { PartyWords } from '../../app/party.ts';
import { en } from '../../strings/en.ts';

/** A line of the history: the heading of a day, or a call. */
export type HistoryItem =
  | { readonly kind: 'day'; readonly key: string; readonly heading: string }
  | { readonly kind: 'call'; readonly key: string; readonly call: CallRow };

/** Puts a heading before the first call of each day; calls stay in the order given. */
export function groupByDay(calls: readonly CallRow[], now: EpochMs): readonly HistoryItem[] {
  const items: HistoryItem[] = [];
  let day: EpochMs | undefined;
  for (const call of calls) {
    const callDay = dayOf(call.startedAt);
    if (callDay !== day) {
      day = callDay;
      items.push({ kind: 'day', key: `day:${day}`, heading: dayHeading(day, now) });
    }
    items.push({ kind: 'call', key: call.id, call });
  }
  return items;
}

/** The row as one sentence, for readers. */
export function rowSentence(call: CallRow, words: PartyWords, now: EpochMs): string {
  const direction = en.calls.direction[call.direction];
  const { text } = outcomeOf(call);
  const hasLength = call.outcome === 'connected' && call.durationSeconds;
  const length = hasLength ? `, ${duration(call.durationSeconds)}` : '';
  return en.calls.list.open(
    words.title(call.party),
    `${direction}, ${text}${length}`,
    dayAndTime(call.startedAt, now),
  );
}

/** Other calls with the same person, by number, else by extension. */
export function callsWithSame(call: CallRow, calls: readonly CallRow[]): readonly CallRow[] {
  const { number, extensionNumber } = call.party;
  if (number === undefined && extensionNumber === undefined) return [];
  return calls.filter(
    ({ id, party }) =>
      id !== call.id &&
      (number === undefined ? party.extensionNumber === extensionNumber : party.number === number),
  );
}

/** What a call will be placed to: the number of who was chosen, else what was typed. */
export function dialTarget(
  text: string,
  chosen: Suggestion | undefined,
  words: PartyWords,
): { readonly number: string; readonly who: string } {
  if (chosen?.party.number === undefined) return { number: text, who: text.trim() };
  return { number: chosen.party.number, who: words.title(chosen.party) };
}

/** The line under the dialer: the number as it will be dialled. */
export function dialHint(
  text: string,
  chosen: Suggestion | undefined,
  country: CountryCode,
  words: PartyWords,
): string | undefined {
  if (chosen?.party.number !== undefined) {
    const label = chosen.label === undefined ? '' : `${en.contacts.label(chosen.label)} `;
    return label + words.number(chosen.party.number);
  }
  const target = parseDialable(text, country);
  if (!target.ok) return undefined;
  const calls = en.calls.dialer.willCall(words.number(target.value.number));
  const { keyIn } = target.value;
  return keyIn === undefined ? calls : `${calls}, ${en.calls.dialer.keyIn(keyIn)}`;
}

/** Whether a Failure's sentence stands beside the field; a short number gets a question instead. */
export function standsByField(failure: Failure): boolean {
  return failure.field === 'number' && failure.message !== 'number.short';
}

/** Letters alone mean a person is looked for; then the first suggestion is at hand at once. */
export function looksForPerson(text: string): boolean {
  return /\p{L}/u.test(text) && !/\d/.test(text);
}
