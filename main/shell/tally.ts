import type { Clock } from '../core/ports.ts';

/** Counts work that is under way, so that one can wait until there is none. */
export type Tally = {
  /** Counts until the work has settled; answers as the work does. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way, or after so many milliseconds. */
  whenNone(limitMs: number): Promise<void>;
};

export function createTally(clock: Clock): Tally {
  let count = 0;
  const waiting = new Set<() => void>();
  return {
    async during(work) {
      count += 1;
      try {
        return await work;
      } finally {
        count -= 1;
        if (count === 0) for (const done of waiting) done();
      }
    },
    async whenNone(limitMs) {
      if (count === 0) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const callOff = clock.schedule(limitMs, resolve);
      waiting.add(resolve);
      await promise;
      waiting.delete(resolve);
      callOff();
    },
  };
}
