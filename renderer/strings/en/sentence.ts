/** What a Failure tells a person: what happened, and what to do about it. */
export type FailureWords = { readonly title: string; readonly advice: string };

/** The values a sentence may use, each undefined when main did not give it. */
export type FailureValues = {
  readonly text: (name: string) => string | undefined;
  readonly number: (name: string) => number | undefined;
  /** A time of day, from epoch milliseconds. */
  readonly time: (name: string) => string | undefined;
  readonly incidentId: string | undefined;
  /** RingCentral's code, or our own key. */
  readonly code: string;
};

export type Sentence = (values: FailureValues) => FailureWords;

/** Words that need no values. */
export function says(title: string, advice: string): Sentence {
  return () => ({ title, advice });
}
