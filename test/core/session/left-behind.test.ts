import { describe, expect, it } from 'vitest';
import { createVault, start, until, type Vault } from '../ringcentral/harness.ts';
import type { RingCentralClient } from '../../../main/core/ringcentral/api.ts';
import { keptKey } from '../../../main/core/session/kept.ts';
import { settled } from '../support/manual-clock.ts';
import { openSession, openSignedIn, typedOf } from './harness.ts';

const keep = { eraseArchive: false };
const sessionKey = 'ringcentral.session';

/** The next start on the same archive and computer. */
async function openAgain(first: Awaited<ReturnType<typeof openSignedIn>>, vault: Vault) {
  first.session.stop();
  const again = openSession(await start({ ...first, vault }), first);
  await again.session.start();
  return again;
}

/** Tokens of another account at the same server, as its sign-in leaves them in the vault. */
async function entriesOfAnother(first: Awaited<ReturnType<typeof openSignedIn>>) {
  Object.assign(first.simulator.account.state.profile, { extensionId: 99 });
  const other = openSession(await start({ ...first, vault: createVault() }));
  await other.session.start();
  await other.session.signIn(typedOf(first.simulator));
  other.session.stop();
  return other.vault.entries;
}

describe('signing out while the tokens are not in use', () => {
  it('ends the session that a locked key ring hid, for good', async () => {
    const first = await openSignedIn();
    const vault = createVault(first.vault.entries);
    const { get } = vault;
    vault.get = () => Promise.resolve(undefined);
    const again = await openAgain(first, vault);
    expect(again.session.getView().state).toBe('expired');
    vault.get = get;
    expect(await again.session.signOut(keep)).toMatchObject({ ok: true });
    expect(first.vault.entries.size).toBe(0);
    expect(first.simulator.account.state.sessions).toEqual([]);
  });

  it('removes what cannot be read, too', async () => {
    const first = await openSignedIn();
    const vault = createVault(first.vault.entries);
    vault.get = () => Promise.resolve(undefined);
    const again = await openAgain(first, vault);
    expect(await again.session.signOut(keep)).toMatchObject({ ok: true });
    expect(first.vault.entries.size).toBe(0);
  });
});

describe('tokens of one account beside the archive of another', () => {
  it('send and read nothing before it is known whose they are', async () => {
    const first = await openSignedIn();
    const again = await openAgain(first, createVault(await entriesOfAnother(first)));
    expect(again.signedIn).toEqual([]);
    expect(again.archives.switched).toEqual([`${new URL(first.simulator.url).host}/99`]);
    expect(again.session.getView().state).toBe('expired');
  });

  it('do not while RingCentral is away either', async () => {
    const first = await openSignedIn();
    const entries = await entriesOfAnother(first);
    await first.simulator.goDown();
    const again = await openAgain(first, createVault(entries));
    expect(again.signedIn).toEqual([]);
    expect(again.session.getView().state).toBe('expired');
    expect(entries.has(sessionKey)).toBe(true);
  });
});

describe('a sign-in that breaks', () => {
  it('takes nothing for a token that cannot be sent as one', async () => {
    const { session, simulator, vault } = openSession(await start());
    await session.start();
    simulator.faults.add({
      path: '/oauth/token',
      times: 1,
      status: 200,
      body: JSON.stringify({ access_token: 'a\nb', refresh_token: 'c', expires_in: 3600 }),
    });
    expect(await session.signIn(typedOf(simulator))).toMatchObject({
      failure: { message: 'network.not-ringcentral', field: 'serverUrl' },
    });
    expect(session.getView().state).toBe('signed-out');
    expect(vault.entries.size).toBe(0);
  });

  it('leaves no tokens behind that nobody has looked at', async () => {
    const world = await start();
    const session = openSession({ ...world, client: breakReading(world.client) }).session;
    await session.start();
    await expect(session.signIn(typedOf(world.simulator))).rejects.toThrow('a bug');
    expect(session.getView().state).toBe('signed-out');
    expect(world.vault.entries.size).toBe(0);
    expect(world.simulator.account.state.sessions).toEqual([]);
  });

  it('is remembered as unsettled when what it left could not be removed', async () => {
    const first = await openSignedIn();
    const { session, simulator, vault, archive } = first;
    Object.assign(simulator.account.state.profile, { extensionId: 99 });
    simulator.faults.add({ path: /extension\/~$/, times: 1, status: 500 });
    vault.remove = () => Promise.reject(new Error('the disk is full'));
    await expect(session.signIn(typedOf(simulator))).rejects.toThrow('the disk is full');
    expect(session.getView().state).toBe('expired');
    const facts = archive.db.prepare('SELECT name FROM account_fact').pluck().all();
    expect(facts).toContain('isUnsettled');
  });
});

describe('a start on which the account cannot be read', () => {
  it('waits for nothing when that is our own fault', async () => {
    const first = await openSignedIn();
    first.session.stop();
    const world = await start({ ...first, vault: createVault(first.vault.entries) });
    const { session } = openSession({ ...world, client: breakReading(world.client) });
    await session.start();
    expect(session.getView()).toMatchObject({ state: 'signed-in', signIn: undefined });
  });

  it('asks to sign in when the vault holds no token that can be sent', async () => {
    const first = await openSignedIn();
    const text = first.vault.entries.get(sessionKey) ?? '';
    const broken = text.replace(/"access_token":"[^"]+"/, '"access_token":"a\\nb"');
    const again = await openAgain(first, createVault(new Map([[sessionKey, broken]])));
    expect(again.session.getView()).toMatchObject({ state: 'expired', signIn: undefined });
  });
});

describe('a key ring that is unlocked late', () => {
  it('lets nothing go out with the tokens of somebody who is signing in meanwhile', async () => {
    const first = await openSignedIn();
    const vault = createVault(first.vault.entries);
    const { get } = vault;
    vault.get = () => Promise.resolve(undefined);
    const again = await openAgain(first, vault);
    const { promise: unlocked, resolve: unlock } = Promise.withResolvers<void>();
    vault.get = async (key) => {
      if (key === keptKey) await unlocked;
      return get(key);
    };
    again.session.resume();
    await until(() => again.client.serverUrl !== undefined);
    Object.assign(first.simulator.account.state.profile, { extensionId: 99 });
    again.simulator.faults.add({ path: '/oauth/token', times: 1, delayMs: 1_000 });
    const signing = again.session.signIn(typedOf(first.simulator));
    await until(() => again.departures.some(({ path }) => path.includes('/oauth/token')));
    unlock();
    await settled();
    expect(again.session.getView().state).toBe('signing-in');
    await again.clock.advance(1_000);
    expect(await signing).toMatchObject({ ok: true });
    expect(again.archives.switched).toHaveLength(1);
    expect(again.signedIn).toEqual([]);
  });

  it('is taken up by itself, and by nobody else at once', async () => {
    const first = await openSignedIn();
    const entries = await entriesOfAnother(first);
    const vault = createVault(entries);
    const { get } = vault;
    vault.get = () => Promise.resolve(undefined);
    const again = await openAgain(first, vault);
    vault.get = get;
    again.simulator.faults.add({ path: /extension\/~$/, times: 1, delayMs: 1_000 });
    again.session.resume();
    await until(() => again.session.getView().state === 'signing-in');
    expect(await again.session.signIn(typedOf(first.simulator))).toMatchObject({
      failure: { message: 'session.already-signing-in' },
    });
    await again.clock.advance(1_000);
    await until(() => again.session.getView().state === 'expired');
    expect(again.archives.switched).toHaveLength(1);
  });
});

/** A client that fails as only a bug makes it fail. */
function breakReading(client: RingCentralClient): RingCentralClient {
  const account = { ...client.api.account, getExtension: () => Promise.reject(new Error('a bug')) };
  return Object.create(client, { api: { value: { ...client.api, account } } });
}
