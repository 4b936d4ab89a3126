import type { EpochMs } from '../../shared/model/ids.ts';
import type { Clock } from '../core/ports.ts';
import type { ShellMemory } from './shell-state.ts';

/** How long a start has to last until it counts as one that works, in milliseconds. */
const provenMs = 20_000;
/** Starts of a new version that may fail before its archive is taken back. */
const mostFailures = 2;

/** How the starts of the version that was last started went. */
export type StartRecord = {
  readonly version: string;
  /** When it was first started. */
  readonly since: EpochMs;
  /** Another version ran before it. */
  readonly isUpdate: boolean;
  readonly failures: number;
  /** A start of it worked. */
  readonly isProven: boolean;
};

/**
 * Notes that a version starts, before anything of it can fail. When the starts before this one did not
 * last, it answers since when they were tried: a copy that has been made of the archive since then is
 * from before the update, and the archive is to go back to it.
 */
export function noteStart(
  memory: Pick<ShellMemory, 'get' | 'set'>,
  version: string,
  now: EpochMs,
): EpochMs | undefined {
  const { starts } = memory.get();
  const isSame = starts?.version === version;
  const failures = isSame && !starts.isProven ? starts.failures + 1 : 0;
  const isUpdate = isSame ? starts.isUpdate : starts !== undefined;
  const isProven = isSame && starts.isProven;
  const since = isSame ? starts.since : now;
  memory.set({ starts: { version, since, isUpdate, failures, isProven } });
  // Once: what fails afterwards has another reason.
  return isUpdate && !isProven && failures === mostFailures ? since : undefined;
}

/** Notes that this start works, once it has lasted. */
export function watchStart(
  memory: Pick<ShellMemory, 'get' | 'set'>,
  clock: Pick<Clock, 'schedule'>,
): {
  /** Everything has begun: from now on it only has to last. */
  prove(): void;
  /** It has come to an end in order. */
  proveNow(): void;
} {
  const proveNow = (): void => {
    const { starts } = memory.get();
    if (starts === undefined || starts.isProven) return;
    memory.set({ starts: { ...starts, isProven: true } });
  };
  return { prove: () => void clock.schedule(provenMs, proveNow), proveNow };
}
