import { describe, expect, it, vi } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { toChunks } from '../../../main/core/sync/chunks.ts';
import { createFeedRunner, type FeedResult } from '../../../main/core/sync/feed-runner.ts';
import { ManualClock, settled } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';

/** A feed whose syncs end when the test says so, or at once. */
function start(answers: FeedResult[] = [], isHeld = false) {
  const clock = new ManualClock(0);
  const log = createMemoryLog();
  const begun: number[] = [];
  const held: (() => void)[] = [];
  const world = { isAllowed: true, throws: false, intervalMs: 60_000 };
  const runner = createFeedRunner({
    feed: 'messages',
    clock,
    log,
    intervalMs: () => world.intervalMs,
    hintSpacingMs: 3_000,
    isAllowed: () => world.isAllowed,
    async sync() {
      begun.push(clock.now());
      if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
      if (world.throws) throw new Error('the disk is full');
      return answers.shift();
    },
  });
  return { clock, log, begun, held, world, runner };
}

const offline = failure('offline', 'network.offline');

describe('a feed', () => {
  it('syncs when asked and then by itself', async () => {
    const { runner, begun, clock } = start();
    runner.request('start');
    await clock.advance(130_000);
    expect(begun).toEqual([0, 60_000, 120_000]);
  });

  it('has one sync running and at most one waiting', async () => {
    const { runner, begun, held } = start([], true);
    for (let n = 0; n < 5; n += 1) runner.request('hint');
    await settled();
    expect(begun).toHaveLength(1);
    held.shift()?.();
    await settled();
    expect(begun).toHaveLength(2);
    held.shift()?.();
    await settled();
    expect(begun).toHaveLength(2);
  });

  it('comes earlier when asked, never later', async () => {
    const { runner, begun, clock } = start();
    runner.request('start');
    await settled();
    runner.requestIn(20_000, 'call ended');
    runner.requestIn(5_000, 'text sent');
    runner.requestIn(90_000, 'whenever');
    await clock.advance(70_000);
    expect(begun).toEqual([0, 5_000, 65_000]);
  });

  it('waits longer after each failure, and as before after a success', async () => {
    const { runner, begun, clock } = start([offline, offline, offline]);
    runner.request('start');
    await clock.advance(100_000);
    expect(begun).toEqual([0, 5_000, 15_000, 35_000, 95_000]);
    expect(runner.isBehind()).toBe(false);
  });

  it('waits as long as the server asks', async () => {
    const paused = failure('rate-limited', 'rate.limited', { retry: { afterMs: 61_000 } });
    const { runner, begun, clock } = start([paused]);
    runner.request('start');
    await clock.advance(70_000);
    expect(begun).toEqual([0, 61_000]);
  });

  it('lives through a sync that breaks', async () => {
    const { runner, begun, clock, world, log } = start();
    world.throws = true;
    runner.request('start');
    await settled();
    expect(runner.isBehind()).toBe(true);
    world.throws = false;
    await clock.advance(5_000);
    expect(begun).toHaveLength(2);
    expect(log.lines.map(({ level }) => level)).toEqual(['error']);
  });

  it('rests while nobody is signed in, and can be asked again', async () => {
    const { runner, begun, clock, world } = start();
    runner.request('start');
    await settled();
    world.isAllowed = false;
    await clock.advance(200_000);
    world.isAllowed = true;
    runner.request('signed in');
    await clock.advance(60_000);
    expect(begun).toEqual([0, 200_000, 260_000]);
  });

  it('answers the first hint at once, and a storm of them with few syncs', async () => {
    const { runner, begun, clock } = start();
    for (let n = 0; n < 1_000; n += 1) {
      runner.hint('messages');
      await clock.advance(10);
    }
    await clock.advance(5_000);
    expect(begun).toEqual([0, 3_000, 6_000, 9_000, 12_000]);
  });

  it('answers a hint during a sync with another one after it', async () => {
    const { runner, begun, held, clock } = start([], true);
    runner.hint('messages');
    await clock.advance(1_000);
    runner.hint('messages');
    await clock.advance(5_000);
    expect(begun).toEqual([0]);
    held.shift()?.();
    await settled();
    expect(begun).toEqual([0, 6_000]);
  });

  it('answers hints at once when the clock was put back', async () => {
    const { runner, begun, clock } = start();
    await clock.advance(600_000);
    runner.hint('messages');
    await clock.sleep(-300_000);
    runner.hint('messages');
    await settled();
    expect(begun).toEqual([600_000, 300_000]);
  });

  it('comes sooner as soon as its time between syncs is shorter', async () => {
    const { runner, begun, clock, world } = start();
    world.intervalMs = 300_000;
    runner.request('start');
    await clock.advance(100_000);
    world.intervalMs = 20_000;
    runner.repace();
    await clock.advance(45_000);
    expect(begun).toEqual([0, 120_000, 140_000]);
  });

  it('that failed keeps its own time when its time between syncs is shorter', async () => {
    const refused = failure('rejected', 'permission.user-missing');
    const { runner, begun, clock, world } = start([refused]);
    runner.request('start');
    await settled();
    world.intervalMs = 20_000;
    runner.repace();
    await clock.advance(29 * 60_000);
    expect(begun).toEqual([0]);
  });

  it('that failed is tried when RingCentral is back, less often each time that is in vain', async () => {
    const { runner, begun, clock } = start(Array.from({ length: 100 }, () => offline));
    runner.catchUp('online again');
    expect(begun).toEqual([]);
    runner.request('start');
    for (let n = 0; n < 120; n += 1) {
      await clock.advance(1_000);
      runner.catchUp('online again');
    }
    expect(begun).toEqual([0, 1_000, 11_000, 31_000, 71_000]);
  });

  it('is asked for when its time has come, although the clock went ahead and its timer did not', async () => {
    const { runner, begun, clock } = start();
    const timers = vi.spyOn(clock, 'schedule');
    runner.request('start');
    await settled();
    timers.mockClear();
    vi.spyOn(clock, 'now').mockReturnValue(3_600_000);
    runner.requestIn(2_000, 'text sent');
    expect(timers).toHaveBeenCalledWith(0, expect.any(Function));
    await clock.advance(0);
    expect(begun).toEqual([0, 3_600_000]);
  });

  it.each(['permission.app-missing', 'permission.user-missing'] as const)(
    'without a permission (%s) is asked for every half an hour, and after a sign-in',
    async (message) => {
      const refused = failure('rejected', message);
      const { runner, begun, clock } = start([refused, refused]);
      runner.request('start');
      await clock.advance(1_000);
      runner.request('resume');
      runner.requestIn(1_000, 'call ended');
      runner.hint('gap');
      expect(runner.isBehind()).toBe(false);
      await clock.advance(30 * 60_000);
      expect(begun).toEqual([0, 30 * 60_000]);
      expect(runner.getStanding()).toEqual({ feed: 'messages', failure: refused });
      runner.begin('signed in');
      await settled();
      expect(begun).toHaveLength(3);
      expect(runner.getStanding().failure).toBeUndefined();
    },
  );

  it('says how up to date it is', async () => {
    const { runner, clock, world } = start([undefined, offline]);
    expect(runner.getStanding()).toEqual({ feed: 'messages' });
    runner.remember(-5);
    expect(runner.getStanding()).toEqual({ feed: 'messages', lastSyncedAt: -5 });
    await clock.advance(1_000);
    runner.request('start');
    await settled();
    runner.remember(-5);
    expect(runner.getStanding()).toEqual({ feed: 'messages', lastSyncedAt: 1_000 });
    await clock.advance(60_000);
    expect(runner.getStanding()).toMatchObject({ lastSyncedAt: 1_000, failure: offline });
    world.throws = true;
    await clock.advance(5_000);
    expect(runner.getStanding()).toMatchObject({
      lastSyncedAt: 1_000,
      failure: { kind: 'internal' },
    });
  });

  it('leaves no timer when stopped', async () => {
    const { runner, begun, clock } = start();
    runner.request('start');
    await settled();
    runner.stop();
    runner.request('late');
    runner.requestIn(1, 'late');
    await clock.advance(200_000);
    expect(begun).toEqual([0]);
    expect(clock.waiting).toBe(0);
  });
});

describe('a page', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

  it('goes in transactions of fifty, the cursor with the last', () => {
    const deleted = numbers(20).map((n) => ({ id: String(n), availability: 'Deleted' }));
    const unreadable = [{ id: 'x', reason: '' }];
    const chunks = toChunks({ records: numbers(130), deleted, unreadable });
    const sizes = chunks.map((each) =>
      [each.records, each.deleted, each.unreadable].map(({ length }) => length),
    );
    expect(sizes).toEqual([
      [50, 0, 0],
      [50, 0, 0],
      [30, 20, 0],
      [0, 0, 1],
    ]);
    expect(chunks.map(({ isLast }) => isLast)).toEqual([false, false, false, true]);
  });

  it('with nothing in it still moves the cursor', () => {
    const chunks = toChunks({ records: [], deleted: [], unreadable: [] });
    expect(chunks).toEqual([{ records: [], deleted: [], unreadable: [], isLast: true }]);
  });
});
