import { describe, expect, it } from 'vitest';
import { until } from '../ringcentral/harness.ts';
import { typedOf } from '../session/harness.ts';
import { settled } from '../support/manual-clock.ts';
import { ada } from './call-records.ts';
import { open, openSynced } from './harness.ts';

const second = 1_000;
const minute = 60_000;

/** Up to date, push connected, and what that made necessary is done. */
async function openPushed() {
  const world = await openSynced();
  const { clock, client, departures } = world;
  const isPushed = () => client.push.getState().state === 'connected';
  /** Passes time slowly enough for what goes over sockets meanwhile. */
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += second) {
      await clock.advance(Math.min(second, ms - passed));
      await settled();
    }
  };
  await clock.advance(second);
  await until(isPushed);
  await pass(minute);
  departures.length = 0;
  return { ...world, isPushed, pass };
}

describe('with push', () => {
  it('a text that comes in is in the archive without waiting for any timer', async () => {
    const { simulator, count, requests, clock } = await openPushed();
    const before = clock.now();
    simulator.account.receiveText({ from: ada, text: 'Is the rate locked?' });
    await until(() => count(`SELECT count(*) FROM message WHERE body LIKE '%rate locked%'`) === 1);
    expect(clock.now()).toBe(before);
    expect(requests('/message-sync')[0]?.query.get('syncType')).toBe('ISync');
  });

  it('what the archive has comes from the sync, not from the event', async () => {
    const { simulator, count, requests, pass } = await openPushed();
    simulator.faults.add({ path: '/message-sync', times: 1, status: 500 });
    simulator.account.receiveText({ from: ada, text: 'Only told' });
    await until(() => requests('/message-sync').length === 1);
    await settled();
    expect(count(`SELECT count(*) FROM message WHERE body = 'Only told'`)).toBe(0);
    await pass(5 * second);
    await until(() => count(`SELECT count(*) FROM message WHERE body = 'Only told'`) === 1);
  });

  it('a storm of events causes a handful of syncs, and nothing is missed', async () => {
    const { simulator, count, requests, pass } = await openPushed();
    const before = count('SELECT count(*) FROM message');
    for (let n = 0; n < 500; n += 1) {
      simulator.account.receiveText({ from: ada, text: `Storm ${n}` });
      if (n % 50 === 0) await settled();
    }
    await pass(4 * second);
    await until(() => count('SELECT count(*) FROM message') === before + 500);
    await pass(30 * second);
    expect(requests('/message-sync').length).toBeLessThan(6);
    expect(requests('/call-log-sync')).toEqual([]);
  });

  it('the timer rests, and makes sure again as soon as push is lost', async () => {
    const { simulator, client, clock, requests, pass, isPushed } = await openPushed();
    await pass(4 * minute);
    expect(requests('/message-sync').length).toBeLessThan(2);
    const before = requests('/message-sync').length;
    simulator.faults.add({ path: '/restapi/oauth/wstoken', status: 403, errorCode: 'CMN-401' });
    await simulator.goDown();
    await until(() => !isPushed());
    await simulator.comeBack();
    await pass(20 * second);
    expect(client.push.getState().state).toBe('off');
    await until(() => requests('/message-sync').length > before);
    await clock.advance(20 * second);
    await until(() => requests('/message-sync').length > before + 1);
  });

  it('the record of a call is there soon after it ended', async () => {
    const { simulator, count, requests, pass } = await openPushed();
    const before = count('SELECT count(*) FROM call');
    simulator.account.receiveCall({ from: ada, outcome: 'missed', ringMs: 3 * second });
    await pass(10 * second);
    expect(requests('/call-log-sync')).toEqual([]);
    await pass(50 * second);
    expect(count('SELECT count(*) FROM call')).toBe(before + 1);
    expect(requests('/call-log-sync').length).toBeLessThan(4);
  });

  it('a text that came while it was away is there when it is back', async () => {
    const { simulator, count, clock, isPushed } = await openPushed();
    await simulator.goDown();
    await until(() => !isPushed());
    simulator.account.receiveText({ from: ada, text: 'Still there?' });
    await simulator.comeBack();
    while (!isPushed()) await clock.advance(500);
    await clock.advance(3 * second);
    await until(() => count(`SELECT count(*) FROM message WHERE body = 'Still there?'`) === 1);
  });
});

describe('a feed', () => {
  it('whose permission is missing is not asked for every few minutes', async () => {
    const { simulator, session, sync, clock, requests, tokens } = await open();
    const app = simulator.account.state.client;
    Object.assign(app, { permissions: app.permissions.filter((each) => each !== 'ReadCallLog') });
    sync.start();
    await session.start();
    await session.signIn(typedOf(simulator));
    await until(() => tokens().length === 3 && requests('/call-log-sync').length === 1);
    for (let n = 0; n < 28; n += 1) {
      sync.resume();
      sync.expectCallLog();
      await clock.advance(minute);
    }
    expect(requests('/call-log-sync')).toHaveLength(1);
    await clock.advance(3 * minute);
    await until(() => requests('/call-log-sync').length === 2);
    expect(sync.listFeeds().find(({ feed }) => feed === 'calls')).toMatchObject({
      failure: { message: 'permission.app-missing', params: { permission: 'ReadCallLog' } },
    });
  });

  it('says when it was synced last, also after a restart', async () => {
    const world = await openSynced();
    const syncedAt = world.clock.now();
    const times = () => world.sync.listFeeds().map(({ lastSyncedAt }) => lastSyncedAt);
    expect(world.sync.listFeeds().map(({ feed }) => feed)).toEqual([
      'messages',
      'calls',
      'contacts',
      'directory',
    ]);
    expect(times()).toEqual([syncedAt, syncedAt, syncedAt, syncedAt]);
    await world.clock.advance(second);
    const again = world.makeSync();
    expect(again.listFeeds().every(({ lastSyncedAt }) => lastSyncedAt === undefined)).toBe(true);
    await world.session.signOut({ eraseArchive: false });
    again.start();
    await settled();
    expect(again.listFeeds().map(({ lastSyncedAt }) => lastSyncedAt)).toEqual(times());
    again.stop();
  });
});
