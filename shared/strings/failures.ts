import type { Failure, FailureMessage } from '../failure.ts';
import { isTextRefusalCode, type TextRefusalCode } from '../text-refusals.ts';
import type { FailureWords, Sentence } from './sentence.ts';
import { valuesOf } from './values.ts';

/** A language's sentences: a key without one does not compile. */
export type FailureSentences = Readonly<Record<FailureMessage, Sentence>>;

/** Puts a Failure into a language's words: what happened, and what to do. */
export function createFailureWords(
  sentences: FailureSentences,
  ofRefusedTexts: Readonly<Record<TextRefusalCode, FailureWords>>,
) {
  return (failure: Failure): FailureWords => {
    const { params = {}, incidentId, code } = failure;
    // Of a text that was refused RingCentral's code tells more than the sort of refusal does.
    const isOfText = failure.message.startsWith('text.');
    if (isOfText && isTextRefusalCode(code)) return ofRefusedTexts[code];
    // A newer Sidetone has kept it in an archive that this one can read: it has no words here.
    const key = Object.hasOwn(sentences, failure.message) ? failure.message : 'internal';
    return sentences[key]({ ...valuesOf(params), incidentId, code });
  };
}
