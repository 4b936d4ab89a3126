import { describe, expect, it } from 'vitest';
import { createVault, start, until } from '../ringcentral/harness.ts';
import { openSession, openSignedIn, typedOf } from './harness.ts';

const hour = 60 * 60_000;

describe('the next start', () => {
  it('shows the account at once while RingCentral is away, and signs nobody out', async () => {
    const first = await openSignedIn();
    first.session.stop();
    first.client.stop();
    await first.simulator.goDown();
    const again = openSession(
      await start({ ...first, vault: createVault(first.vault.entries) }),
      first,
    );
    await again.session.start();
    expect(again.session.getView()).toMatchObject({
      state: 'signed-in',
      serverUrl: first.simulator.url,
      fromNumber: '+15125550123',
      account: { name: 'Dana Whitlock' },
      canText: { can: true },
    });
    expect(again.signedIn).toHaveLength(1);
    await until(() => again.session.getView().connection.state === 'offline');
    expect(await again.session.listPhones()).toHaveLength(4);
    await again.clock.advance(hour);
    expect(again.session.getView().state).toBe('signed-in');
  });

  it('reads the account again, and once more when RingCentral is back', async () => {
    const first = await openSignedIn();
    first.session.stop();
    const again = openSession(
      await start({ ...first, vault: createVault(first.vault.entries) }),
      first,
    );
    Object.assign(first.simulator.account.state.profile, { firstName: 'Dani' });
    await first.simulator.goDown();
    await again.session.start();
    await until(() => again.session.getView().connection.state === 'offline');
    await first.simulator.comeBack();
    again.client.retry();
    await until(() => again.session.getView().account?.name === 'Dani Whitlock');
  });
});

describe('a start with a key ring that is locked', () => {
  it.each(['by itself', 'when the user tries again'])(
    'goes on %s once it is unlocked, without a sign-in',
    async (how) => {
      const first = await openSignedIn();
      first.session.stop();
      first.client.stop();
      const vault = createVault();
      const again = openSession(await start({ ...first, vault }), first);
      await again.session.start();
      expect(again.session.getView().state).toBe('expired');
      await again.clock.advance(10_000);
      expect(again.session.getView().state).toBe('expired');
      for (const [key, value] of first.vault.entries) vault.entries.set(key, value);
      if (how === 'by itself') await again.clock.advance(20_000);
      else again.session.resume();
      await until(() => again.session.getView().state === 'signed-in');
      expect(again.session.getView().lastSignIn).toMatchObject({ isKept: true });
      expect(again.signedIn).toHaveLength(1);
    },
  );

  it('stops asking when it stops', async () => {
    const first = await openSignedIn();
    first.session.stop();
    first.client.stop();
    const again = openSession(await start({ ...first, vault: createVault() }), first);
    await again.session.start();
    again.session.stop();
    again.session.resume();
    for (const [key, value] of first.vault.entries) again.vault.entries.set(key, value);
    await again.clock.advance(hour);
    expect(again.session.getView().state).toBe('expired');
  });
});

describe('a start that cannot know whose tokens the vault holds', () => {
  it('reads the account first, and does not wait for it for ever', async () => {
    const first = await openSignedIn();
    first.session.stop();
    const vault = createVault(first.vault.entries);
    first.simulator.faults.add({ path: /extension\/~$/, times: 1, hang: 'before' });
    const fresh = openSession(await start({ ...first, vault }));
    const starting = fresh.session.start();
    await until(() => fresh.session.getView().state === 'signing-in');
    await fresh.clock.advance(4_999);
    expect(fresh.session.getView().state).toBe('signing-in');
    await fresh.clock.advance(1);
    await starting;
    expect(fresh.session.getView().state).toBe('signed-in');
    await until(() => fresh.session.getView().account?.name === 'Dana Whitlock');
    expect(fresh.archives.claimed).toHaveLength(1);
  });

  it('asks to sign in when RingCentral has ended the session meanwhile', async () => {
    const first = await openSignedIn();
    first.session.stop();
    first.simulator.account.revokeSessions();
    const fresh = openSession(await start({ ...first, vault: createVault(first.vault.entries) }));
    await fresh.session.start();
    expect(fresh.session.getView()).toMatchObject({ state: 'signed-out', signIn: undefined });
    expect(fresh.signedIn).toEqual([]);
    await until(() => !fresh.vault.entries.has('ringcentral.session'));
    expect(await fresh.session.signIn(typedOf(first.simulator))).toMatchObject({ ok: true });
  });

  it('enters the demo account anew when its session is over', async () => {
    const world = await start();
    const { url: serverUrl, credentials } = world.simulator;
    const demo = { serverUrl, ...credentials };
    const first = openSession(world, { demo });
    await first.session.start();
    await until(() => first.session.getView().state === 'signed-in');
    first.session.stop();
    first.client.stop();
    world.simulator.account.revokeSessions();
    const vault = createVault(world.vault.entries);
    const fresh = openSession(await start({ ...world, vault }), { demo });
    await fresh.session.start();
    await until(() => fresh.session.getView().state === 'signed-in');
    expect(fresh.client.serverUrl).toBe(serverUrl);
  });
});

describe('a start on which the archive cannot be read', () => {
  it('lets nobody sign in, and goes on when it is started again', async () => {
    const first = await openSignedIn();
    first.session.stop();
    first.client.stop();
    const { archive } = first;
    let isBroken = true;
    const read: typeof archive.read = (query, input) =>
      isBroken ? Promise.reject(new Error('the disk is away')) : archive.read(query, input);
    const vault = createVault(first.vault.entries);
    const again = openSession(await start({ ...first, vault }), { archive: { ...archive, read } });
    await expect(again.session.start()).rejects.toThrow('the disk is away');
    expect(again.session.requireView()).toMatchObject({ failure: { message: 'archive.failed' } });
    expect(await again.session.signIn(typedOf(first.simulator))).toMatchObject({
      failure: { message: 'archive.failed' },
    });
    isBroken = false;
    await again.session.start();
    expect(again.session.requireView()).toMatchObject({ value: { state: 'signed-in' } });
    expect(again.signedIn).toHaveLength(1);
  });
});
