import { assertNever } from '../../../shared/failure.ts';
import type { ActiveCall } from '../../../shared/model/calls.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { duration, runningClock } from '../../app/format.ts';
import { en } from '../../../shared/strings/en.ts';

export type BarTone = 'waiting' | 'live' | 'over' | 'failed' | 'unsure';

export type BarWords = {
  readonly tone: BarTone;
  /** What is going on, in one sentence; does not change from second to second. */
  readonly state: string;
  readonly advice: string | undefined;
};

const { bar } = en.calls;

/** How far a call has come, in words. */
export function barWords(call: ActiveCall, who: string): BarWords {
  const trouble = call.failure && en.failures(call.failure);
  switch (call.state) {
    case 'requesting':
      return { tone: 'waiting', state: bar.state.requesting, advice: undefined };
    case 'ringing-you':
      return {
        tone: 'waiting',
        state: bar.state.ringingYou(call.phone.label, who),
        advice: keyInAdvice(call),
      };
    case 'ringing-them':
      return { tone: 'waiting', state: bar.state.ringingThem(who), advice: keyInAdvice(call) };
    case 'connected':
      return { tone: 'live', state: bar.state.connected, advice: keyInAdvice(call) };
    case 'ended':
      return { tone: 'over', state: endedWords(call), advice: undefined };
    case 'cancelled':
      return { tone: 'over', state: bar.state.cancelled, advice: undefined };
    case 'failed':
      return {
        tone: 'failed',
        state: trouble?.title ?? bar.state.failed,
        advice: trouble?.advice,
      };
    case 'unknown':
      return { tone: 'unsure', state: bar.state.unknown, advice: trouble?.advice };
    case 'handed-over':
      return { tone: 'over', state: bar.state.handedOver, advice: undefined };
    default:
      return assertNever(call.state);
  }
}

/** Both sides of the call: *You: answered · Ada Brook: ringing*. */
export function legWords(call: ActiveCall, who: string): string {
  return `${bar.you}: ${bar.leg[call.yourLeg]} · ${who}: ${bar.leg[call.theirLeg]}`;
}

/** How long both sides have been talking: a clock while they are, nothing before. */
export function talkClock(call: ActiveCall, now: EpochMs): string | undefined {
  if (call.state !== 'connected' || call.connectedAt === undefined) return undefined;
  return runningClock((now - call.connectedAt) / 1000);
}

export function isOver(call: ActiveCall): boolean {
  return ['ended', 'cancelled', 'failed', 'unknown', 'handed-over'].includes(call.state);
}

/** Whether trying again is for the user to decide: never offered while the outcome is open. */
export function canTryAgain(call: ActiveCall): boolean {
  return call.state === 'failed' || call.state === 'cancelled';
}

function endedWords(call: ActiveCall): string {
  if (call.connectedAt === undefined || call.endedAt === undefined) return bar.state.ended;
  return bar.state.endedAfter(duration((call.endedAt - call.connectedAt) / 1000));
}

function keyInAdvice(call: ActiveCall): string | undefined {
  return call.keyIn === undefined ? undefined : bar.keyIn(call.keyIn);
}
