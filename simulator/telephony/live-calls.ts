import { publishPresence } from '../account/presence.ts';
import type { CallRecord } from '../state/types.ts';
import type { World } from '../world.ts';
import { recordingOf } from './recordings.ts';
import { publishTelephony } from './telephony-events.ts';

export type Phase = 'Setup' | 'Proceeding' | 'Answered' | 'Hold' | 'VoiceMail' | 'Disconnected';

/** One leg that rings or talks right now, and the record it will leave in the call log. */
export type LiveCall = {
  readonly record: CallRecord;
  readonly origin: 'Call' | 'RingOut';
  /** The queue it came through, and how many of the user's phones ring for it. */
  readonly queue: string | undefined;
  readonly phones: number;
  phase: Phase;
  answeredAt: number | undefined;
  /** Whether the user's microphone is off. */
  muted: boolean;
  /** How many events told of this call; each carries its number. */
  sequence: number;
  /** Ends the call from the user's side, as hanging up does. */
  hangUp: () => void;
};

export type CallEnd = {
  readonly result: string;
  readonly reason?: string;
  readonly voicemailId?: number;
  /** False for a leg whose other half carries the recording. */
  readonly recorded?: boolean;
};

/** Starts a leg that rings: it is in active-calls and presence from now on. */
export function startCall(
  world: World,
  record: CallRecord,
  origin: LiveCall['origin'],
  hangUp: () => void,
  { queue, phones = 1 }: { readonly queue?: string; readonly phones?: number } = {},
): LiveCall {
  const call: LiveCall = {
    record,
    origin,
    queue,
    phones,
    phase: 'Setup',
    answeredAt: undefined,
    muted: false,
    sequence: 0,
    hangUp,
  };
  world.state.calls.push(record);
  world.liveCalls.push(call);
  publishTelephony(world, call);
  setPhase(world, call, 'Proceeding');
  return call;
}

export function answerCall(world: World, call: LiveCall): void {
  call.answeredAt = world.clock.now();
  setPhase(world, call, 'Answered');
}

/** Puts a leg on hold, takes it back, or lets voicemail answer it. */
export function setPhase(world: World, call: LiveCall, phase: Phase): void {
  call.phase = phase;
  tell(world, call);
}

export function setMuted(world: World, call: LiveCall, muted: boolean): void {
  call.muted = muted;
  tell(world, call);
}

/**
 * Ends a leg; its call-log entry comes 15 to 30 seconds later (RingCentral's guide to the call
 * log).
 */
export function endCall(world: World, call: LiveCall, end: CallEnd): void {
  const { record } = call;
  const now = world.clock.now();
  const { callLogDelayMin, callLogDelayMax } = world.pace;
  record.endedAt = now;
  record.listedAt = now + world.random.integer(callLogDelayMin, callLogDelayMax);
  record.durationMs = now - record.startedAt;
  record.result = end.result;
  if (end.reason !== undefined) record.reason = end.reason;
  if (end.voicemailId !== undefined) record.voicemailId = end.voicemailId;
  const { answeredAt } = call;
  if (answeredAt !== undefined && end.recorded !== false) {
    const recording = recordingOf(world, record, now - answeredAt);
    if (recording) record.recording = recording;
  }
  remove(world, call);
}

/** Takes a leg away that leaves no trace in the call log. */
export function dropCall(world: World, call: LiveCall): void {
  world.state.calls = world.state.calls.filter((record) => record !== call.record);
  remove(world, call);
}

function remove(world: World, call: LiveCall): void {
  const at = world.liveCalls.indexOf(call);
  if (at >= 0) world.liveCalls.splice(at, 1);
  call.phase = 'Disconnected';
  tell(world, call);
}

function tell(world: World, call: LiveCall): void {
  world.state.counters.presence += 1;
  publishTelephony(world, call);
  publishPresence(world);
  world.changed();
}

const LONGEST_UNFINISHED_MS = 10 * 60_000;

/** Closes calls that still ran when the server stopped or crashed, so that the log has them. */
export function closeUnfinishedCalls(world: World): void {
  const now = world.clock.now();
  for (const record of world.state.calls) {
    if (record.endedAt !== undefined) continue;
    record.endedAt = Math.min(now, record.startedAt + LONGEST_UNFINISHED_MS);
    record.listedAt = now;
    record.durationMs = record.endedAt - record.startedAt;
    record.result = 'Call Failed';
  }
}
