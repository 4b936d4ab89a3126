import { createCallWriter } from './calls/writer.ts';
import { createSync, type Sync } from './engine.ts';
import { createMessageWriter } from './messages/writer.ts';
import type { SyncDeps } from './sync-deps.ts';

/** All that keeps the archive in step with RingCentral. */
export type Syncing = Sync;

/** Builds it; nothing is asked for before `start`. */
export function createSyncing(deps: SyncDeps): Syncing {
  const write = { messages: createMessageWriter(deps), calls: createCallWriter(deps) };
  return createSync(deps, write);
}
