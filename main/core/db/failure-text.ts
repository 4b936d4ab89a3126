import type { Failure } from '../../../shared/failure.ts';

/** A Failure as a column keeps it. */
export function failureToText(failure: Failure | undefined): string | null {
  return failure === undefined ? null : JSON.stringify(failure);
}

/** The Failure in a column; only what `failureToText` wrote is ever there. */
export function failureFromText(text: string | null): Failure | undefined {
  return text === null ? undefined : (JSON.parse(text) as Failure);
}
