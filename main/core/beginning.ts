import { backoffMs } from './backoff.ts';
import type { Ports } from './ports.ts';

/** A part of the start, by the name that the log knows it by. One that fails is begun again. */
export type Step = { readonly name: string; readonly begin: () => void | Promise<void> };

/** What is begun, one step after the other. */
export type Beginning = {
  /** Resolves when each step has begun or waits to be tried again; none holds up those after it. */
  run(steps: readonly Step[]): Promise<void>;
  /** Begins nothing more. */
  stop(): void;
};

export function createBeginning(ports: Pick<Ports, 'clock' | 'log' | 'random'>): Beginning {
  const { clock, log, random } = ports;
  const waiting = new Set<() => void>();
  let isStopped = false;

  const attempt = async (step: Step, attempts: number): Promise<void> => {
    if (isStopped) return;
    try {
      await step.begin();
    } catch (error) {
      log.error('a part of the core could not begin', error, { part: step.name, attempts });
      tryAgain(step, attempts);
    }
  };

  const tryAgain = (step: Step, attempts: number): void => {
    if (isStopped) return;
    const cancel = clock.schedule(backoffMs(attempts, random.fraction()), () => {
      waiting.delete(cancel);
      void attempt(step, attempts + 1);
    });
    waiting.add(cancel);
  };

  return {
    async run(steps) {
      for (const step of steps) await attempt(step, 1);
    },
    stop() {
      isStopped = true;
      for (const cancel of waiting) cancel();
    },
  };
}
