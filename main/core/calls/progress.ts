import type { CallState, LegState } from '../../../shared/model/calls.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { RunningCall } from './active-calls.ts';
import { endOfLegs, readLegs, type Legs } from './live/legs.ts';
import { cancelledEnding, connectedEnding, type Ending, type RingOutReading } from './ring-out.ts';

/** A call after it was heard of, and how it ended where it has. */
export type Progress = { readonly call: RunningCall; readonly ending: Ending | undefined };

type Step = {
  readonly state: CallState;
  readonly yourLeg: LegState;
  readonly theirLeg: LegState;
};

const stateOrder: readonly CallState[] = ['requesting', 'ringing-you', 'ringing-them', 'connected'];
const legOrder: readonly LegState[] = ['unknown', 'waiting', 'ringing', 'answered'];

/** Words that say only that RingCentral knows no more of the call. */
const wordless: ReadonlySet<string> = new Set(['NoSessionFound', 'Unknown', 'Invalid']);

/** Takes up a status that was asked for. What is older than what is known changes nothing. */
export function applyReading(call: RunningCall, reading: RingOutReading, now: EpochMs): Progress {
  const { yourLeg, theirLeg, state, outcome, failure } = reading;
  if (outcome === undefined) return { call: advance(call, reading, now), ending: undefined };
  const told = { state: state as Ending['state'], outcome, failure };
  const after = { ...call, yourLeg, theirLeg };
  const ending = weigh(call, told);
  if (ending.outcome !== 'connected') return { call: after, ending };
  return { call: { ...after, connectedAt: call.connectedAt ?? now }, ending };
}

/** Takes up what push or presence tell of its legs. */
export function applyLegs(call: RunningCall, legs: Legs, now: EpochMs): Progress {
  const next = advance({ ...call, legs }, readLegs(legs), now);
  const ending = endOfLegs(legs, {
    hasConnected: next.connectedAt !== undefined,
    isYoursAnswered: next.yourLeg === 'answered',
  });
  return { call: next, ending: ending && weigh(next, ending) };
}

/** How a call ended whose status RingCentral no longer has (its guide to RingOut). */
export function endingOfGone(call: RunningCall): Ending {
  if (call.connectedAt !== undefined) return connectedEnding;
  if (call.isCancelWanted) return cancelledEnding;
  return { state: 'ended', outcome: 'unknown', failure: undefined };
}

/** The call never goes back: of what was known and what is told, whichever is further on. */
function advance(call: RunningCall, step: Step, now: EpochMs): RunningCall {
  const state = further(stateOrder, call.state, step.state);
  return {
    ...call,
    state,
    yourLeg: further(legOrder, call.yourLeg, step.yourLeg),
    theirLeg: further(legOrder, call.theirLeg, step.theirLeg),
    connectedAt: call.connectedAt ?? (state === 'connected' ? now : undefined),
    // Answered, it can no longer be taken back: whoever pressed *Cancel* has to hang up.
    isCancelWanted: call.isCancelWanted && (state === 'requesting' || state === 'ringing-you'),
  };
}

/** An end in the light of what is known: a wish to cancel explains it, and who talked has talked. */
function weigh(call: RunningCall, told: Ending): Ending {
  if (told.state === 'cancelled') {
    if (call.connectedAt !== undefined) return connectedEnding;
    return call.isCancelWanted ? cancelledEnding : told;
  }
  const isWordless = told.failure !== undefined && wordless.has(told.failure.code);
  return isWordless && call.connectedAt !== undefined ? connectedEnding : told;
}

function further<T>(order: readonly T[], known: T, told: T): T {
  return order.indexOf(told) > order.indexOf(known) ? told : known;
}
