import { assertNever } from '../../../../shared/failure.ts';
import type { WebhookResult, WebhookView } from '../../../../shared/model/webhooks.ts';
import { strings } from '../../../../shared/strings/strings.ts';

const words = strings.webhooks;

/** What came of the latest attempt, in words. */
export function resultWords(result: WebhookResult): string {
  switch (result.kind) {
    case 'arrived':
    case 'refused':
    case 'redirected':
      return words.results[result.kind](result.status);
    case 'gone':
    case 'no-answer':
    case 'timed-out':
    case 'no-certificate':
    case 'no-secret':
      return words.results[result.kind];
    default:
      return assertNever(result);
  }
}

/** Whether something has to be done about a webhook. */
export function isInTrouble({ last, hasSecret, givenUp }: WebhookView): boolean {
  return !hasSecret || givenUp > 0 || (last !== undefined && last.result.kind !== 'arrived');
}

/** How a webhook stands, a sentence each; `when` tells an instant. */
export function standingWords(
  webhook: WebhookView,
  when: (at: number) => string,
): readonly string[] {
  const { last, waiting, givenUp, hasSecret, types } = webhook;
  return [
    words.toldOf(types.length),
    hasSecret
      ? last === undefined
        ? words.never
        : words.last(resultWords(last.result), when(last.at))
      : words.results['no-secret'],
    ...(waiting > 0 ? [words.waiting(waiting)] : []),
    ...(givenUp > 0 ? [words.givenUp(givenUp)] : []),
  ];
}
