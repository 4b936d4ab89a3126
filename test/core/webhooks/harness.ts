import { expect, onTestFinished, vi } from 'vitest';
import type { LocalEventType } from '../../../shared/model/local-events.ts';
import { createEvents } from '../../../main/core/events.ts';
import { createFeed } from '../../../main/core/feed/service.ts';
import type { Secrets } from '../../../main/core/ports.ts';
import { createWebhooks } from '../../../main/core/webhooks/service.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { createFakeArchives } from '../support/archives.ts';
import { JumpingClock } from '../support/jumping-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createCountingRandom } from '../support/session.ts';

export const allTypes: readonly LocalEventType[] = ['call.ended', 'message.received'];

/** What outlives a Sidetone: its archive, its vault, the time. */
export type Kept = {
  readonly archive: InProcessArchive;
  readonly clock: JumpingClock;
  readonly vault: Map<string, string>;
};

export function makeKept(): Kept {
  return { archive: openInProcessArchive(), clock: new JumpingClock(), vault: new Map() };
}

/** Feed and webhooks on an archive in memory, in the test's time; receivers are real. */
export async function openWebhooks(kept: Kept = makeKept()) {
  const { archive, clock, vault } = kept;
  const log = createMemoryLog();
  const random = createCountingRandom();
  const events = createEvents(clock);
  const choice = { isOn: true };
  const secrets: Secrets = {
    standing: 'os',
    get: (key) => Promise.resolve(vault.get(key)),
    set: (key, value) => Promise.resolve(void vault.set(key, value)),
    remove: (key) => Promise.resolve(void vault.delete(key)),
    keys: () => Promise.resolve([...vault.keys()]),
  };
  const isWanted = (): boolean => choice.isOn;
  const common = { archive, clock, log, random, events, isWanted };
  const feed = createFeed({ ...common, getClockAheadMs: () => undefined });
  const webhooks = createWebhooks({
    archive,
    events,
    feed,
    isWanted,
    ports: {
      clock,
      log,
      random,
      secrets,
      archives: createFakeArchives(),
      fetch: globalThis.fetch,
      info: { version: '1.2.3' },
    },
  });
  await webhooks.start();
  await feed.start();
  let isStopped = false;
  const stop = async (): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await feed.stop();
    await webhooks.stop();
  };
  onTestFinished(stop);
  const { db } = archive;
  db.exec(
    `INSERT OR IGNORE INTO thread (id, own_number, party_key, last_at)
     VALUES (1, '+12125550100', '+12125550142', 0);
     INSERT OR IGNORE INTO thread_party (thread_id, position, number)
     VALUES (1, 0, '+12125550142')`,
  );
  let last = Number(db.prepare('SELECT coalesce(max(id), 0) FROM message').pluck().get());
  const told = (): void => events.changed({ area: 'messages' });
  /** A text comes in, and its transaction is over. */
  const receive = (body: string): number => {
    last = Math.max(last + 1, clock.now() * 1024);
    db.prepare(
      `INSERT INTO message (id, thread_id, direction, status, body, from_number, created_at,
         modified_at) VALUES (?, 1, 'inbound', 'received', ?, '+12125550142', ?, ?)`,
    ).run(last, body, clock.now(), clock.now());
    told();
    return last;
  };
  /** Lets the clock go on until something is so. */
  const pass = (check: () => void | Promise<void>, stepMs = 20): Promise<void> =>
    vi.waitFor(
      async () => {
        await clock.advance(stepMs);
        await check();
      },
      { timeout: 5_000, interval: 5 },
    );
  const first = async () => {
    const [webhook] = await webhooks.list();
    if (webhook === undefined) throw new Error('there is no webhook');
    return webhook;
  };
  return { ...kept, db, log, events, choice, feed, webhooks, stop, receive, told, pass, first };
}

export type World = Awaited<ReturnType<typeof openWebhooks>>;

/** Adds a webhook; its secret comes with it. */
export async function addHook(world: World, url: string) {
  const added = await world.webhooks.add({ url, types: allTypes });
  if (!added.ok) throw new Error(added.failure.message);
  return added.value;
}

/** The text of each message that arrived, as its receiver reads it. */
export function bodiesOf(received: readonly { readonly body: string }[]): readonly string[] {
  return received.map(({ body }) => {
    const told = JSON.parse(body) as { data: { message?: { message: string } } };
    return told.data.message?.message ?? '';
  });
}

export function expectNoErrors({ log }: Pick<World, 'log'>): void {
  expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
}
