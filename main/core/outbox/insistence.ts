import { backoffMs } from '../backoff.ts';
import type { Clock, Log, Random } from '../ports.ts';

/** Work that is tried again and again until it is done, or given up. */
export type Insistence = {
  /** Resolves when it is done, or has been given up. */
  on(work: () => Promise<void>): Promise<void>;
  /** Nothing is tried again from now on. */
  giveUp(): void;
};

/**
 * What RingCentral answered must reach the disk, or the text would be `unknown` after a restart:
 * this tries until it does.
 */
export function createInsistence(deps: {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}): Insistence {
  const { clock, log, random } = deps;
  const waiting = new Set<() => void>();
  let isGivenUp = false;

  const pause = (attempts: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.schedule(backoffMs(attempts, random.fraction()), goOn);
      function goOn(): void {
        cancel();
        waiting.delete(goOn);
        resolve();
      }
      waiting.add(goOn);
    });

  return {
    async on(work) {
      for (let attempts = 1; ; attempts += 1) {
        try {
          return await work();
        } catch (error) {
          log.error('the outcome of a text could not be written', error, { attempts });
          if (isGivenUp) return;
          await pause(attempts);
        }
      }
    },
    giveUp() {
      isGivenUp = true;
      for (const goOn of waiting) goOn();
    },
  };
}
