import { onTestFinished } from 'vitest';
import { ok } from '../../../shared/result.ts';
import type { ClientId, E164 } from '../../../shared/model/ids.ts';
import { acceptText } from '../../../main/core/messages/sending/queries.ts';
import { createOutbox } from '../../../main/core/outbox/service.ts';
import { createCallWriter } from '../../../main/core/sync/calls/writer.ts';
import { createSync, type Sync } from '../../../main/core/sync/engine.ts';
import { createMessageWriter } from '../../../main/core/sync/messages/writer.ts';
import type { SyncDeps } from '../../../main/core/sync/sync-deps.ts';
import type { Pace } from '../../../simulator/server.ts';
import { start, until } from '../ringcentral/harness.ts';
import { openSession, typedOf } from '../session/harness.ts';
import { settled } from '../support/manual-clock.ts';
import { createCountingRandom } from '../support/session.ts';
import { ada } from './call-records.ts';

export const me = '+15125550123' as E164;

/** A core that syncs and sends, before the simulator. */
export async function open(pace?: Partial<Pace>) {
  const world = openSession(await start({ ...(pace && { pace }) }));
  const { archive, client, clock, log, events, session } = world;
  const deps: SyncDeps = {
    ports: { clock, log },
    client,
    archive,
    events,
    session,
    stopWords: () => [],
    version: '0.0.0',
    onMessagesSynced: () => outbox.reconcile(),
  };
  const writers = { messages: createMessageWriter(deps), calls: createCallWriter(deps) };
  const makeSync = (): Sync => createSync(deps, writers);
  const sync = makeSync();
  const outbox = createOutbox({
    archive,
    client,
    clock,
    log,
    events,
    random: createCountingRandom(),
    isSignedIn: session.isSignedIn,
    expectDelivery: sync.expectDelivery,
    requestSync: () => sync.requestSync('messages', 'outbox'),
    files: { read: () => Promise.resolve(ok([])) },
    holdMs: () => 0,
    tellMissed: () => undefined,
    tellKept: () => undefined,
  });
  onTestFinished(async () => {
    sync.stop();
    await outbox.stop();
  });
  const count = (sql: string): number => archive.db.prepare(sql).pluck().get() as number;
  const requests = (path: string) => world.departures.filter((each) => each.path === path);
  const tokens = () =>
    archive.db.prepare('SELECT feed FROM sync_cursor ORDER BY feed').pluck().all() as string[];
  return { ...world, deps, writers, sync, makeSync, outbox, count, requests, tokens };
}

/** The same, signed in and up to date. */
export async function openSynced(pace?: Partial<Pace>) {
  const world = await open(pace);
  world.sync.start();
  await world.session.start();
  await world.session.signIn(typedOf(world.simulator));
  await until(() => world.tokens().length === 4);
  await world.outbox.start();
  await settled();
  world.departures.length = 0;
  world.told.length = 0;
  return world;
}

/** Accepts a text and lets the outbox have it. */
export async function send(world: Awaited<ReturnType<typeof open>>, text: string): Promise<void> {
  const to = { numbers: [ada as E164] };
  const clientId = `client-${text}` as ClientId;
  const at = world.clock.now();
  const more = { files: [], heldUntil: undefined };
  await world.archive.write(acceptText, { clientId, text, to, from: me, at, ...more });
  world.outbox.wake();
}
