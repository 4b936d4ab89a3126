import { failure, type Failure, type FailureMessage } from '../../../shared/failure.ts';
import type { CallOutcome, CallState, LegState } from '../../../shared/model/calls.ts';
import type { RingOutStatus } from '../ringcentral/records.ts';

/** What a RingOut status means to the user; `outcome` is there once the call is over. */
export type RingOutReading = {
  readonly state: CallState;
  readonly yourLeg: LegState;
  readonly theirLeg: LegState;
  readonly outcome: CallOutcome | undefined;
  readonly failure: Failure | undefined;
};

type Ending = Pick<RingOutReading, 'state' | 'outcome' | 'failure'>;

/** RingCentral's words for a leg (FACTS 2.2); those of `failures` make it `failed`. */
const legStates: ReadonlyMap<string, LegState> = new Map([
  ['InProgress', 'ringing'],
  ['Success', 'answered'],
  ['Finished', 'finished'],
  ['Busy', 'busy'],
  ['NoAnswer', 'no-answer'],
  ['Rejected', 'rejected'],
]);

/** Its words for what went wrong, of a leg or of the whole call. */
const failures: ReadonlyMap<string, FailureMessage> = new Map([
  ['RingOutFromThisNumberIsNotSupported', 'call.from-refused'],
  ['InternationalDisabled', 'call.international-disabled'],
  ['DestinationBlocked', 'call.blocked'],
  ['NotEnoughFunds', 'call.no-credit'],
  ['NosuchUser', 'call.failed'],
  ['CannotReach', 'call.failed'],
  ['NoAnsweringMachine', 'call.failed'],
  ['GenericError', 'call.failed'],
  ['Error', 'call.failed'],
  ['Invalid', 'call.failed'],
]);

const connected: Ending = { state: 'ended', outcome: 'connected', failure: undefined };
const cancelled: Ending = { state: 'cancelled', outcome: 'cancelled', failure: undefined };

/** Reads the three words of a RingOut status (FACTS 2.2). A word we do not know decides nothing. */
export function readRingOut(status: RingOutStatus): RingOutReading {
  const yourLeg = toLeg(status.callerStatus);
  const theirs = toLeg(status.calleeStatus);
  // Both words say InProgress from the start, but the other side rings only after the user's own.
  const theirLeg = yourLeg === 'ringing' && theirs === 'ringing' ? 'waiting' : theirs;
  const ending =
    endOfYourLeg(yourLeg, status.callerStatus) ??
    endOfTheirLeg(theirLeg, status.calleeStatus, yourLeg) ??
    endOfCall(status.callStatus, yourLeg, theirLeg);
  const running = { state: toState(yourLeg, theirLeg), outcome: undefined, failure: undefined };
  return { yourLeg, theirLeg, ...(ending ?? running) };
}

function toLeg(word: string): LegState {
  return legStates.get(word) ?? (failures.has(word) ? 'failed' : 'unknown');
}

function toState(yourLeg: LegState, theirLeg: LegState): CallState {
  if (yourLeg !== 'answered') return 'ringing-you';
  return theirLeg === 'answered' ? 'connected' : 'ringing-them';
}

function endOfYourLeg(leg: LegState, word: string): Ending | undefined {
  switch (leg) {
    case 'failed':
      return failed('failed', failures.get(word), word);
    case 'busy':
    case 'no-answer':
      return failed('no-answer', 'call.you-no-answer', word);
    case 'rejected':
      return cancelled;
    case 'waiting':
    case 'ringing':
    case 'answered':
    case 'finished':
    case 'unknown':
      return undefined;
  }
}

function endOfTheirLeg(leg: LegState, word: string, yourLeg: LegState): Ending | undefined {
  switch (leg) {
    case 'failed':
      return failed('failed', failures.get(word), word);
    case 'busy':
      return failed('busy', 'call.busy', word);
    case 'no-answer':
      return failed('no-answer', 'call.no-answer', word);
    case 'rejected':
      // The word also stands for our side hanging up while theirs rings.
      return yourLeg === 'finished' ? cancelled : failed('rejected', 'call.rejected', word);
    case 'finished':
      return connected;
    case 'waiting':
    case 'ringing':
    case 'answered':
    case 'unknown':
      return undefined;
  }
}

function endOfCall(word: string, yourLeg: LegState, theirLeg: LegState): Ending | undefined {
  if (yourLeg === 'finished') return theirLeg === 'answered' ? connected : cancelled;
  const message = failures.get(word);
  return message && failed('failed', message, word);
}

function failed(outcome: CallOutcome, message: FailureMessage | undefined, code: string): Ending {
  return {
    state: 'failed',
    outcome,
    failure: failure('rejected', message ?? 'call.failed', { code, retry: 'user' }),
  };
}
