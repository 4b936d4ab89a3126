import type { Log, LogFields } from '../../../main/core/ports.ts';

type Line = {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields?: LogFields | undefined;
  readonly error?: unknown;
};

/** A log that keeps its lines for a test to look at. */
export type MemoryLog = Log & { readonly lines: readonly Line[] };

/** Starts an empty log. */
export function createMemoryLog(): MemoryLog {
  const lines: Line[] = [];
  return {
    lines,
    info: (message, fields) => void lines.push({ level: 'info', message, fields }),
    warn: (message, fields) => void lines.push({ level: 'warn', message, fields }),
    error: (message, error, fields) => void lines.push({ level: 'error', message, error, fields }),
  };
}
