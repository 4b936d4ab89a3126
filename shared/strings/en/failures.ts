import type { Failure, FailureMessage } from '../../failure.ts';
import { archiveFailures } from './failures-archive.ts';
import { callFailures } from './failures-calls.ts';
import { outsideFailures } from './failures-outside.ts';
import { sessionFailures } from './failures-session.ts';
import { systemFailures } from './failures-system.ts';
import { textFailures } from './failures-texts.ts';
import type { FailureWords, Sentence } from './sentence.ts';
import { valuesOf } from './values.ts';

/** A key without a sentence does not compile. */
const sentences: Readonly<Record<FailureMessage, Sentence>> = {
  ...callFailures,
  ...outsideFailures,
  ...textFailures,
  ...sessionFailures,
  ...archiveFailures,
  ...systemFailures,
};

/** Puts a Failure into words: what happened, and what to do. */
export function failureWords(failure: Failure): FailureWords {
  const { params = {}, incidentId, code } = failure;
  return sentences[failure.message]({ ...valuesOf(params), incidentId, code });
}
