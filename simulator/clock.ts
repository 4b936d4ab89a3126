/** The simulator's own time: everything that waits, expires or happens later asks this clock. */
export type SimulatorClock = {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `work` after `delayMs`; the returned function cancels it. */
  schedule(delayMs: number, work: () => void | Promise<void>): () => void;
};

/** Wall-clock time. Its timers never keep the process alive. */
export const systemClock: SimulatorClock = {
  now: () => Date.now(),
  schedule(delayMs, work) {
    const timer = setTimeout(() => void work(), Math.max(0, delayMs));
    timer.unref();
    return () => clearTimeout(timer);
  },
};

type Task = {
  readonly dueAt: number;
  readonly order: number;
  readonly work: () => void | Promise<void>;
};

/** Time that only moves when a test moves it. */
export class ManualClock implements SimulatorClock {
  #now: number;
  #order = 0;
  #tasks: readonly Task[] = [];

  constructor(startAt: number = Date.UTC(2026, 2, 11, 15, 0, 0)) {
    this.#now = startAt;
  }

  now(): number {
    return this.#now;
  }

  schedule(delayMs: number, work: () => void | Promise<void>): () => void {
    requireTime(delayMs);
    this.#order += 1;
    const task: Task = { dueAt: this.#now + Math.max(0, delayMs), order: this.#order, work };
    this.#tasks = [...this.#tasks, task].sort((a, b) => a.dueAt - b.dueAt || a.order - b.order);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
    };
  }

  /** Moves time on by `ms` and runs, in order, everything that falls due, also what that work schedules. */
  async advance(ms: number): Promise<void> {
    requireTime(ms);
    const target = this.#now + ms;
    for (;;) {
      const next = this.#tasks[0];
      if (!next || next.dueAt > target) break;
      this.#tasks = this.#tasks.slice(1);
      this.#now = Math.max(this.#now, next.dueAt);
      await next.work();
      await settle();
    }
    this.#now = target;
    await settle();
  }
}

/** A time that is no number would stop the clock for good, and far from where it came from. */
function requireTime(ms: number): void {
  if (!Number.isFinite(ms)) throw new RangeError(`${ms} is no span of time.`);
}

/** Lets promises and sockets that are ready run before time moves on. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
