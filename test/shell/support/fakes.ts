import type { Clock, Log, LogFields } from '../../../main/core/ports.ts';
import type { JsonFile } from '../../../main/shell/json-file.ts';

export type LogLine = {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields?: LogFields | undefined;
};

/** A log that keeps its lines for the test to look at. */
export function createFakeLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  return {
    lines,
    info: (message, fields) => void lines.push({ level: 'info', message, fields }),
    warn: (message, fields) => void lines.push({ level: 'warn', message, fields }),
    error: (message, _error, fields) => void lines.push({ level: 'error', message, fields }),
  };
}

/** A settings file in memory; `refuse` makes every later write throw, as a full disk does. */
export function createFakeFile(
  value: Record<string, unknown> = {},
  keptAs?: string,
): JsonFile & { refuse: boolean; value: Readonly<Record<string, unknown>> } {
  return {
    keptAs,
    value,
    refuse: false,
    read() {
      return this.value;
    },
    write(next) {
      if (this.refuse) throw new Error('ENOSPC: no space left on device');
      this.value = next;
    },
  };
}

/** A clock that is turned by hand. */
export function createFakeClock(): Clock & { turn(ms: number): void } {
  let now = 0;
  const due = new Map<() => void, number>();
  return {
    now: () => now,
    schedule(delayMs, work) {
      due.set(work, now + delayMs);
      return () => due.delete(work);
    },
    turn(ms) {
      now += ms;
      for (const [work, at] of due) {
        if (at > now) continue;
        due.delete(work);
        work();
      }
    },
  };
}

/** Lets everything that is already settled run on. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 20; round++) await Promise.resolve();
}
