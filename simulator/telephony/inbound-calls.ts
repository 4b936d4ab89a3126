import { addVoicemail } from '../messages/voicemail.ts';
import type { CallRecord } from '../state/types.ts';
import type { World } from '../world.ts';
import { newCallRecord, outsideParty, ownParty } from './call-parties.ts';
import { answerCall, endCall, startCall } from './live-calls.ts';

export type InboundCall = {
  /** E.164; absent for a caller who hides it. */
  readonly from?: string;
  readonly outcome: 'missed' | 'voicemail' | 'answered' | 'rejected';
  /** How long it rings, in milliseconds. */
  readonly ringMs?: number;
  /** How long an answered call or a voicemail lasts, in milliseconds. */
  readonly talkMs?: number;
  readonly transcript?: string;
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
  const call = startCall(world, record, 'Call', 'Proceeding');
  const { ringMs = 12_000, talkMs = 30_000 } = inbound;
  world.clock.schedule(ringMs, () => {
    switch (inbound.outcome) {
      case 'missed':
        return endCall(world, call, { result: 'Missed', reason: 'No Answer' });
      case 'rejected':
        return endCall(world, call, { result: 'Rejected' });
      case 'answered':
        answerCall(world, call);
        world.clock.schedule(talkMs, () => endCall(world, call, { result: 'Accepted' }));
        return;
      case 'voicemail':
        world.clock.schedule(talkMs, () => {
          const seconds = Math.round(talkMs / 1_000);
          const voicemail = addVoicemail(world, record.from, seconds, inbound.transcript);
          endCall(world, call, { result: 'Voicemail', voicemailId: voicemail.id });
        });
    }
  });
  return record;
}
