import { isDeepStrictEqual } from 'node:util';
import { addCounts, countStep, verdict, type Counts } from '../counts.ts';

/** What is wrong, in sentences; none when all is well. */
export type Troubles = readonly string[];

/** The checks of one run: each is one line as it ends, and counted. */
export type Findings = {
  /** A check that throws has failed with the error's words. */
  check(what: string, look: () => Troubles | Promise<Troubles>): Promise<void>;
  /** Says that something could not be looked at here, and why; it counts neither way. */
  leaveOut(what: string, why: string): void;
  counts(): Counts;
  /** The line a run ends with. */
  verdict(): string;
};

export function createFindings(print: (line: string) => void): Findings {
  const all: Counts[] = [];
  return {
    async check(what, look) {
      const troubles = await Promise.resolve()
        .then(look)
        .catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
      all.push(countStep(troubles.length === 0));
      print(`  ${troubles.length === 0 ? '✓' : '✗'} ${what}`);
      for (const trouble of troubles.slice(0, 12)) print(`      ${trouble}`);
    },
    leaveOut: (what, why) => print(`  – ${what}: ${why}`),
    counts: () => addCounts(all),
    verdict: () => verdict(addCounts(all)),
  };
}

/** The sentence for each thing that was expected and is not so. */
export function unlessSame(
  expected: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
): Troubles {
  return Object.entries(expected)
    .filter(([name, value]) => !isDeepStrictEqual(found[name], value))
    .map(
      ([name, value]) =>
        `${name} is ${JSON.stringify(found[name])} and should be ${JSON.stringify(value)}`,
    );
}
