import fc from 'fast-check';
import { foundCases } from './corpus.ts';

export type Runs = { readonly runs: number; readonly seed: number };

/**
 * Holds a rule for so many values of a target, the cases that broke it once first. Throws with the
 * smallest value that breaks it, its seed and its path.
 */
export function holds<T>(
  target: string,
  values: fc.Arbitrary<T>,
  rule: (value: T) => void,
  { runs, seed }: Runs,
): number {
  const examples = foundCases<T>(target).map((value): [T] => [value]);
  const numRuns = Math.max(runs, examples.length + 1);
  fc.assert(fc.property(values, rule), { numRuns, seed, examples });
  return numRuns;
}

/** Throws unless all objects are as they were: a value that got at their prototype would show. */
export function requireCleanPrototype(): void {
  const strange = Object.keys(Object.prototype);
  if (strange.length > 0 || 'polluted' in {}) throw new Error(`polluted: ${strange.join()}`);
}
