import { describe, expect, it } from 'vitest';
import { failure } from '../../../../shared/failure.ts';
import { openInProcessArchive } from '../../../db/in-process.ts';
import { until } from '../../support/core-world.ts';
import { settled } from '../../support/manual-clock.ts';
import { callOf, dayMs, now, openBackfill, pageOf, textOf } from './world.ts';

const calls = (count: number, days: number) =>
  Array.from({ length: count }, (_, n) => callOf(`call-${n}`, (n * days) / count));
const texts = (count: number, days: number) =>
  Array.from({ length: count }, (_, n) => textOf(`text-${n}`, (n * days) / count));

describe('the backfill', () => {
  it('brings everything that is older than the first sync, newest first, and says when it is done', async () => {
    const world = openBackfill();
    world.store.calls = calls(2_500, 360);
    world.store.texts = texts(1_200, 800);
    await world.begin();
    const backfill = world.makeBackfill();
    await backfill.start();
    await until(async () => expect((await backfill.getView()).state).toBe('done'));
    const older = (at: number) => at <= now - 30 * dayMs;
    expect(new Set(world.list('SELECT server_id FROM call_record'))).toEqual(
      new Set(world.store.calls.filter(({ startedAt }) => older(startedAt)).map(({ id }) => id)),
    );
    expect(world.list('SELECT count(*) FROM message')).toEqual([
      world.store.texts.filter(({ createdAt }) => older(createdAt)).length,
    ]);
    const view = await backfill.getView();
    expect(view).toMatchObject({ progress: 1, failure: undefined });
    expect(view.feeds.every(({ isDone }) => isDone)).toBe(true);
    const ends = world.asked
      .filter(({ feed }) => feed === 'calls')
      .map(({ window }) => window.dateTo);
    expect(ends).toEqual([...ends].sort((one, other) => other - one));
    // Every window names both its ends: without them RingCentral gives a day.
    expect(world.asked.every(({ window }) => window.dateFrom < window.dateTo)).toBe(true);
  });

  it('looks past a quiet year before it calls it the end', async () => {
    const world = openBackfill();
    world.store.texts = [textOf('old', 4 * 365)];
    await world.begin();
    const backfill = world.makeBackfill();
    await backfill.start();
    await until(async () => expect((await backfill.getView()).state).toBe('done'));
    expect(world.list('SELECT server_id FROM message')).toEqual(['old']);
  });

  it('does not begin before a feed has been synced', async () => {
    const world = openBackfill();
    const backfill = world.makeBackfill();
    await backfill.start();
    await settled();
    expect(world.asked).toEqual([]);
    expect(await backfill.getView()).toMatchObject({ state: 'waiting', failure: undefined });
    await world.begin();
    backfill.noteSynced('calls');
    await until(() => expect(world.asked.length).toBeGreaterThan(0));
    expect(world.asked.every(({ feed }) => feed === 'calls')).toBe(true);
  });

  it('stands still while it is paused, also after a restart', async () => {
    const world = openBackfill();
    world.store.calls = calls(3_000, 360);
    await world.begin();
    const first = world.makeBackfill();
    expect(await first.pause()).toMatchObject({ state: 'paused' });
    first.stop();
    const second = world.makeBackfill();
    await second.start();
    await settled();
    expect(world.asked).toEqual([]);
    expect((await second.resume()).state).toBe('running');
    await until(async () => expect((await second.getView()).state).toBe('done'));
  });

  it('waits while nobody is signed in or RingCentral is away, and goes on by itself', async () => {
    const world = openBackfill();
    await world.begin();
    world.signedIn.is = false;
    const backfill = world.makeBackfill();
    await backfill.start();
    await settled();
    expect(world.asked).toEqual([]);
    expect(await backfill.getView()).toMatchObject({
      state: 'waiting',
      failure: { message: 'session.signed-out' },
    });
    world.signedIn.is = true;
    world.client.setConnection({ state: 'offline', cause: 'network', sinceAt: now });
    expect(await backfill.getView()).toMatchObject({
      state: 'waiting',
      failure: { message: 'network.offline' },
    });
    world.client.setConnection({ state: 'online' });
    await until(async () => expect((await backfill.getView()).state).toBe('done'));
  });

  it('tries again, ever more slowly, what is not answered', async () => {
    const world = openBackfill();
    await world.begin();
    const answer = world.answer.calls;
    world.answer.calls = () => ({
      kind: 'unknown',
      failure: failure('offline', 'server.unavailable'),
    });
    const backfill = world.makeBackfill();
    await backfill.start();
    await until(async () => expect((await backfill.getView()).failure).toBeDefined());
    for (let minutes = 0; minutes < 60; minutes += 1) await world.clock.advance(60_000);
    const inVain = world.asked.filter(({ feed }) => feed === 'calls').length;
    expect(inVain).toBeGreaterThan(5);
    expect(inVain).toBeLessThan(25);
    world.answer.calls = answer;
    await world.clock.advance(5 * 60_000);
    await until(async () => expect((await backfill.getView()).state).toBe('done'));
  });

  it('ends at a page that repeats for ever, and at a date that is refused', async () => {
    const world = openBackfill();
    await world.begin();
    const same = calls(10, 300);
    world.answer.calls = ({ dateTo }) =>
      dateTo < now - 500 * dayMs
        ? {
            kind: 'refused',
            status: 400,
            failure: failure('rejected', 'server.refused', { code: 'CMN-101' }),
          }
        : pageOf(same, true);
    const backfill = world.makeBackfill();
    await backfill.start();
    await until(async () => expect((await backfill.getView()).state).toBe('done'));
    expect(world.list('SELECT count(*) FROM call_record')).toEqual([10]);
    expect(world.asked.length).toBeLessThan(60);
  });

  it('reads many records of one instant, which no time can tell apart, by their pages', async () => {
    const world = openBackfill();
    world.store.texts = Array.from({ length: 700 }, (_, n) => textOf(`same-${n}`, 40));
    await world.begin();
    const backfill = world.makeBackfill();
    await backfill.start();
    await until(async () => expect((await backfill.getView()).state).toBe('done'));
    expect(world.list('SELECT count(*) FROM message')).toEqual([700]);
  });

  it('loses nothing when a record is deleted between two pages', async () => {
    const world = openBackfill();
    world.store.texts = Array.from({ length: 900 }, (_, n) => textOf(`text-${n}`, 31 + n / 30));
    await world.begin();
    const answer = world.answer.messages;
    let isFirst = true;
    world.answer.messages = (window) => {
      const outcome = answer(window);
      if (isFirst && outcome.kind === 'ok' && outcome.value.hasMore) {
        isFirst = false;
        world.store.texts = world.store.texts.slice(1);
      }
      return outcome;
    };
    const backfill = world.makeBackfill();
    await backfill.start();
    await until(async () => expect((await backfill.getView()).state).toBe('done'));
    expect(world.list('SELECT count(*) FROM message')).toEqual([900]);
  });

  it('loses nothing when a page names a record from outside its window', async () => {
    const world = openBackfill();
    world.store.texts = Array.from({ length: 900 }, (_, n) => textOf(`text-${n}`, 31 + n / 30));
    await world.begin();
    const answer = world.answer.messages;
    world.answer.messages = (window) => {
      const outcome = answer(window);
      if (outcome.kind !== 'ok') return outcome;
      const { records, hasMore } = outcome.value;
      return pageOf([...records, textOf('astray', 20 * 365)], hasMore);
    };
    const backfill = world.makeBackfill();
    await backfill.start();
    await until(async () => expect((await backfill.getView()).state).toBe('done'));
    expect(world.list('SELECT count(*) FROM message')).toEqual([901]);
    // It does not make the end a matter of decades either.
    expect(world.list(`SELECT oldest_at FROM backfill WHERE feed = 'messages'`)).toEqual([
      Math.min(...world.store.texts.map(({ createdAt }) => createdAt)),
    ]);
  });

  it('estimates what is left and tells how far it reaches back', async () => {
    const world = openBackfill();
    await world.begin();
    const backfill = world.makeBackfill();
    await backfill.pause();
    const view = await backfill.getView();
    expect(view.feeds).toMatchObject([
      { feed: 'messages', reachesBackTo: now - 30 * dayMs, isDone: false },
      { feed: 'calls', reachesBackTo: now - 30 * dayMs, isDone: false },
    ]);
    expect(view.progress).toBeGreaterThan(0);
    expect(view.progress).toBeLessThan(0.2);
    expect(view.estimateMs).toBeGreaterThan(60_000);
  });
});

describe('a crash at any point of the backfill', () => {
  it('leaves no gap and no duplicate', async () => {
    const archive = openInProcessArchive();
    const world = openBackfill(archive);
    world.store.calls = calls(700, 380);
    world.store.texts = texts(700, 900);
    await world.begin();
    // Each run dies at a write that has to be rolled back, one later every time.
    const write = archive.write.bind(archive);
    let crashes = 0;
    for (let left = 0; ; left += 1) {
      let allowed = left % 7;
      let isDead = false;
      archive.write = (query, input, priority) => {
        allowed -= 1;
        if (isDead || (allowed < 0 && left < 60)) {
          isDead = true;
          return Promise.reject(new Error('the power was cut'));
        }
        return write(query, input, priority);
      };
      const backfill = world.makeBackfill();
      await backfill.start();
      await until(async () => {
        if (!isDead) expect((await backfill.getView()).state).toBe('done');
      });
      backfill.stop();
      await settled();
      crashes += isDead ? 1 : 0;
      if (!isDead) break;
    }
    expect(crashes).toBeGreaterThan(20);
    const older = now - 30 * dayMs;
    const ids = world.list('SELECT server_id FROM call_record');
    expect(new Set(ids)).toEqual(
      new Set(world.store.calls.filter(({ startedAt }) => startedAt <= older).map(({ id }) => id)),
    );
    expect(ids).toHaveLength(new Set(ids).size);
    expect(world.list('SELECT count(*) FROM call')).toEqual([ids.length]);
    expect(world.list('SELECT count(*) FROM message')).toEqual([
      world.store.texts.filter(({ createdAt }) => createdAt <= older).length,
    ]);
  });
});
