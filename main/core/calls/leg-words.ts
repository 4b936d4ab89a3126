import type { FailureMessage } from '../../../shared/failure.ts';
import type { CallOutcome, LegState } from '../../../shared/model/calls.ts';

/** The phone that is rung first, or the other side's. */
export type Side = 'you' | 'them';

/** RingCentral's words for a leg that goes well (its guide to RingOut). */
const going: ReadonlyMap<string, LegState> = new Map([
  ['InProgress', 'ringing'],
  ['Success', 'answered'],
  ['Finished', 'finished'],
]);

type FailedLeg = {
  readonly state: LegState;
  readonly outcome: CallOutcome;
  /** A sentence of its own for each side: what to do next is never the same. */
  readonly says: Readonly<Record<Side, FailureMessage>>;
  /** The same call fails again until something else has changed: the account, or the number. */
  readonly isLasting?: boolean;
};

const failed = (you: FailureMessage, them: FailureMessage): FailedLeg => ({
  state: 'failed',
  outcome: 'failed',
  says: { you, them },
});

const lasting = (you: FailureMessage, them: FailureMessage): FailedLeg => ({
  ...failed(you, them),
  isLasting: true,
});

/** Its words for what went wrong with a leg. `Unknown` alone ends nothing, for it may pass. */
const failing: ReadonlyMap<string, FailedLeg> = new Map([
  ['Busy', { state: 'busy', outcome: 'busy', says: { you: 'call.you-busy', them: 'call.busy' } }],
  [
    'NoAnswer',
    {
      state: 'no-answer',
      outcome: 'no-answer',
      says: { you: 'call.you-no-answer', them: 'call.no-answer' },
    },
  ],
  [
    'Rejected',
    {
      state: 'rejected',
      outcome: 'rejected',
      says: { you: 'call.you-declined', them: 'call.rejected' },
    },
  ],
  ['RingOutFromThisNumberIsNotSupported', lasting('call.from-refused', 'call.phones-not-joined')],
  ['GenericError', failed('call.you-fault', 'call.line-trouble')],
  ['InternationalDisabled', lasting('call.you-international', 'call.international-disabled')],
  ['DestinationBlocked', lasting('call.you-blocked', 'call.blocked')],
  ['NotEnoughFunds', lasting('call.you-no-credit', 'call.no-credit')],
  ['NosuchUser', lasting('call.you-not-found', 'call.no-such-number')],
  ['CannotReach', failed('call.you-unreachable', 'call.unreachable')],
  ['NoAnsweringMachine', failed('call.you-line-trouble', 'call.network-fault')],
  ['NoSessionFound', failed('call.you-lost', 'call.lost')],
  ['Invalid', lasting('call.you-number-refused', 'call.to-refused')],
  ['Error', failed('call.you-network-fault', 'call.network-error')],
  [
    'Unknown',
    {
      state: 'unknown',
      outcome: 'failed',
      says: { you: 'call.you-undisclosed', them: 'call.undisclosed' },
    },
  ],
]);

/** How a leg stands by its word; a word we do not know is `unknown`. */
export function toLeg(word: string): LegState {
  return going.get(word) ?? failing.get(word)?.state ?? 'unknown';
}

/** What a word says went wrong; undefined for one that goes well or that we do not know. */
export function failedLeg(word: string): FailedLeg | undefined {
  return failing.get(word);
}

/** Why a telephony session ended (RingCentral's specification), in the words of a RingOut leg. */
const endReasons: ReadonlyMap<string, string> = new Map([
  ['NoAnswer', 'NoAnswer'],
  ['Timeout', 'NoAnswer'],
  ['TargetBusy', 'Busy'],
  ['Rejected', 'Rejected'],
  ['InvalidNumber', 'NosuchUser'],
  ['NoSuchUser', 'NosuchUser'],
  ['InternationalDisabled', 'InternationalDisabled'],
  ['DestinationBlocked', 'DestinationBlocked'],
  ['NotEnoughFunds', 'NotEnoughFunds'],
  ['InternalError', 'Error'],
  ['CallDropped', 'GenericError'],
]);

/** The leg's word for why a session ended; undefined where the reason tells nothing of it. */
export function wordOfReason(reason: string | undefined): string | undefined {
  return reason === undefined ? undefined : endReasons.get(reason);
}
