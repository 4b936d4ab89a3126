import type { Failure, FailureMessage } from '../../failure.ts';
import { isTextRefusalCode } from '../../text-refusals.ts';
import { apiFailures } from './failures-api.ts';
import { archiveFailures } from './failures-archive.ts';
import { callFailures } from './failures-calls.ts';
import { fileFailures } from './failures-files.ts';
import { outsideFailures } from './failures-outside.ts';
import { sessionFailures } from './failures-session.ts';
import { systemFailures } from './failures-system.ts';
import { templateFailures } from './failures-templates.ts';
import { textFailures } from './failures-texts.ts';
import { textRefusals } from './text-refusals.ts';
import type { FailureWords, Sentence } from '../sentence.ts';
import { valuesOf } from '../values.ts';

/** A key without a sentence does not compile. */
const sentences: Readonly<Record<FailureMessage, Sentence>> = {
  ...callFailures,
  ...outsideFailures,
  ...apiFailures,
  ...textFailures,
  ...templateFailures,
  ...fileFailures,
  ...sessionFailures,
  ...archiveFailures,
  ...systemFailures,
};

/** Puts a Failure into words: what happened, and what to do. */
export function failureWords(failure: Failure): FailureWords {
  const { params = {}, incidentId, code } = failure;
  // Of a text that was refused RingCentral's code tells more than the sort of refusal does.
  const isOfText = failure.message.startsWith('text.');
  if (isOfText && isTextRefusalCode(code)) return textRefusals.byCode[code];
  return sentences[failure.message]({ ...valuesOf(params), incidentId, code });
}
