import { talkTime } from '../personas.ts';
import type { CallRecord } from '../state/types.ts';
import type { World } from '../world.ts';
import { newCallRecord, outsideParty, ownParty } from './call-parties.ts';
import type { FailedLeg } from './leg-outcomes.ts';
import { endOfLeg, otherLegOutcome, ownLegOutcome } from './leg-outcomes.ts';
import type { CallEnd, LiveCall } from './live-calls.ts';
import { answerCall, dropCall, endCall, startCall } from './live-calls.ts';

/** The values of RingCentral's guide to RingOut that this simulator produces. */
export type LegStatus = 'InProgress' | 'Success' | 'Finished' | FailedLeg;

export type RingOutStatus = {
  readonly callStatus: 'InProgress' | 'Success' | 'CannotReach';
  readonly callerStatus: LegStatus;
  readonly calleeStatus: LegStatus;
};

export type RingOut = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly playPrompt: boolean;
  status: RingOutStatus;
  /** What the call log calls the user's own phone ringing; absent when one record shows it all. */
  ownLeg: LiveCall | undefined;
  otherLeg: LiveCall | undefined;
  /** Cancels the next step. */
  cancel: () => void;
};

export type RingOutRequest = Pick<RingOut, 'from' | 'to' | 'playPrompt'>;

/** Rings the own phone first; each later step is due on the clock. */
export function startRingOut(world: World, request: RingOutRequest): RingOut {
  const ringOut: RingOut = {
    ...request,
    id: world.ids.ringOut(),
    status: { callStatus: 'InProgress', callerStatus: 'InProgress', calleeStatus: 'InProgress' },
    ownLeg: undefined,
    otherLeg: undefined,
    cancel: () => undefined,
  };
  if (world.rules.ringOutRecords === 'one') ringOut.otherLeg = startOtherLeg(world, ringOut);
  else ringOut.ownLeg = startOwnLeg(world, ringOut);
  world.ringOuts.set(ringOut.id, ringOut);
  const outcome = ownLegOutcome(world, request.from);
  const wait = world.pace.ownPhoneAnswer + (request.playPrompt ? world.pace.prompt : 0);
  if (outcome.failed === undefined)
    after(world, ringOut, wait, () => ownPhoneAnswered(world, ringOut));
  else
    after(world, ringOut, outcome.after, () =>
      fail(world, ringOut, 'callerStatus', outcome.failed),
    );
  return ringOut;
}

/** The inbound half: it seems to come from the other side (or, by rule, to go to it). */
function startOwnLeg(world: World, ringOut: RingOut): LiveCall {
  const { from, to } = ringOut;
  const own = ownParty(world, from);
  const other = outsideParty(to);
  const parties =
    world.rules.ringOutRecords === 'two-same' ? { from: own, to: other } : { from: other, to: own };
  const details = { direction: 'Inbound', action: 'Phone Call', ...parties } as const;
  return startLeg(world, ringOut, newCallRecord(world, details));
}

function startOtherLeg(world: World, ringOut: RingOut): LiveCall {
  const details = {
    direction: 'Outbound',
    action: 'RingOut Web',
    from: ownParty(world, ringOut.from),
    to: outsideParty(ringOut.to),
    internalType: 'RingOut',
    ...pairedSession(world, ringOut.ownLeg),
    ...(world.rules.ringOutRecords === 'one' ? { bothLegs: true } : {}),
  } as const;
  return startLeg(world, ringOut, newCallRecord(world, details));
}

function startLeg(world: World, ringOut: RingOut, record: CallRecord): LiveCall {
  return startCall(world, record, 'RingOut', () => endRingOut(world, ringOut));
}

/** What hanging up does at each moment of the call. */
function endRingOut(world: World, ringOut: RingOut): void {
  if (ringOut.status.callStatus === 'Success') hangUp(world, ringOut);
  else cancelRingOut(world, ringOut);
}

/** The two records' session ids lie 1000, 2000, 3000 or 4000 apart, by RingCentral's own client. */
function pairedSession(world: World, ownLeg: LiveCall | undefined): { sessionId?: string } {
  if (!ownLeg) return {};
  const distance = 1_000 * world.random.integer(1, 4);
  return { sessionId: String(Number(ownLeg.record.sessionId) - distance) };
}

function ownPhoneAnswered(world: World, ringOut: RingOut): void {
  ringOut.status = { ...ringOut.status, callerStatus: 'Success' };
  if (ringOut.ownLeg) answerCall(world, ringOut.ownLeg);
  ringOut.otherLeg ??= startOtherLeg(world, ringOut);
  const outcome = otherLegOutcome(world, ringOut.to);
  if (outcome.failed === undefined)
    after(world, ringOut, world.pace.otherSideAnswer, () => otherSideAnswered(world, ringOut));
  else
    after(world, ringOut, outcome.after, () =>
      fail(world, ringOut, 'calleeStatus', outcome.failed),
    );
}

function otherSideAnswered(world: World, ringOut: RingOut): void {
  ringOut.status = { callStatus: 'Success', callerStatus: 'Success', calleeStatus: 'Success' };
  if (ringOut.otherLeg) answerCall(world, ringOut.otherLeg);
  after(world, ringOut, talkTime(ringOut.to, world.pace.talk), () => hangUp(world, ringOut));
}

/** Either side hangs up; callStatus stays Success (RingCentral's guide to RingOut). */
export function hangUp(world: World, ringOut: RingOut): void {
  ringOut.status = { ...ringOut.status, callerStatus: 'Finished', calleeStatus: 'Finished' };
  finish(world, ringOut, { result: 'Call connected' });
}

/** Cancelled while the own phone rings. */
export function cancelRingOut(world: World, ringOut: RingOut): void {
  ringOut.status = { ...ringOut.status, callStatus: 'CannotReach', callerStatus: 'Rejected' };
  finish(world, ringOut, { result: 'Hang Up', reason: 'Hang Up' });
}

function fail(
  world: World,
  ringOut: RingOut,
  leg: 'callerStatus' | 'calleeStatus',
  word: FailedLeg,
): void {
  ringOut.status = { ...ringOut.status, callStatus: 'CannotReach', [leg]: word };
  finish(world, ringOut, endOfLeg(word));
}

/**
 * A RingOut whose own phone never answered would leave only its inbound half, which reads like a
 * missed call from the other side; it leaves the outbound half instead.
 */
function finish(world: World, ringOut: RingOut, end: CallEnd): void {
  ringOut.cancel();
  if (!ringOut.otherLeg) {
    ringOut.otherLeg = startOtherLeg(world, ringOut);
    if (ringOut.ownLeg) dropCall(world, ringOut.ownLeg);
  } else if (ringOut.ownLeg) {
    endCall(world, ringOut.ownLeg, { result: 'Accepted', recorded: false });
  }
  endCall(world, ringOut.otherLeg, end);
  after(world, ringOut, world.pace.ringOutGone, () => {
    world.ringOuts.delete(ringOut.id);
  });
}

function after(world: World, ringOut: RingOut, ms: number, step: () => void): void {
  ringOut.cancel = world.clock.schedule(ms, step);
}
