import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A failed attempt to fetch Electron, remembered so that not every start waits for it again. */
export type Refusal = {
  /** The version of Electron that was asked for. */
  readonly version: string;
  /** Epoch milliseconds. */
  readonly refusedAt: number;
  /** In words, for the line that says which runtime is used and why. */
  readonly reason: string;
};

const rememberedForMs = 24 * 60 * 60 * 1000;

/** Whether a remembered refusal still answers for this version; a clock set back does not prolong it. */
export function isStanding(refusal: Refusal, version: string, now: number): boolean {
  const age = now - refusal.refusedAt;
  return refusal.version === version && age >= 0 && age < rememberedForMs;
}

/** Reads what was remembered; a missing or unreadable file is no refusal. */
export function readRefusal(file: string): Refusal | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRefusal(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a refusal; where that cannot be written, the next start asks again. */
export function writeRefusal(file: string, refusal: Refusal): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(refusal, undefined, 2)}\n`);
  } catch {
    // A read-only checkout is no reason not to start.
  }
}

export function forgetRefusal(file: string): void {
  rmSync(file, { force: true });
}

function isRefusal(value: unknown): value is Refusal {
  if (typeof value !== 'object' || value === null) return false;
  const { version, refusedAt, reason } = value as Record<string, unknown>;
  return typeof version === 'string' && typeof refusedAt === 'number' && typeof reason === 'string';
}
