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

/** RingCentral's words for a leg (FACTS 2.2); errors it names are told apart by `legFailures`. */
const legStates: Readonly<Record<string, LegState>> = {
  InProgress: 'ringing',
  Success: 'answered',
  Finished: 'finished',
  Busy: 'busy',
  NoAnswer: 'no-answer',
  Rejected: 'rejected',
};

const legFailures: Readonly<Record<string, FailureMessage>> = {
  RingOutFromThisNumberIsNotSupported: 'call.from-refused',
  InternationalDisabled: 'call.international-disabled',
  DestinationBlocked: 'call.blocked',
  NotEnoughFunds: 'call.no-credit',
  NosuchUser: 'call.failed',
  CannotReach: 'call.failed',
  NoAnsweringMachine: 'call.failed',
  GenericError: 'call.failed',
  Error: 'call.failed',
  Invalid: 'call.failed',
};

/** Reads the three words of a RingOut status (FACTS 2.2). A word we do not know decides nothing. */
export function readRingOut(status: RingOutStatus): RingOutReading {
  const yourLeg = toLeg(status.callerStatus);
  const theirLeg =
    yourLeg === 'ringing' && status.calleeStatus === 'InProgress'
      ? 'waiting'
      : toLeg(status.calleeStatus);
  const reading = (
    state: CallState,
    outcome?: CallOutcome,
    reason?: FailureMessage,
    code?: string,
  ): RingOutReading => ({
    state,
    yourLeg,
    theirLeg,
    outcome,
    failure: reason && failure('rejected', reason, { code: code ?? reason, retry: 'user' }),
  });

  switch (yourLeg) {
    case 'failed':
      return reading('failed', 'failed', legFailures[status.callerStatus], status.callerStatus);
    case 'busy':
    case 'no-answer':
      return reading('failed', 'no-answer', 'call.you-no-answer', status.callerStatus);
    case 'rejected':
      return reading('cancelled', 'cancelled');
    default:
  }
  switch (theirLeg) {
    case 'failed':
      return reading('failed', 'failed', legFailures[status.calleeStatus], status.calleeStatus);
    case 'busy':
      return reading('failed', 'busy', 'call.busy', status.calleeStatus);
    case 'no-answer':
      return reading('failed', 'no-answer', 'call.no-answer', status.calleeStatus);
    case 'rejected':
      // The word also stands for our side hanging up while theirs rings.
      return yourLeg === 'finished'
        ? reading('cancelled', 'cancelled')
        : reading('failed', 'rejected', 'call.rejected', status.calleeStatus);
    case 'finished':
      return reading('ended', 'connected');
    default:
  }
  if (yourLeg === 'finished') {
    return theirLeg === 'answered'
      ? reading('ended', 'connected')
      : reading('cancelled', 'cancelled');
  }
  const callFailure = legFailures[status.callStatus];
  if (callFailure !== undefined) return reading('failed', 'failed', callFailure, status.callStatus);
  if (yourLeg === 'answered' && theirLeg === 'answered') return reading('connected');
  if (yourLeg === 'answered') return reading('ringing-them');
  return reading('ringing-you');
}

function toLeg(word: string): LegState {
  return legStates[word] ?? (word in legFailures ? 'failed' : 'unknown');
}
