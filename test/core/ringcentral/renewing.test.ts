import { describe, expect, it } from 'vitest';
import { failure, type Failure } from '../../../shared/failure.ts';
import {
  createRenewalPace,
  type RenewalTrouble,
} from '../../../main/core/ringcentral/renewal-pace.ts';
import { sessionKey } from '../../../main/core/ringcentral/token-store.ts';
import { JumpingClock } from '../support/jumping-clock.ts';
import {
  createVault,
  ping,
  start,
  startSignedIn,
  until,
  type Departure,
  type Vault,
} from './harness.ts';

const minute = 60_000;
const hour = 60 * minute;
const toTokens = ({ path }: Departure): boolean => path === '/restapi/oauth/token';
const restricted = { error: 'invalid_client', errors: [{ errorCode: 'OAU-167' }] };

/** What background work asks for. */
const sync = (client: Awaited<ReturnType<typeof start>>['client']) =>
  client.api.messages.sync({ dateFrom: 0, recordCount: 1 });

describe('a new pair of tokens', () => {
  it('is stored before the request that it was fetched for leaves', async () => {
    const order: string[] = [];
    const inner = createVault();
    const vault: Vault = {
      ...inner,
      async set(key, value) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        await inner.set(key, value);
        order.push('stored');
      },
    };
    const { client, clock } = await startSignedIn({
      vault,
      fetch: async (input, init) => {
        order.push(new URL((input as Request).url).pathname.split('/').at(-1) ?? '');
        return fetch(input, init);
      },
    });
    await clock.advance(hour);
    order.length = 0;
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
    expect(order).toEqual(['token', 'stored', '~']);
  });

  it.each([
    ['before it was stored', false],
    ['before it was stored and after it was used', true],
  ])('lost by a crash %s is given again to the old one', async (_, isUsed) => {
    const first = await startSignedIn();
    const oldPair = new Map(first.vault.entries);
    await first.clock.advance(hour);
    if (isUsed) await ping(first.client);
    else {
      first.vault.isBroken = true;
      expect(await ping(first.client)).toMatchObject({ kind: 'not-sent' });
    }
    first.client.stop();
    const again = await start({ ...first, vault: createVault(oldPair) });
    await again.client.resume();
    expect(await ping(again.client)).toMatchObject({ kind: 'ok' });
    expect(first.simulator.account.state.sessions).toHaveLength(1);
    const [session] = first.simulator.account.state.sessions;
    expect(again.vault.entries.get(sessionKey)).toContain(session?.refreshToken);
  });

  it('lost for longer than RingCentral’s grace ends the session, and says so', async () => {
    const first = await startSignedIn();
    const oldPair = new Map(first.vault.entries);
    await first.clock.advance(hour);
    await ping(first.client);
    first.client.stop();
    await first.clock.advance(11_000);
    const again = await start({ ...first, vault: createVault(oldPair) });
    const expired: Failure[] = [];
    again.client.onExpired((reason) => expired.push(reason));
    await again.client.resume();
    expect(await ping(again.client)).toMatchObject({ kind: 'not-sent' });
    expect(expired).toMatchObject([{ message: 'session.expired', code: 'OAU-211' }]);
  });

  it('whose answer was lost on the way is fetched again', async () => {
    const { client, simulator, clock } = await startSignedIn();
    await clock.advance(hour);
    simulator.faults.add({ path: '/oauth/token', reset: 'after-accept', times: 1 });
    expect(await ping(client)).toMatchObject({ kind: 'not-sent' });
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
  });

  it('brings the app’s permissions along, which a restart finds again', async () => {
    const first = await start();
    expect(first.client.permissions).toBeUndefined();
    const { client, simulator, vault, clock } = await startSignedIn();
    const { permissions } = simulator.account.state.client;
    expect(client.permissions).toEqual(permissions);
    client.stop();
    const again = await start({ simulator, clock, vault: createVault(vault.entries) });
    await again.client.resume();
    expect(again.client.permissions).toEqual(permissions);
    simulator.account.state.client.permissions = ['ReadAccounts'];
    await clock.advance(hour);
    await ping(again.client);
    expect(again.client.permissions).toEqual(['ReadAccounts']);
  });
});

describe('a clock that jumps', () => {
  it.each([
    ['ahead, as over a sleep', 3 * 24 * hour],
    ['back', -3 * hour],
  ])('%s does not keep a token from being renewed', async (_, byMs) => {
    const first = await startSignedIn();
    const clock = new JumpingClock(first.clock.now());
    first.client.stop();
    const { client, departures } = await start({
      ...first,
      clock,
      vault: createVault(first.vault.entries),
    });
    await client.resume();
    await first.clock.advance(byMs > 0 ? byMs : hour);
    clock.jumpedMs = byMs;
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
    expect(departures.filter(toTokens)).toHaveLength(1);
  });
});

describe('renewing after it has failed', () => {
  const failing = async (fault: object) => {
    const world = await startSignedIn();
    await world.clock.advance(hour);
    world.simulator.faults.add({ path: '/oauth/token', ...fault });
    const count = () => world.departures.filter(toTokens).length;
    /** Lets background work ask every second for so long, and counts the renewals. */
    const work = async (ms: number) => {
      const before = count();
      for (let spent = 0; spent < ms; spent += 1_000) {
        await sync(world.client);
        await world.clock.advance(1_000);
      }
      return count() - before;
    };
    return { ...world, count, work };
  };

  it('at the server: three tries ten seconds apart, then one a minute', async () => {
    const { work } = await failing({ status: 500 });
    expect(await work(30_000)).toBe(3);
    expect(await work(50_000)).toBe(0);
    expect(await work(60_000)).toBe(1);
  });

  it('by a refusal: not again soon, and nobody is signed out', async () => {
    const { work, client, simulator, vault } = await failing({
      status: 403,
      body: JSON.stringify(restricted),
    });
    const expired: Failure[] = [];
    client.onExpired((reason) => expired.push(reason));
    expect(await work(2 * minute)).toBe(1);
    expect(vault.entries.size).toBe(1);
    expect(expired).toEqual([]);
    simulator.faults.clear();
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
  });

  it.each([429, 503])('with %i: not before the time it names, whoever asks', async (status) => {
    const headers = { 'Retry-After': '60' };
    const { work, client, count } = await failing({ status, headers, errorCode: 'CMN-201' });
    expect(await work(58_000)).toBe(1);
    const outcome = await ping(client);
    expect(outcome.kind).toBe('not-sent');
    expect(count()).toBe(1);
    expect(await work(10_000)).toBe(1);
  });

  it('a click or a call tries at once, once, and does not hang', async () => {
    const { client, work, count } = await failing({ status: 500 });
    await work(10_000);
    const before = count();
    expect(await ping(client)).toMatchObject({ kind: 'not-sent', failure: { kind: 'offline' } });
    expect(count()).toBe(before + 1);
  });

  it('for want of a network: every ten seconds, as it costs nobody anything', async () => {
    const { client, clock, simulator } = await startSignedIn();
    await clock.advance(hour);
    await simulator.goDown();
    for (let n = 0; n < 6; n += 1) {
      expect(await sync(client)).toMatchObject({ kind: 'not-sent' });
      await clock.advance(10_000);
    }
    await simulator.comeBack();
    expect(await sync(client)).toMatchObject({ kind: 'ok' });
  });

  it('counts one for all who waited for it', async () => {
    const { client, clock, count } = await failing({ status: 500 });
    await Promise.all([sync(client), sync(client), sync(client), sync(client)]);
    expect(count()).toBe(1);
    await clock.advance(10_000);
    await sync(client);
    expect(count()).toBe(2);
  });

  it('while one hangs, whoever asks waits for the same one and its time-out', async () => {
    const { client, clock, count } = await failing({ hang: 'before' });
    const outcomes = Promise.all([ping(client), sync(client)]);
    await until(() => count() === 1);
    await clock.advance(20_000);
    expect(await outcomes).toMatchObject([
      { kind: 'not-sent', failure: { message: 'network.timeout' } },
      { kind: 'not-sent', failure: { message: 'network.timeout' } },
    ]);
    expect(count()).toBe(1);
  });
});

describe('the pace of renewing', () => {
  const reason = failure('offline', 'server.error');
  const failed = (cause: RenewalTrouble['cause']) => {
    const clock = new JumpingClock(10 * hour);
    const pace = createRenewalPace(clock);
    pace.failed({ failure: reason, cause });
    return { clock, pace };
  };

  it('is not held up by a clock that is put back', async () => {
    const { clock, pace } = failed('passing');
    clock.jumpedMs = -9 * hour;
    expect(pace.getObstacle('sync')).toBe(reason);
    await clock.advance(10_000);
    expect(pace.getObstacle('sync')).toBeUndefined();
  });

  it('is free again after a success', () => {
    const { pace } = failed({ waitMs: minute });
    expect(pace.getObstacle('call')).toBe(reason);
    pace.succeeded();
    expect(pace.getObstacle('call')).toBeUndefined();
  });
});
