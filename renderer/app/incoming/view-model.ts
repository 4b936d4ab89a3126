import type { IncomingCall, PersonBrief } from '../../../shared/model/cards.ts';
import type { CallId, EpochMs } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { timeOfDay } from '../format.ts';

const hourMs = 3_600_000;
const quarterMs = 900_000;
/** Where a template has room for a time. */
const room = /…|\.{3}/;

/** How an incoming call stands, in a few words. */
export function stateWords({ state, startedAt, endedAt }: IncomingCall): string {
  if (state === 'missed') return strings.incoming.missedAt(timeOfDay(startedAt));
  if (state === 'voicemail' && endedAt !== undefined) return strings.incoming.leftVoicemail;
  return strings.incoming.state[state];
}

/** What the card of a call is called: nobody is coming in any more once it was missed. */
export function cardTitle({ state, endedAt }: Pick<IncomingCall, 'state' | 'endedAt'>): string {
  const isMissed = state === 'missed' || (state === 'voicemail' && endedAt !== undefined);
  return isMissed ? strings.cards.missed : strings.cards.incoming;
}

/** What reaches them again after a call that nobody took; undefined while there is nothing to call. */
export function callBackTo({ state, endedAt, party }: IncomingCall): string | undefined {
  const wasTaken = state === 'ended' || state === 'answered' || state === 'on-hold';
  return endedAt === undefined || wasTaken ? undefined : (party.number ?? party.extensionNumber);
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
