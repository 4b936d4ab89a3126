import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createBackfill } from '../../../main/core/sync/backfill/service.ts';
import { typedOf } from '../session/harness.ts';
import { settled } from '../support/manual-clock.ts';
import { ada } from './call-records.ts';
import { open, openSynced } from './harness.ts';

const minute = 60_000;
const dayMs = 24 * 60 * minute;
type World = Awaited<ReturnType<typeof open>>;

/** The whole of it: syncs, and a backfill that hears of them. */
function withBackfill(world: World) {
  const backfill = createBackfill(world.deps, world.writers);
  world.sync.onSynced(backfill.noteSynced);
  onTestFinished(() => backfill.stop());
  /** Turns the clock until something is so. */
  const pass = (check: () => unknown): Promise<unknown> =>
    vi.waitFor(
      async () => {
        await world.clock.advance(10_000);
        await check();
      },
      { timeout: 15_000, interval: 5 },
    );
  const untilDone = () => pass(async () => expect((await backfill.getView()).state).toBe('done'));
  return { ...world, backfill, pass, untilDone };
}

/** What the server has that the archive has not, and what it has twice. */
function compare({ archive, simulator }: World) {
  const list = (sql: string) => archive.db.prepare(sql).pluck().all() as string[];
  const { calls, messages } = simulator.account;
  const ids = (type: string) =>
    messages
      .filter((message) => message.type === type && message.availability === 'Alive')
      .map(({ id }) => String(id));
  const have = {
    calls: list('SELECT server_id FROM call_record'),
    texts: list('SELECT server_id FROM message'),
    voicemails: list('SELECT server_id FROM voicemail'),
  };
  const missing = [
    ...calls
      .filter(({ listedAt }) => listedAt !== undefined)
      .map(({ id }) => id)
      .filter((id) => !have.calls.includes(id)),
    ...ids('SMS').filter((id) => !have.texts.includes(id)),
    ...ids('VoiceMail').filter((id) => !have.voicemails.includes(id)),
  ];
  const all = [...have.calls, ...have.texts, ...have.voicemails];
  return { missing, twice: all.length - new Set(all).size };
}

describe('a first sync and its backfill', () => {
  it.each([
    ['as it is', {}],
    ['with totals', { callLogTotals: true }],
    ['with more than was asked for', { extraSyncRecords: 40 }],
    [
      'without numbers, results and durations',
      { absentCallFields: ['phoneNumber', 'result', 'duration'] },
    ],
  ] as const)('bring all that the server has: %s', async (_, rules) => {
    const world = withBackfill(await open());
    const { simulator, session, sync, clock } = world;
    Object.assign(simulator.account.rules, rules);
    simulator.account.addCallLog(1_500, 360);
    for (let n = 0; n < 30; n += 1) simulator.account.receiveText({ from: ada, text: `Text ${n}` });
    await clock.advance(minute);
    sync.start();
    await world.backfill.start();
    await session.start();
    await session.signIn(typedOf(simulator));
    await world.untilDone();
    expect(compare(world)).toEqual({ missing: [], twice: 0 });
    expect(world.log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
    // Nobody was rung up by it: four Heavy slots a minute are kept for calls.
    const heavy = world.departures.filter(({ path }) => path.startsWith('/call-log'));
    const perMinute = Map.groupBy(heavy, ({ at }) => Math.floor(at / minute));
    expect(Math.max(...[...perMinute.values()].map((list) => list.length))).toBeLessThanOrEqual(7);
  });
});

describe('a computer that was away for long', () => {
  it('asks the list for what one sync cannot tell, before it goes further back', async () => {
    const world = withBackfill(await openSynced());
    await world.backfill.start();
    world.backfill.noteSynced('calls');
    world.backfill.noteSynced('messages');
    await world.untilDone();
    world.sync.stop();
    await world.clock.sleep(3 * dayMs);
    world.simulator.account.addCallLog(900, 2);
    world.departures.length = 0;
    const sync = world.makeSync();
    onTestFinished(() => sync.stop());
    sync.onSynced(world.backfill.noteSynced);
    sync.start();
    await world.pass(() => expect(compare(world).missing).toEqual([]));
    const kinds = world
      .requests('/call-log-sync')
      .slice(0, 2)
      .map(({ query }) => query.get('syncType'));
    expect(kinds).toEqual(['ISync', 'FSync']);
    expect(world.requests('/call-log').length).toBeGreaterThan(0);
    await world.untilDone();
    expect(compare(world)).toEqual({ missing: [], twice: 0 });
    expect(world.count('SELECT count(*) FROM backfill_gap')).toBe(0);
    // All of them were missed since, so all of them are news.
    expect(world.count('SELECT count(*) FROM call WHERE is_new = 1')).toBeGreaterThan(200);
  });
});

describe('tokens that never hold', () => {
  it('cost ever fewer full syncs, and what is new comes all the same', async () => {
    const world = await openSynced();
    const { simulator, clock, count, requests } = world;
    simulator.account.receiveText({ from: ada, text: 'Are you there?' });
    for (let minutes = 0; minutes < 60; minutes += 1) {
      simulator.account.expireSyncTokens();
      await clock.advance(20_000);
      simulator.account.expireSyncTokens();
      await clock.advance(40_000);
      await settled();
    }
    expect(count(`SELECT count(*) FROM message WHERE body = 'Are you there?'`)).toBe(1);
    const full = requests('/message-sync').filter(({ query }) => query.get('syncType') === 'FSync');
    expect(full.length).toBeGreaterThan(5);
    expect(full.length).toBeLessThan(25);
    expect(count('SELECT count(*) FROM backfill_gap')).toBeLessThanOrEqual(2);
    expect(compare(world).twice).toBe(0);
  });
});
