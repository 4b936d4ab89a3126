import type { LegState } from '../../../../shared/model/calls.ts';
import type { CountryCode, E164, EpochMs } from '../../../../shared/model/ids.ts';
import { toE164 } from '../../../../shared/phone/parse.ts';
import type { ServerLiveCall, ServerParty } from '../../ringcentral/records.ts';
import { wordOfReason } from '../leg-words.ts';
import { cancelledEnding, connectedEnding, endingOf, type Ending } from '../ring-out.ts';

/** A telephony session that is one side of a RingOut placed here. */
export type Leg = Pick<
  ServerLiveCall,
  'telephonySessionId' | 'sessionId' | 'partyId' | 'status' | 'reason'
> & { readonly isMuted: boolean };

/** RingCentral shows one RingOut as two sessions, the phone's own and the other side's, or as one. */
export type Legs = { readonly own: Leg | undefined; readonly other: Leg | undefined };
export type LegName = keyof Legs;

export const noLegs: Legs = { own: undefined, other: undefined };

/** A call placed here that has no session of that kind yet. */
export type LegSeeker = {
  readonly to: E164;
  readonly phone: { readonly number: E164 };
  readonly startedAt: EpochMs;
  readonly legs: Legs;
};

/** The clocks of both sides may differ a little, and a session may be told of before its request. */
const earliestMs = -10_000;
/** The other side is rung when the own phone has been answered, which may take this long. */
const latestMs = 90_000;
/** Session ids of one RingOut lie 1000, 2000, 3000 or 4000 apart, by RingCentral's own client. */
const distances: ReadonlySet<number> = new Set([1_000, 2_000, 3_000, 4_000]);

/** Which leg of the call a session is; undefined for one that is none of it. */
export function matchLeg(
  call: LegSeeker,
  live: ServerLiveCall,
  home: CountryCode,
  now: EpochMs,
): LegName | undefined {
  const { own, other } = call.legs;
  if (own?.telephonySessionId === live.telephonySessionId) return 'own';
  if (other?.telephonySessionId === live.telephonySessionId) return 'other';
  // A session is told of before it ends: a first word that it has is of the call before this one.
  if (live.status === 'ended') return undefined;
  const after = (live.startedAt ?? now) - call.startedAt;
  if (after < earliestMs || after > latestMs) return undefined;
  const isTo = isNumber(live.to, call.to, home);
  if (live.direction === 'Outbound') return isTo && other === undefined ? 'other' : undefined;
  if (own !== undefined) return undefined;
  const isCrosswise = isNumber(live.from, call.to, home);
  if (!isCrosswise && !isTo) return undefined;
  // They may be calling back this very moment: only what is known of a RingOut tells it apart.
  const isRungHere = isNumber(live.to, call.phone.number, home);
  return live.isRingOut || isPaired(live, other) || (other === undefined && isRungHere)
    ? 'own'
    : undefined;
}

/** A session as a leg; what it leaves out is as it was. */
export function toLeg(live: ServerLiveCall, before: Leg | undefined): Leg {
  return {
    telephonySessionId: live.telephonySessionId,
    sessionId: live.sessionId ?? before?.sessionId,
    partyId: live.partyId ?? before?.partyId,
    status: live.status,
    reason: live.reason,
    isMuted: live.isMuted ?? before?.isMuted ?? false,
  };
}

/** A call whose leg is known to stand otherwise now. */
export function withLeg<Call extends { readonly legs: Legs }>(
  call: Call,
  { telephonySessionId }: Leg,
  change: Partial<Leg>,
): Call {
  const changed = (leg: Leg | undefined): Leg | undefined =>
    leg?.telephonySessionId === telephonySessionId ? { ...leg, ...change } : leg;
  return { ...call, legs: { own: changed(call.legs.own), other: changed(call.legs.other) } };
}

/** How far the legs say that the call has come. */
export type LegsReading = {
  readonly state: 'requesting' | 'ringing-you' | 'ringing-them' | 'connected';
  readonly yourLeg: LegState;
  readonly theirLeg: LegState;
};

/**
 * Reads what is known of the legs. A single session says no more than that the user's phone was
 * answered (RingCentral's samples of active calls): whether the other side was, the status of the
 * RingOut tells.
 */
export function readLegs({ own, other }: Legs): LegsReading {
  if (isUp(other) && own !== undefined) {
    return { state: 'connected', yourLeg: 'answered', theirLeg: 'answered' };
  }
  if (isUp(own) || isUp(other)) {
    return { state: 'ringing-them', yourLeg: 'answered', theirLeg: 'ringing' };
  }
  if (isRinging(own) || isRinging(other)) {
    return { state: 'ringing-you', yourLeg: 'ringing', theirLeg: 'waiting' };
  }
  return { state: 'requesting', yourLeg: 'waiting', theirLeg: 'waiting' };
}

/**
 * How the call has ended by its legs; undefined while it runs, and where they do not tell why: then
 * the status of the RingOut has to say.
 */
export function endOfLegs(
  { own, other }: Legs,
  call: { readonly hasConnected: boolean; readonly isYoursAnswered: boolean },
): Ending | undefined {
  const isOver = isEnded(other) || (isEnded(own) && (other === undefined || call.hasConnected));
  if (!isOver) return undefined;
  if (call.hasConnected) return connectedEnding;
  const reason = isEnded(other) ? other?.reason : own?.reason;
  if (reason === 'Cancelled') return cancelledEnding;
  const word = wordOfReason(reason);
  return word === undefined ? undefined : endingOf(word, call.isYoursAnswered ? 'them' : 'you');
}

export const isUp = (leg: Leg | undefined): boolean =>
  leg?.status === 'answered' || leg?.status === 'on-hold';
const isRinging = (leg: Leg | undefined): boolean => leg?.status === 'ringing';
export const isEnded = (leg: Leg | undefined): boolean => leg?.status === 'ended';

function isNumber(party: ServerParty, number: E164, home: CountryCode): boolean {
  const { phoneNumber, extensionNumber } = party;
  if (phoneNumber === number || extensionNumber === number) return true;
  return phoneNumber !== undefined && toE164(phoneNumber, home) === number;
}

function isPaired(live: ServerLiveCall, other: Leg | undefined): boolean {
  if (live.sessionId === undefined || other?.sessionId === undefined) return false;
  return distances.has(Math.abs(Number(live.sessionId) - Number(other.sessionId)));
}
