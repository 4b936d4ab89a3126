import type { IncomingCall, PersonBrief } from '../../../shared/model/cards.ts';
import type { CallId, EpochMs } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { timeOfDay } from '../format.ts';

const hourMs = 3_600_000;
const quarterMs = 900_000;
/** Where a template has room for a time. */
const room = /…|\.{3}/;

/** How an incoming call stands, in a few words. */
export function stateWords({ state, endedAt }: IncomingCall): string {
  if (state === 'voicemail' && endedAt !== undefined) return strings.incoming.leftVoicemail;
  return strings.incoming.state[state];
}

/** The template with a time in it: the next quarter of an hour that is an hour away or more. */
export function fillTemplate(template: string, now: EpochMs): string {
  const at = Math.ceil((now + hourMs) / quarterMs) * quarterMs;
  return template.replace(room, timeOfDay(at));
}

/** What is known besides the call itself, whose notes stand in a field of their own. */
export function withoutCall(brief: PersonBrief, callId: CallId): PersonBrief {
  return { ...brief, notes: brief.notes.filter((note) => note.callId !== callId) };
}

/** Whether there is anyone to look up, text or call back. */
export function isWithheld({ party }: Pick<IncomingCall, 'party'>): boolean {
  return party.number === undefined && party.extensionNumber === undefined;
}
