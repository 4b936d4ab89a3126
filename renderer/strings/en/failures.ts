import type { Failure, FailureMessage } from '../../../shared/failure.ts';
import { callFailures } from './failures-calls.ts';
import { locale } from './locale.ts';
import { sessionFailures } from './failures-session.ts';
import { systemFailures } from './failures-system.ts';
import { textFailures } from './failures-texts.ts';
import type { FailureValues, FailureWords, Sentence } from './sentence.ts';

/** A key without a sentence does not compile. */
const sentences: Readonly<Record<FailureMessage, Sentence>> = {
  ...callFailures,
  ...textFailures,
  ...sessionFailures,
  ...systemFailures,
};

/** Puts a Failure into words: what happened, and what to do. */
export function failureWords(failure: Failure): FailureWords {
  return sentences[failure.message](valuesOf(failure));
}

function valuesOf(failure: Failure): FailureValues {
  const params = failure.params ?? {};
  const number = (name: string): number | undefined => {
    const value = params[name];
    return typeof value === 'number' ? value : undefined;
  };
  return {
    text: (name) => (params[name] === undefined ? undefined : String(params[name])),
    number,
    time: (name) => {
      const at = number(name);
      return at === undefined ? undefined : timeOfDay.format(at);
    },
    incidentId: failure.incidentId,
    code: failure.code,
  };
}

const timeOfDay = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
