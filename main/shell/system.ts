import { randomUUID } from 'node:crypto';
import type { Clock, Random } from '../core/ports.ts';

/** The longest delay a timer takes, in milliseconds (24.8 days); Node fires longer ones at once. */
const longestDelay = 2 ** 31 - 1;

/** The computer's own time and timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(delayMs, work) {
    const timer = setTimeout(work, Math.min(Math.max(delayMs, 0), longestDelay));
    return () => clearTimeout(timer);
  },
};

/** The computer's own chance. */
export const systemRandom: Random = {
  uuid: () => randomUUID(),
  fraction: () => Math.random(),
};
