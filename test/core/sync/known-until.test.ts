import { describe, expect, it } from 'vitest';
import { createCallFeed } from '../../../main/core/sync/calls/feed.ts';
import { createMessageFeed } from '../../../main/core/sync/messages/feed.ts';
import type {
  ServerCall,
  ServerMessage,
  SyncPage,
} from '../../../main/core/ringcentral/records.ts';
import { callOf, dayMs, now, openBackfill, textOf } from './backfill/world.ts';

const pageOf = <T>(records: readonly T[]): SyncPage<T> => ({
  records,
  deleted: [],
  unreadable: [],
  syncToken: 'token',
  nextPageId: undefined,
});

/** Both feeds before a RingCentral whose clock is first heard of with its answer. */
function openFeeds(records: {
  readonly calls?: readonly ServerCall[];
  readonly texts?: readonly ServerMessage[];
  readonly aheadMs?: number;
}) {
  const world = openBackfill();
  const hear = (): void => {
    world.client.clockAheadMs = records.aheadMs ?? 0;
  };
  Object.assign(world.client.api.callLog, {
    sync: () => (hear(), Promise.resolve({ kind: 'ok', value: pageOf(records.calls ?? []) })),
  });
  Object.assign(world.client.api.messages, {
    sync: () => (hear(), Promise.resolve({ kind: 'ok', value: pageOf(records.texts ?? []) })),
  });
  return {
    ...world,
    calls: createCallFeed(world.deps, world.write.calls),
    messages: createMessageFeed(world.deps, world.write.messages),
  };
}

describe('up to when a feed is known', () => {
  it.each([dayMs, -dayMs])(
    'is told by RingCentral’s clock, first heard of with the answer (ours is %i ms ahead)',
    async (aheadMs) => {
      for (const feed of ['calls', 'messages'] as const) {
        const world = openFeeds({ aheadMs });
        await world[feed].sync();
        expect(world.list('SELECT position FROM sync_cursor')).toEqual([String(now - aheadMs)]);
      }
    },
  );
});

describe('from when on a full sync is complete', () => {
  it('is not told by a record from before the window that was asked for', async () => {
    const world = openFeeds({
      calls: [callOf('new', 1), callOf('oldest', 3), callOf('astray', 200)],
      texts: [textOf('new', 1), textOf('oldest', 3), textOf('astray', 4_000)],
    });
    await world.calls.sync();
    await world.messages.sync();
    expect(world.list('SELECT reached_at FROM backfill')).toEqual([
      now - 3 * dayMs,
      now - 3 * dayMs,
    ]);
    expect(world.list('SELECT count(*) FROM call')).toEqual([3]);
  });

  it('is now when nothing but such a record came', async () => {
    const world = openFeeds({ calls: [callOf('astray', 200)] });
    await world.calls.sync();
    expect(world.list('SELECT reached_at FROM backfill')).toEqual([now]);
  });
});
