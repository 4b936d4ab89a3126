import type { Values } from './values.ts';

/** What a Failure tells a person: what happened, and what to do about it. */
export type FailureWords = { readonly title: string; readonly advice: string };

/** The values a sentence may use, each undefined when main did not give it. */
export type FailureValues = Values & {
  readonly incidentId: string | undefined;
  /** RingCentral's code, or our own key. */
  readonly code: string;
};

export type Sentence = (values: FailureValues) => FailureWords;

/** Words that need no values. */
export function says(title: string, advice: string): Sentence {
  return () => ({ title, advice });
}
