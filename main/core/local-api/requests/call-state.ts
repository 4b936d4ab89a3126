import { assertNever, failure, type Failure } from '../../../../shared/failure.ts';
import type { ActiveCall, CallOutcome } from '../../../../shared/model/calls.ts';
import type { CallRecordRow } from '../history/rows.ts';

/** How far a call that a program asked for has come. */
export const callStatuses = [
  /** On a card, until the user says yes or no. */
  'waiting',
  /** The user put the card away, or Sidetone was closed. */
  'not_called',
  'requesting',
  'ringing_you',
  'ringing_them',
  'connected',
  'ended',
  'cancelled',
  'failed',
  /** Nobody can say: look it up in the call log before calling again. */
  'unknown',
] as const;
export type CallStatus = (typeof callStatuses)[number];

export type CallProgress = { readonly status: CallStatus; readonly failure: Failure | undefined };

/** What is known of a call: from the bar while it runs, from its row afterwards. */
export function progressOf(
  call: CallRecordRow,
  active: Pick<ActiveCall, 'state' | 'failure'> | undefined,
): CallProgress {
  if (active !== undefined) return { status: statusOfState(active.state), failure: active.failure };
  const status = statusOfOutcome(call.outcome);
  const unsaid = status === 'unknown' ? failure('rejected', 'call.outcome-unknown') : undefined;
  return { status, failure: call.failure ?? unsaid };
}

function statusOfState(state: ActiveCall['state']): CallStatus {
  switch (state) {
    case 'requesting':
    case 'connected':
    case 'ended':
    case 'cancelled':
    case 'failed':
    case 'unknown':
      return state;
    case 'ringing-you':
      return 'ringing_you';
    case 'ringing-them':
      return 'ringing_them';
    case 'handed-over':
      return 'ended';
    default:
      return assertNever(state);
  }
}

function statusOfOutcome(outcome: CallOutcome): CallStatus {
  switch (outcome) {
    case 'connected':
    case 'voicemail':
    case 'handed-over':
      return 'ended';
    case 'in-progress':
      return 'requesting';
    case 'cancelled':
    case 'unknown':
      return outcome;
    case 'missed':
    case 'no-answer':
    case 'busy':
    case 'rejected':
    case 'blocked':
    case 'failed':
      return 'failed';
    default:
      return assertNever(outcome);
  }
}
