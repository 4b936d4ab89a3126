import type { Clock } from '../../../main/core/ports.ts';

type Timer = { readonly at: number; readonly order: number; readonly work: () => void };

/** 2026-03-02 15:00 UTC: a Monday morning in New York. */
export const startOfTests = Date.UTC(2026, 2, 2, 15);

/** A clock that a test turns by hand; timers run in order as it passes them. */
export class ManualClock implements Clock {
  #now: number;
  #order = 0;
  readonly #timers = new Set<Timer>();

  constructor(now = startOfTests) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  schedule(delayMs: number, work: () => void): () => void {
    this.#order += 1;
    const timer = { at: this.#now + Math.max(0, delayMs), order: this.#order, work };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** How many timers are waiting. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** The computer sleeps: time goes on and no timer runs; those that fell due run when it wakes. */
  async sleep(ms: number): Promise<void> {
    this.#now += ms;
    await this.advance(0);
  }

  /** Passes so many milliseconds; lets what the timers started run on before each next one. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      await settled();
      const next = [...this.#timers]
        .filter(({ at }) => at <= until)
        .sort((one, other) => one.at - other.at || one.order - other.order)[0];
      if (next === undefined) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.work();
    }
    this.#now = until;
    await settled();
  }
}

/** Lets everything run that waits for no timer and no input or output. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise<void>((resolve) => void setImmediate(resolve));
  }
}
