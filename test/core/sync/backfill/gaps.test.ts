import { describe, expect, it } from 'vitest';
import { until } from '../../support/core-world.ts';
import { callOf, dayMs, now, openBackfill } from './world.ts';

const calls = (count: number, days: number) =>
  Array.from({ length: count }, (_, n) => callOf(`call-${n}`, (n * days) / count));

describe('a gap that a sync had to leave', () => {
  it('is filled before what is older, and goes with its last records', async () => {
    const world = openBackfill();
    world.store.calls = calls(2_000, 20);
    await world.begin();
    await world.write.calls(
      { records: [], deleted: [], unreadable: [] },
      {
        steps: [
          {
            kind: 'read-whole',
            feed: 'calls',
            coveredFrom: now - 2 * dayMs,
            oldestAt: now - 2 * dayMs,
            knownUntil: now - 10 * dayMs,
          },
        ],
      },
    );
    expect(world.list('SELECT until_at - from_at FROM backfill_gap')).toEqual([8 * dayMs]);
    const backfill = world.makeBackfill();
    await backfill.start();
    await until(async () => expect((await backfill.getView()).state).toBe('done'));
    expect(world.asked.find(({ feed }) => feed === 'calls')?.window.dateTo).toBe(
      now - 2 * dayMs + 1,
    );
    expect(world.list('SELECT count(*) FROM backfill_gap')).toEqual([0]);
    const inGap = world.store.calls.filter(
      ({ startedAt }) => startedAt >= now - 10 * dayMs && startedAt <= now - 2 * dayMs,
    );
    expect(new Set(world.list('SELECT server_id FROM call_record'))).toEqual(
      new Set(inGap.map(({ id }) => id)),
    );
  });

  it('becomes one with those it touches', async () => {
    const world = openBackfill();
    await world.begin();
    const whole = (coveredDays: number, knownDays: number) =>
      world.write.calls(
        { records: [], deleted: [], unreadable: [] },
        {
          steps: [
            {
              kind: 'read-whole',
              feed: 'calls',
              coveredFrom: now - coveredDays * dayMs,
              oldestAt: now,
              knownUntil: now - knownDays * dayMs,
            },
          ],
        },
      );
    await whole(10, 20);
    await whole(5, 11);
    await whole(1, 2);
    expect(world.list('SELECT (until_at - from_at) / 86400000 FROM backfill_gap')).toEqual([15, 1]);
  });
});

describe('a gap that has grown while it was read', () => {
  it('is read again where it has grown', async () => {
    const world = openBackfill();
    world.store.calls = calls(500, 20);
    await world.begin();
    const whole = (coveredDays: number, knownDays: number) =>
      world.write.calls(
        { records: [], deleted: [], unreadable: [] },
        {
          steps: [
            {
              kind: 'read-whole',
              feed: 'calls',
              coveredFrom: now - coveredDays * dayMs,
              oldestAt: now,
              knownUntil: now - knownDays * dayMs,
            },
          ],
        },
      );
    await whole(5, 10);
    // While the answer is under way a sync whose token did not hold leaves another one.
    const list = world.client.api.callLog.list;
    let hasGrown = false;
    world.client.api.callLog.list = async (window) => {
      const outcome = await list(window);
      if (!hasGrown) await whole(1, 5.5);
      hasGrown = true;
      return outcome;
    };
    const backfill = world.makeBackfill();
    await backfill.start();
    await until(async () => expect((await backfill.getView()).state).toBe('done'));
    const inGap = world.store.calls.filter(
      ({ startedAt }) => startedAt >= now - 10 * dayMs && startedAt <= now - dayMs,
    );
    expect(new Set(world.list('SELECT server_id FROM call_record'))).toEqual(
      new Set(inGap.map(({ id }) => id)),
    );
  });
});
