import { failure, type Failure } from '../../../shared/failure.ts';
import type { CallOutcome, CallState, LegState } from '../../../shared/model/calls.ts';
import type { RingOutStatus } from '../ringcentral/records.ts';
import { failedLeg, toLeg, type Side } from './leg-words.ts';

/** What a RingOut status means to the user; `outcome` is there once the call is over. */
export type RingOutReading = {
  readonly state: CallState;
  readonly yourLeg: LegState;
  readonly theirLeg: LegState;
  readonly outcome: CallOutcome | undefined;
  readonly failure: Failure | undefined;
};

/** How a call ends. */
export type Ending = {
  readonly state: Extract<CallState, 'ended' | 'cancelled' | 'failed' | 'unknown'>;
  readonly outcome: CallOutcome;
  readonly failure: Failure | undefined;
};

export const connectedEnding: Ending = {
  state: 'ended',
  outcome: 'connected',
  failure: undefined,
};
export const cancelledEnding: Ending = {
  state: 'cancelled',
  outcome: 'cancelled',
  failure: undefined,
};

/**
 * Reads the three words of a RingOut status (RingCentral's guide to RingOut). A word we do not know
 * decides nothing.
 */
export function readRingOut(status: RingOutStatus): RingOutReading {
  const yourLeg = toLeg(status.callerStatus);
  const theirs = toLeg(status.calleeStatus);
  // Both words say InProgress from the start, but the other side rings only after the user's own.
  const theirLeg = yourLeg === 'ringing' && theirs === 'ringing' ? 'waiting' : theirs;
  const legs = { yourLeg, theirLeg };
  const ending =
    endOfYourLeg(status.callerStatus) ??
    endOfTheirLeg(status.calleeStatus, yourLeg) ??
    endOfCall(status, yourLeg, theirLeg);
  const running = { state: toState(yourLeg, theirLeg), outcome: undefined, failure: undefined };
  return { ...legs, ...(ending ?? running) };
}

/** The end of a call by the word of the leg that failed; undefined for a word that ends nothing. */
export function endingOf(word: string, side: Side): Ending | undefined {
  const leg = failedLeg(word);
  if (leg === undefined) return undefined;
  const retry = leg.isLasting ? 'never' : 'user';
  const reason = failure('rejected', leg.says[side], { code: word, retry });
  // Whoever turns their own phone away has taken the call back.
  if (word === 'Rejected' && side === 'you') return { ...cancelledEnding, failure: reason };
  // It was the user who was busy or away: nobody else has been called.
  const outcome = side === 'you' && leg.outcome === 'busy' ? 'no-answer' : leg.outcome;
  return { state: 'failed', outcome, failure: reason };
}

function toState(yourLeg: LegState, theirLeg: LegState): CallState {
  if (yourLeg !== 'answered') return 'ringing-you';
  return theirLeg === 'answered' ? 'connected' : 'ringing-them';
}

function endOfYourLeg(word: string): Ending | undefined {
  return word === 'Unknown' ? undefined : endingOf(word, 'you');
}

function endOfTheirLeg(word: string, yourLeg: LegState): Ending | undefined {
  if (word === 'Finished') return connectedEnding;
  if (word === 'Unknown') return undefined;
  // The word also stands for our side hanging up while theirs rings.
  if (word === 'Rejected' && yourLeg === 'finished') return cancelledEnding;
  return endingOf(word, 'them');
}

function endOfCall(
  { callStatus, callerStatus, calleeStatus }: RingOutStatus,
  yourLeg: LegState,
  theirLeg: LegState,
): Ending | undefined {
  if (yourLeg === 'finished') return theirLeg === 'answered' ? connectedEnding : cancelledEnding;
  if (callStatus === 'Unknown') return undefined;
  const isYours = yourLeg !== 'answered';
  const ending = endingOf(callStatus, isYours ? 'you' : 'them');
  // A leg of which nothing is told ends with the call, and its own sentence says that much.
  const isUntold = (isYours ? callerStatus : calleeStatus) === 'Unknown';
  return ending && isUntold ? endingOf('Unknown', isYours ? 'you' : 'them') : ending;
}
