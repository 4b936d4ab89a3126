import { assertNever } from '../../../shared/failure.ts';
import type { ActiveCall, CallOutcome } from '../../../shared/model/calls.ts';
import type { IncomingCall, IncomingState } from '../../../shared/model/cards.ts';
import type { CountryCode, EpochMs } from '../../../shared/model/ids.ts';
import { toE164 } from '../../../shared/phone/parse.ts';
import type { LiveCall } from '../calls/live/live-call.ts';
import type { ServerParty } from '../ringcentral/records.ts';

/** A ring that is heard of so much later, after sleep, says nothing about now. */
const staleMs = 2 * 60_000;
/** The own phone of a RingOut rings at once, but for what clocks are off; or it is told of late. */
const earliestMs = 10_000;
const latestMs = 3 * 60_000;

/** Whether a call that was not known is news: it rings now, or is being talked on. */
export function isNews(call: LiveCall, now: EpochMs): boolean {
  if (call.direction !== 'Inbound') return false;
  if (call.status === 'ringing') return now - (call.startedAt ?? now) <= staleMs;
  return call.status === 'answered' || call.status === 'on-hold';
}

/**
 * The RingOut of ours that a call is the inbound half of: RingCentral rings the user's own phone as
 * if the other side called, or with the same two numbers as the outbound half (its samples of
 * active calls).
 */
export function findOwnRingOut(
  call: LiveCall,
  active: readonly ActiveCall[],
  home: CountryCode,
  now: EpochMs,
): ActiveCall | undefined {
  const startedAt = call.startedAt ?? now;
  const sides = [call.from, call.to].map((party) => reachOf(party, home));
  const isNameless = sides[0] === undefined;
  return active.find(({ party, state, ...placed }) => {
    const since = startedAt - placed.startedAt;
    if (since < -earliestMs || since > latestMs) return false;
    if (placed.endedAt !== undefined && placed.endedAt + earliestMs < startedAt) return false;
    const other = party.number ?? party.extensionNumber;
    if (other !== undefined && sides.includes(other)) return true;
    // A number that is missing contradicts nothing while our own phone is being rung.
    return isNameless && (state === 'requesting' || state === 'ringing-you');
  });
}

function reachOf(party: ServerParty, home: CountryCode): string | undefined {
  return numberOf(party, home) ?? party.extensionNumber;
}

/** E.164, where the caller shows a number. */
export function numberOf({ phoneNumber }: ServerParty, home: CountryCode) {
  return phoneNumber === undefined ? undefined : toE164(phoneNumber, home);
}

/** How far an incoming call has come; `before` is how far it was. */
export function stateOf(call: LiveCall, before: IncomingState | undefined): IncomingState {
  switch (call.status) {
    case 'ringing':
    case 'answered':
    case 'on-hold':
    case 'voicemail':
      return call.status;
    case 'ended':
      if (call.answeredAt !== undefined || wasTakenElsewhere(call)) return 'ended';
      if (before === 'voicemail' || call.reason === 'Voicemail') return 'voicemail';
      return call.reason === 'Rejected' ? 'declined' : 'missed';
    default:
      return assertNever(call.status);
  }
}

/** A colleague in the queue has taken it, or somebody has picked it up (SPEC CallStatusInfo). */
export function wasTakenElsewhere(call: LiveCall): boolean {
  const isElsewhere = call.reason === 'AgentAnswered' || call.reason === 'Pickup';
  return call.status === 'ended' && call.answeredAt === undefined && isElsewhere;
}

/** What the history says of a call that has ended like that. */
export function outcomeOf(state: IncomingState): CallOutcome {
  switch (state) {
    case 'ringing':
    case 'missed':
      return 'missed';
    case 'answered':
    case 'on-hold':
    case 'ended':
      return 'connected';
    case 'voicemail':
      return 'voicemail';
    case 'declined':
      return 'rejected';
    default:
      return assertNever(state);
  }
}

/** The card of a call that is over, after its record has told more. */
export function corrected(call: IncomingCall, outcome: CallOutcome): IncomingCall {
  const state = endStates.get(outcome);
  return state === undefined || state === call.state ? call : { ...call, state };
}

const endStates: ReadonlyMap<CallOutcome, IncomingState> = new Map([
  ['connected', 'ended'],
  ['missed', 'missed'],
  ['busy', 'missed'],
  ['voicemail', 'voicemail'],
  ['rejected', 'declined'],
]);
