import type { Clock } from '../core/ports.ts';

/** Counts work that is under way, so that one can wait until little or none is left. */
export type Tally = {
  /** Counts until the work has settled; answers as the work does. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Resolves when no more than `most` are under way, or after so many milliseconds. */
  whenAtMost(most: number, limitMs: number): Promise<void>;
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
        for (const look of waiting) look();
      }
    },
    async whenAtMost(most, limitMs) {
      if (count <= most) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const callOff = clock.schedule(limitMs, resolve);
      const look = (): void => {
        if (count <= most) resolve();
      };
      waiting.add(look);
      await promise;
      waiting.delete(look);
      callOff();
    },
  };
}
