import { describe, expect, it } from 'vitest';
import { sessionKey } from '../../../main/core/ringcentral/token-store.ts';
import { settled } from '../support/manual-clock.ts';
import { credentialsOf, ping, startSignedIn, until, type Departure } from './harness.ts';

const hour = 60 * 60_000;
const to =
  (end: string) =>
  ({ path }: Departure): boolean =>
    path.endsWith(end);

/** A world whose next refresh waits until the test lets it go. */
async function startWithHeldRefresh() {
  const held = Promise.withResolvers<void>();
  let isHeld = false;
  const world = await startSignedIn({
    fetch: async (input, init) => {
      const request = input as Request;
      const isRefresh = (await request.clone().text()).includes('grant_type=refresh_token');
      const answer = fetch(input, init);
      // Held after RingCentral has answered: the old pair is spent by then.
      if (isHeld && isRefresh) await Promise.all([answer, held.promise]);
      return answer;
    },
  });
  await world.clock.advance(hour);
  isHeld = true;
  const waiting = ping(world.client);
  await until(() => world.departures.some(to('/oauth/token')));
  return { ...world, waiting, release: held.resolve };
}

describe('signing out', () => {
  it('revokes and forgets', async () => {
    const { client, simulator, vault } = await startSignedIn();
    await client.signOut();
    expect(simulator.account.state.sessions).toEqual([]);
    expect(vault.entries.size).toBe(0);
    expect(client.serverUrl).toBeUndefined();
    expect(client.permissions).toBeUndefined();
    expect(client.getConnection()).toEqual({ state: 'connecting' });
  });

  it('revokes a session whose token has ended', async () => {
    const { client, simulator, clock } = await startSignedIn();
    await clock.advance(2 * hour);
    await client.signOut();
    expect(simulator.account.state.sessions).toEqual([]);
  });

  it('forgets although the revoke fails', async () => {
    const { client, simulator, vault } = await startSignedIn();
    await simulator.goDown();
    await client.signOut();
    expect(vault.entries.size).toBe(0);
    expect(await ping(client)).toMatchObject({ kind: 'not-sent' });
  });

  it('does not wait for a revoke that hangs', async () => {
    const { client, simulator, vault, clock, departures } = await startSignedIn();
    simulator.faults.add({ path: '/oauth/revoke', hang: 'before' });
    const leaving = client.signOut();
    await until(() => departures.length === 1);
    await clock.advance(5_000);
    await leaving;
    expect(vault.entries.size).toBe(0);
  });

  it('from a vault that cannot be written says so, and is signed out at RingCentral', async () => {
    const { client, simulator, vault } = await startSignedIn();
    vault.isBroken = true;
    await expect(client.signOut()).rejects.toThrow('the vault is full');
    expect(simulator.account.state.sessions).toEqual([]);
    vault.isBroken = false;
    expect(await client.signIn(credentialsOf(simulator))).toMatchObject({ kind: 'ok' });
  });

  it('while a refresh is under way ends the session that comes of it, and stores nothing', async () => {
    const { client, simulator, vault, waiting, release } = await startWithHeldRefresh();
    const leaving = client.signOut();
    await settled();
    expect(vault.entries.size).toBe(0);
    release();
    await leaving;
    expect(simulator.account.state.sessions).toEqual([]);
    expect(vault.entries.size).toBe(0);
    expect((await waiting).kind).toBe('not-sent');
  });

  it('lets nothing leave any more that was waiting to', async () => {
    const { client, clock, departures } = await startSignedIn();
    const pages = Array.from({ length: 9 }, () =>
      client.api.addressBook.sync({ syncToken: undefined, pageId: undefined }),
    );
    await until(() => departures.length === 3);
    await client.signOut();
    departures.length = 0;
    await clock.advance(2 * 60_000);
    const outcomes = await Promise.all(pages);
    expect(outcomes.slice(3)).toMatchObject(
      Array.from({ length: 6 }, () => ({
        kind: 'not-sent',
        failure: { message: 'session.signed-out' },
      })),
    );
    expect(departures).toEqual([]);
  });
});

describe('signing in while signed in', () => {
  it('leaves the session before alone when it fails', async () => {
    const { client, simulator, vault } = await startSignedIn();
    const kept = vault.entries.get(sessionKey);
    const wrong = credentialsOf(simulator, { method: 'jwt', jwt: 'e30.e30.e30' });
    expect(await client.signIn(wrong)).toMatchObject({ kind: 'refused' });
    expect(vault.entries.get(sessionKey)).toBe(kept);
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
  });

  it('leaves it alone when the new one cannot be stored, and ends that', async () => {
    const { client, simulator, vault } = await startSignedIn();
    const kept = vault.entries.get(sessionKey);
    vault.isBroken = true;
    await expect(client.signIn(credentialsOf(simulator))).rejects.toThrow('the vault is full');
    await until(() => simulator.account.state.sessions.length === 1);
    vault.isBroken = false;
    expect(vault.entries.get(sessionKey)).toBe(kept);
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
  });

  it('is not undone by a refresh of the session before', async () => {
    const world = await startWithHeldRefresh();
    const { client, simulator, vault, waiting, release } = world;
    expect(await client.signIn(credentialsOf(simulator))).toMatchObject({ kind: 'ok' });
    const kept = vault.entries.get(sessionKey);
    release();
    await waiting;
    await until(() => simulator.account.state.sessions.length === 1);
    expect(vault.entries.get(sessionKey)).toBe(kept);
    expect(kept).toContain(simulator.account.state.sessions[0]?.refreshToken);
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
  });
});
