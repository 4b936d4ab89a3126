import { describe, expect, it } from 'vitest';
import { sessionKey } from '../../../main/core/ringcentral/token-store.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { settled } from '../support/manual-clock.ts';
import {
  createVault,
  credentialsOf,
  ping,
  start,
  startSignedIn,
  until,
  type Departure,
} from './harness.ts';

const hour = 60 * 60_000;
const toTokens = ({ path }: Departure): boolean => path === '/restapi/oauth/token';

/** A world whose refreshes are answered when the test says so. */
async function startWithHeldRefresh() {
  const held = Promise.withResolvers<void>();
  const vault = createVault();
  const world = await startSignedIn({
    vault,
    fetch: async (input, init) => {
      const form = await (input as Request).clone().text();
      const answer = await fetch(input, init);
      if (form.includes('grant_type=refresh_token')) await held.promise;
      return answer;
    },
  });
  return { ...world, release: held.resolve };
}

/** A vault whose next write, or read, tells that it is done when the test says so. */
function holdNext(vault: ReturnType<typeof createVault>, name: 'get' | 'set') {
  const held = Promise.withResolvers<void>();
  const original = vault[name].bind(vault) as (...args: string[]) => Promise<never>;
  let isReached = false;
  const slow = async (...args: string[]): Promise<never> => {
    vault[name] = original;
    const done = await original(...args);
    isReached = true;
    await held.promise;
    return done;
  };
  Object.assign(vault, { [name]: slow });
  return { isReached: () => isReached, release: held.resolve };
}

describe('a session that ends while another one begins', () => {
  it('does not take the new one’s tokens out of the vault with it', async () => {
    const { client, simulator, clock, vault, departures, release } = await startWithHeldRefresh();
    const expired: string[] = [];
    client.onExpired(({ code }) => expired.push(code));
    await clock.sleep(hour);
    simulator.account.revokeSessions();
    const waiting = ping(client);
    await until(() => departures.some(toTokens));
    const write = holdNext(vault, 'set');
    const signingIn = client.signIn(credentialsOf(simulator));
    await until(write.isReached);
    release();
    expect(await waiting).toMatchObject({ kind: 'not-sent' });
    write.release();
    expect(await signingIn).toMatchObject({ kind: 'ok' });
    await settled();
    expect(vault.entries.has(sessionKey)).toBe(true);
    expect(expired).toEqual([]);
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
  });

  it('nor by a sign-out of the one before', async () => {
    const { client, simulator, vault } = await startSignedIn();
    const write = holdNext(vault, 'set');
    const signingIn = client.signIn(credentialsOf(simulator));
    await until(write.isReached);
    const signingOut = client.signOut();
    await settled();
    write.release();
    await Promise.all([signingIn, signingOut]);
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
    expect(vault.entries.has(sessionKey)).toBe(true);
  });
});

describe('a vault that takes its time', () => {
  it('does not bring the session of before back over one that has just begun', async () => {
    const before = await startSignedIn();
    before.client.stop();
    const { simulator, clock } = before;
    const vault = createVault(before.vault.entries);
    const { client } = await start({ simulator, clock, vault });
    const read = holdNext(vault, 'get');
    const resuming = client.resume();
    await until(read.isReached);
    expect(await client.signIn(credentialsOf(simulator))).toMatchObject({ kind: 'ok' });
    read.release();
    expect(await resuming).toBe(true);
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
    await clock.sleep(hour);
    await ping(client);
    const { refreshToken } = simulator.account.state.sessions.at(-1) ?? {};
    expect(vault.entries.get(sessionKey)).toContain(refreshToken);
  });
});

describe('what is still out when somebody leaves', () => {
  it('says nothing of RingCentral afterwards, and leaves no timer', async () => {
    const { client, simulator, clock, departures } = await startSignedIn();
    simulator.faults.add({ path: /extension\/~$/, hang: 'before' });
    const waiting = ping(client);
    await until(() => departures.length === 1);
    await client.signOut();
    expect(client.getConnection()).toEqual({ state: 'connecting' });
    await clock.advance(30_000);
    expect(await waiting).toMatchObject({ kind: 'unknown' });
    expect(client.getConnection()).toEqual({ state: 'connecting' });
    expect(clock.waiting).toBe(0);
  });

  it('a revoke that was answered leaves no timer', async () => {
    const { client, clock } = await startSignedIn();
    await client.signOut();
    expect(clock.waiting).toBe(0);
  });
});

describe('a call while its token is being renewed', () => {
  const call = {
    from: '+15125550123' as E164,
    to: '+12025550142' as E164,
    callerId: undefined,
  };

  it('does not wait for that as long as the token of before still works', async () => {
    const { client, clock, simulator, departures } = await startSignedIn();
    await clock.sleep(hour - 30_000);
    simulator.faults.add({ path: '/oauth/token', hang: 'before' });
    const waiting = ping(client);
    await until(() => departures.some(toTokens));
    expect(await client.api.ringOut.place(call)).toMatchObject({ kind: 'ok' });
    await clock.advance(20_000);
    expect(await waiting).toMatchObject({ kind: 'ok' });
  });

  it('is repeated with the new one when that had come first', async () => {
    const { client, clock, departures, release } = await startWithHeldRefresh();
    await clock.sleep(hour - 30_000);
    const waiting = ping(client);
    await until(() => departures.some(toTokens));
    const placed = client.api.ringOut.place(call);
    await until(() => departures.some(({ path }) => path === '/ring-out'));
    await settled();
    release();
    expect(await placed).toMatchObject({ kind: 'ok' });
    expect(await waiting).toMatchObject({ kind: 'ok' });
    expect(departures.filter(toTokens)).toHaveLength(1);
  });
});
