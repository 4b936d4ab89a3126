import { createAway, type Away } from './away/service.ts';
import { createBackfill, type Backfill } from './backfill/service.ts';
import { createCallWriter } from './calls/writer.ts';
import { createSync, type Sync } from './engine.ts';
import { createMessageWriter } from './messages/writer.ts';
import { createQuarantineRetry } from './quarantine/retry.ts';
import type { SyncDeps } from './sync-deps.ts';

/** All that keeps the archive in step with RingCentral, and tells how far it is. */
export type Syncing = Sync & {
  readonly backfill: Pick<Backfill, 'getView' | 'pause' | 'resume'>;
  readonly away: Pick<Away, 'get' | 'dismiss'>;
};

/** Builds it; nothing is asked for before `start`. */
export function createSyncing(deps: SyncDeps): Syncing {
  const write = { messages: createMessageWriter(deps), calls: createCallWriter(deps) };
  const sync = createSync(deps, write);
  const backfill = createBackfill(deps, write);
  const away = createAway(deps);
  const retry = createQuarantineRetry(deps, write);
  sync.onSynced((feed, begunAt) => {
    backfill.noteSynced(feed);
    away.noteSynced(feed, begunAt);
    retry.noteSynced(feed);
  });
  return {
    ...sync,
    backfill,
    away,
    start() {
      backfill
        .start()
        .catch((error: unknown) =>
          deps.ports.log.warn('the backfill could not begin', { reason: String(error) }),
        );
      sync.start();
    },
    stop() {
      backfill.stop();
      sync.stop();
    },
  };
}
