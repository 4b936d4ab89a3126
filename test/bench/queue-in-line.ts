import type { Scheduler } from '../../main/core/ringcentral/scheduler.ts';
import type { ManualClock } from '../core/support/manual-clock.ts';

const windowMs = 60_000;

/**
 * What most clients have instead of a scheduler: ten requests a minute, first come, first served.
 * The yardstick of the benchmark.
 */
export function createQueueInLine(clock: ManualClock, limit: number): Pick<Scheduler, 'admit'> {
  const waiting: (() => void)[] = [];
  let left: number[] = [];
  let isPlanned = false;

  const pump = (): void => {
    left = left.filter((at) => at > clock.now() - windowMs);
    while (left.length < limit && waiting.length > 0) {
      left.push(clock.now());
      waiting.shift()?.();
    }
    const oldest = left[0];
    if (waiting.length === 0 || isPlanned || oldest === undefined) return;
    isPlanned = true;
    clock.schedule(oldest + windowMs - clock.now(), () => {
      isPlanned = false;
      pump();
    });
  };

  return {
    admit: () =>
      new Promise((resolve) => {
        waiting.push(() => resolve({ answered() {}, lost() {}, unused() {} }));
        pump();
      }),
  };
}
