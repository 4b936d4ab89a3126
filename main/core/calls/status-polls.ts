import type { Clock } from '../ports.ts';

/** Asks for the status of each call now and then, and at once when there is reason to. */
export type StatusPolls = {
  /** The next time, in so many milliseconds, in place of what was appointed before. */
  later(rowId: number, delayMs: number): void;
  /** Now, or as soon as the question that is out has been answered. */
  hurry(rowId: number): void;
  forget(rowId: number): void;
  stop(): void;
};

/** `ask` answers when RingCentral has; it appoints the next time itself, and never throws. */
export function createStatusPolls(
  clock: Clock,
  ask: (rowId: number) => Promise<void>,
): StatusPolls {
  const timers = new Map<number, () => void>();
  const asking = new Set<number>();
  const urgent = new Set<number>();
  let isStopped = false;

  const later = (rowId: number, delayMs: number): void => {
    timers.get(rowId)?.();
    if (!isStopped)
      timers.set(
        rowId,
        clock.schedule(delayMs, () => void run(rowId)),
      );
  };

  const run = async (rowId: number): Promise<void> => {
    timers.get(rowId)?.();
    timers.delete(rowId);
    if (isStopped || asking.has(rowId)) return void urgent.add(rowId);
    asking.add(rowId);
    await ask(rowId);
    asking.delete(rowId);
    // What was asked before the news cannot have known them.
    if (urgent.delete(rowId)) await run(rowId);
  };

  return {
    later,
    hurry: (rowId) => void run(rowId),
    forget(rowId) {
      timers.get(rowId)?.();
      timers.delete(rowId);
      urgent.delete(rowId);
    },
    stop() {
      isStopped = true;
      for (const callOff of timers.values()) callOff();
      timers.clear();
      urgent.clear();
    },
  };
}
