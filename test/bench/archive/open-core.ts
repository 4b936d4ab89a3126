import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/index.ts';
import type { Result } from '../../../shared/result.ts';
import { createCore, type Core } from '../../../main/core/core.ts';
import type { FileDialogs } from '../../../main/core/ports.ts';
import { makePlainPorts } from '../../core/support/plain-ports.ts';
import { percentile } from '../figures.ts';

/** A whole core on a copy of an archive, signed out and offline: what is read is read from disk. */
export type OpenCore = {
  readonly core: Core;
  /** The folder of its profile, which goes with it. */
  readonly folder: string;
  /** Asks as a window does; throws on a Failure. */
  ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  close(): Promise<void>;
};

export async function openCore(
  file: string,
  more: { readonly fileDialogs?: FileDialogs } = {},
): Promise<OpenCore> {
  const folder = mkdtempSync(join('out', 'bench-cache', 'core-'));
  copyFileSync(file, join(folder, 'archive.db'));
  const core = createCore(
    makePlainPorts({
      folder,
      clock: {
        now: () => Date.now(),
        schedule(delayMs, work) {
          const timer = setTimeout(work, delayMs);
          return () => clearTimeout(timer);
        },
      },
      fetch: () => Promise.reject(new TypeError('offline')),
      ...more,
    }),
  );
  await core.start();
  return {
    core,
    folder,
    async ask(name, input) {
      const result = (await core.router.call(name, input)) as Result<CallOutput<typeof name>>;
      if (!result.ok) throw new Error(`${name}: ${result.failure.message}`);
      return result.value;
    },
    async close() {
      await core.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const warmUps = 30;
const mostRounds = 60;
const longestMs = 4_000;

/**
 * The median time, in milliseconds, of each of several ways to do something; they take turns, so
 * that a busy machine slows all of them. The first rounds do not count.
 */
export async function timeInTurns(
  ways: readonly (() => Promise<unknown>)[],
): Promise<readonly number[]> {
  const times = ways.map((): number[] => []);
  const startedAt = performance.now();
  for (let round = -warmUps; round < mostRounds; round += 1) {
    if (round > 0 && performance.now() - startedAt > longestMs * ways.length) break;
    for (const [index, way] of ways.entries()) {
      const began = performance.now();
      await way();
      if (round >= 0) times[index]?.push(performance.now() - began);
    }
  }
  return times.map((values) => percentile(values, 0.5));
}
