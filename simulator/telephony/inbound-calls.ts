import { isBlocked } from '../account/caller-blocking.ts';
import { addVoicemail } from '../messages/voicemail.ts';
import type { CallRecord } from '../state/types.ts';
import type { World } from '../world.ts';
import { newCallRecord, outsideParty, ownParty } from './call-parties.ts';
import type { LiveCall } from './live-calls.ts';
import { answerCall, endCall, setPhase, startCall } from './live-calls.ts';

export type InboundCall = {
  /** E.164; absent for a caller who hides it. */
  readonly from?: string;
  readonly outcome: 'missed' | 'voicemail' | 'answered' | 'rejected';
  /** How long it rings, in milliseconds. */
  readonly ringMs?: number;
  /** How long an answered call or a voicemail lasts, in milliseconds. */
  readonly talkMs?: number;
  readonly transcript?: string;
  /** The queue that sends the call on, by name. */
  readonly queue?: string;
  /** How many of the user's phones ring; one when absent. */
  readonly phones?: number;
};

/** Somebody calls the user; the rest happens on the clock. Returns the record of the call. */
export function receiveCall(world: World, inbound: InboundCall): CallRecord {
  const direct = world.state.profile.numbers.find((number) => number.primary);
  const record = newCallRecord(world, {
    direction: 'Inbound',
    action: 'Phone Call',
    from: inbound.from === undefined ? { name: 'Anonymous' } : outsideParty(inbound.from),
    to: ownParty(world, direct?.phoneNumber ?? ''),
  });
  if (isRefused(world, inbound.from)) return refuse(world, record);
  let cancel = (): void => undefined;
  const hangUp = (): void => {
    cancel();
    endCall(world, call, { result: call.answeredAt === undefined ? 'Rejected' : 'Accepted' });
  };
  const call = startCall(world, record, 'Call', hangUp, inbound);
  cancel = world.clock.schedule(inbound.ringMs ?? 12_000, () => {
    cancel = rang(world, call, inbound);
  });
  return record;
}

function isRefused(world: World, from: string | undefined): boolean {
  if (from !== undefined) return isBlocked(world, from);
  return world.state.callerBlocking.noCallerId === 'BlockCallsAndFaxes';
}

/** A blocked caller never rings; the call log has the attempt. */
function refuse(world: World, record: CallRecord): CallRecord {
  const now = world.clock.now();
  Object.assign(record, {
    endedAt: now,
    listedAt: now + world.pace.callLogDelayMin,
    durationMs: 0,
    result: 'Blocked',
    reason: 'Number Blocked',
  });
  world.state.calls.push(record);
  world.changed();
  return record;
}

/** It rang long enough. Returns what keeps the next step from happening. */
function rang(world: World, call: LiveCall, inbound: InboundCall): () => void {
  const { talkMs = 30_000 } = inbound;
  switch (inbound.outcome) {
    case 'missed':
      endCall(world, call, { result: 'Missed', reason: 'No Answer' });
      return () => undefined;
    case 'rejected':
      endCall(world, call, { result: 'Rejected' });
      return () => undefined;
    case 'answered':
      answerCall(world, call);
      return world.clock.schedule(talkMs, () => endCall(world, call, { result: 'Accepted' }));
    case 'voicemail':
      setPhase(world, call, 'VoiceMail');
      return world.clock.schedule(talkMs, () => {
        const seconds = Math.round(talkMs / 1_000);
        const voicemail = addVoicemail(world, call.record.from, seconds, inbound.transcript);
        endCall(world, call, { result: 'Voicemail', voicemailId: voicemail.id });
      });
  }
}
