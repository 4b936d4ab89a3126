import type { Log } from '../../../main/core/ports.ts';

/** A log that keeps what it was told. */
export function keepLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (...parts: readonly unknown[]): void => void lines.push(JSON.stringify(parts));
  return { lines, info: keep, warn: keep, error: keep };
}
