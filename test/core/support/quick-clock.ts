import type { Clock } from '../../../main/core/ports.ts';

/** A clock that runs faster than the wall's; two processes with the same values agree. */
export type QuickTime = {
  /** What it shows at `from`. */
  readonly shown: number;
  /** The wall clock's time at which it began. */
  readonly from: number;
  readonly speed: number;
};

/** Time that passes `speed` times as fast, timers included; they never keep the process alive. */
export function createQuickClock({ shown, from, speed }: QuickTime): Clock {
  return {
    now: () => Math.round(shown + (Date.now() - from) * speed),
    schedule(delayMs, work) {
      const timer = setTimeout(work, Math.max(0, delayMs) / speed);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}
