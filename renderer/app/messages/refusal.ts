import type { Failure } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { textRefusalOf } from '../../../shared/text-refusals.ts';
import { fullTime } from '../format.ts';

/** What there is to tell about a text that did not go, or of which nobody knows. */
export type Explanation = {
  readonly title: string;
  readonly advice: string;
  readonly facts: readonly (readonly [name: string, value: string | undefined])[];
};

/** Everything RingCentral has said, in words: whose side it is, and whether trying again can help. */
export function whatHappened(text: {
  readonly status: 'failed' | 'unknown';
  readonly failure: Failure | undefined;
  readonly at: EpochMs;
}): Explanation {
  const { status, failure, at } = text;
  const { explained } = strings.messages;
  if (status === 'unknown') {
    const isAsking = failure?.retry === 'user';
    return {
      title: explained.unknownTitle,
      advice: isAsking ? explained.unknownAsking : explained.unknownLooking,
      facts: [
        [explained.written, fullTime(at)],
        [explained.again, isAsking ? explained.maybeTwice : explained.notYet],
        [explained.code, ownCode(failure)],
      ],
    };
  }
  const words = failure && strings.failures(failure);
  const refusal = failure && textRefusalOf(failure.code);
  const said = failure?.params?.['serverMessage'];
  return {
    title: words?.title ?? explained.failedTitle,
    advice: words?.advice ?? explained.failedAdvice,
    facts: [
      [explained.side, refusal && strings.textRefusals.sides[refusal.side]],
      [explained.again, againOf(failure)],
      [explained.written, fullTime(at)],
      [explained.code, ownCode(failure)],
      [explained.said, typeof said === 'string' ? said : undefined],
    ],
  };
}

/** Whether trying again can help; to those of a group who have it, it would come twice. */
function againOf(failure: Failure | undefined): string {
  if (failure?.message === 'text.not-to-all') return strings.messages.explained.twiceForSome;
  const refusal = failure && textRefusalOf(failure.code);
  return refusal ? strings.textRefusals.again[refusal.again] : strings.messages.explained.mayHelp;
}

/** RingCentral's code; a failure of ours carries its own key there, which tells nobody anything. */
function ownCode(failure: Failure | undefined): string | undefined {
  return failure === undefined || failure.code === failure.message ? undefined : failure.code;
}
