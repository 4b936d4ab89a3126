import type { Failure } from '../../../shared/failure.ts';
import type { CallOutlook, CallRow, LocalTime } from '../../../shared/model/calls.ts';
import type { CountryCode, EpochMs } from '../../../shared/model/ids.ts';
import type { Suggestion } from '../../../shared/model/people.ts';
import { parseDialable } from '../../../shared/phone/parse.ts';
import { questionOf } from '../../app/call-question/view-model.ts';
import { outcomeOf } from '../../app/calls/outcome.ts';
import { dayAndTime, dayOf, duration } from '../../app/format.ts';
import type { PartyWords } from '../../app/party.ts';
import { strings } from '../../../shared/strings/strings.ts';

/** Calls of one day stand under one heading. */
export function dayKeyOf(call: CallRow): string {
  return String(dayOf(call.startedAt));
}

/** What a row says beside how the call ended, each with an icon and a word. */
export type CallMark = 'new' | 'voicemail' | 'recording' | 'note';

export function marksOf(call: CallRow, isNew: boolean): readonly CallMark[] {
  return [
    isNew ? ['new' as const] : [],
    // Where the outcome says so it is not said twice.
    call.voicemailId === undefined || call.outcome === 'voicemail' ? [] : ['voicemail' as const],
    call.recording === undefined ? [] : ['recording' as const],
    call.noteOutcome === undefined ? [] : ['note' as const],
  ].flat();
}

/** The row as one sentence, for readers. */
export function rowSentence(
  call: CallRow,
  words: PartyWords,
  now: EpochMs,
  isNew: boolean = call.isNew,
): string {
  const direction = strings.calls.direction[call.direction];
  const { text } = outcomeOf(call);
  const hasLength = call.outcome === 'connected' && call.durationSeconds;
  const length = hasLength ? `, ${duration(call.durationSeconds)}` : '';
  const marks = marksOf(call, isNew).map((mark) =>
    mark === 'note' ? (call.noteOutcome ?? '') : strings.calls.marks[mark],
  );
  return strings.calls.list.open(
    words.title(call.party),
    [`${direction}, ${text}${length}`, ...marks].join(', '),
    dayAndTime(call.startedAt, now),
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
    const label = chosen.label === undefined ? '' : `${strings.contacts.label(chosen.label)} `;
    return label + words.number(chosen.party.number);
  }
  const target = parseDialable(text, country);
  if (!target.ok) return undefined;
  const calls = strings.calls.dialer.willCall(words.number(target.value.number));
  const { keyIn } = target.value;
  return keyIn === undefined ? calls : `${calls}, ${strings.calls.dialer.keyIn(keyIn)}`;
}

/** The same for somebody's extension in the company, which main alone can tell from a short number. */
export function extensionHint(outlook: CallOutlook | undefined): string | undefined {
  const { number, party } = outlook ?? {};
  if (number === undefined || party?.extensionNumber !== number) return undefined;
  return party.contactId === undefined ? undefined : strings.calls.dialer.willCall(number);
}

/** Whose the number is, unless that was chosen, and what time it is for them. */
export function hintOf(
  { refusal, party, place, localTime }: CallOutlook,
  isChosen: boolean,
  words: PartyWords,
): { readonly who?: string; readonly place?: string; readonly localTime?: LocalTime } | undefined {
  if (refusal !== undefined) return undefined;
  const who = isChosen || party.name === undefined ? undefined : words.title(party);
  if (who === undefined && place === undefined && localTime === undefined) return undefined;
  return { ...(who && { who }), ...(place && { place }), ...(localTime && { localTime }) };
}

/** Whether a Failure's sentence stands beside the field; what can be answered is asked instead. */
export function standsByField(failure: Failure): boolean {
  return failure.field === 'number' && questionOf(failure) === undefined;
}

/** Letters alone mean a person is looked for; then the first suggestion is at hand at once. */
export function looksForPerson(text: string): boolean {
  return /\p{L}/u.test(text) && !/\d/.test(text);
}
