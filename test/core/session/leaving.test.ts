import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { fail } from '../../../shared/result.ts';
import { keptKey } from '../../../main/core/session/kept.ts';
import { createVault, start, until } from '../ringcentral/harness.ts';
import { openSession, openSignedIn, typedOf } from './harness.ts';

const keep = { eraseArchive: false };
const erase = { eraseArchive: true };

describe('signing out', () => {
  it('ends the session at RingCentral, empties the vault and forgets the account', async () => {
    const { session, simulator, vault, archives } = await openSignedIn();
    expect(new Set(vault.entries.keys())).toEqual(new Set([keptKey, 'ringcentral.session']));
    expect(await session.signOut(keep)).toMatchObject({ ok: true });
    expect(session.getView()).toMatchObject({ state: 'signed-out', account: undefined });
    expect(session.requireSignedIn()).toMatchObject({ failure: { message: 'session.signed-out' } });
    expect(await session.listPhones()).toEqual([]);
    expect(simulator.account.state.sessions).toEqual([]);
    expect(vault.entries.size).toBe(0);
    expect(archives.erased).toEqual([]);
  });

  it('does all of it when RingCentral is away', async () => {
    const { session, simulator, vault, clock } = await openSignedIn();
    await simulator.goDown();
    const leaving = session.signOut(keep);
    expect(session.isSignedIn()).toBe(false);
    await clock.advance(10_000);
    expect(await leaving).toMatchObject({ ok: true });
    expect(vault.entries.size).toBe(0);
  });

  it('leaves the form filled in, and asks for the secret again', async () => {
    const { session, simulator } = await openSignedIn();
    await session.signOut(keep);
    expect(session.getView().lastSignIn).toEqual({
      serverUrl: simulator.url,
      clientId: simulator.credentials.clientId,
      method: 'jwt',
      isKept: false,
    });
    expect(await session.signInAgain()).toMatchObject({
      failure: { message: 'session.nothing-kept' },
    });
  });

  it('erases the archive when that is wanted', async () => {
    const { session, archives, vault } = await openSignedIn();
    expect(await session.signOut(erase)).toMatchObject({ ok: true });
    expect(archives.erased).toEqual(['archive.db']);
    expect(vault.entries.size).toBe(0);
  });

  it('says so when the archive is still there, and signs out all the same', async () => {
    const { session, archives, vault } = await openSignedIn();
    archives.answerErase = fail(failure('internal', 'archive.locked'));
    expect(await session.signOut(erase)).toMatchObject({
      failure: { message: 'session.archive-not-erased', code: 'archive.locked' },
    });
    expect(session.getView().state).toBe('signed-out');
    expect(vault.entries.size).toBe(0);
  });

  it('gives up a sign-in under way', async () => {
    const world = await openSignedIn();
    const { session, clock, simulator } = world;
    simulator.account.revokeSessions();
    session.resume();
    await until(() => session.getView().state === 'expired');
    const { serverUrl, clientId } = typedOf(simulator);
    const signing = session.signIn({ method: 'browser', serverUrl, clientId });
    await until(() => session.getView().signIn?.step === 'browser');
    await session.signOut(keep);
    expect(await signing).toMatchObject({ failure: { message: 'session.cancelled' } });
    expect(session.getView()).toMatchObject({ state: 'signed-out', signIn: undefined });
    await clock.advance(10);
  });
});

describe('another account', () => {
  it('gets its own archive: another core takes over, with the tokens in the vault', async () => {
    const world = await openSignedIn();
    const { session, simulator, archives, archive, vault, signedIn } = world;
    await session.signOut(keep);
    Object.assign(simulator.account.state.profile, { extensionId: 99, firstName: 'Ada' });
    const view = await session.signIn(typedOf(simulator));
    expect(view).toMatchObject({
      ok: true,
      value: { state: 'signed-in', account: { extensionId: '99' }, canCall: { can: true } },
    });
    expect(archives.switched).toEqual([`${new URL(simulator.url).host}/99`]);
    expect(session.isSignedIn()).toBe(false);
    expect(signedIn).toHaveLength(1);
    expect(new Set(vault.entries.keys())).toEqual(new Set([keptKey, 'ringcentral.session']));
    expect(simulator.account.state.sessions).toHaveLength(1);
    const facts = archive.db.prepare('SELECT name FROM account_fact').pluck().all();
    expect(facts).not.toContain('extension');

    const next = openSession(await start({ ...world, vault: createVault(vault.entries) }));
    await next.session.start();
    expect(next.session.getView()).toMatchObject({
      state: 'signed-in',
      account: { extensionId: '99' },
      lastSignIn: { method: 'jwt', isKept: true },
    });
    expect(next.archives.claimed).toEqual([`${new URL(simulator.url).host}/99`]);
    expect(next.signedIn).toHaveLength(1);
    expect(next.departures.filter(({ path }) => path.includes('oauth/token'))).toEqual([]);
  });

  it('is signed out again when its archive cannot be opened', async () => {
    const { session, simulator, archives, vault } = await openSignedIn();
    await session.signOut(keep);
    Object.assign(simulator.account.state.profile, { extensionId: 99 });
    archives.answerSwitch = () => Promise.resolve(fail(failure('internal', 'archive.locked')));
    expect(await session.signIn(typedOf(simulator))).toMatchObject({
      failure: { message: 'archive.locked' },
    });
    expect(session.getView()).toMatchObject({ state: 'signed-out', account: undefined });
    expect(vault.entries.size).toBe(0);
    expect(simulator.account.state.sessions).toEqual([]);
  });

  it('that has an archive elsewhere does not fill an empty one', async () => {
    const world = openSession(await start());
    await world.session.start();
    world.archives.mayClaim = false;
    expect(await world.session.signIn(typedOf(world.simulator))).toMatchObject({ ok: true });
    expect(world.archives.switched).toHaveLength(1);
    expect(world.session.isSignedIn()).toBe(false);
  });

  it('is told from the same extension of an archive that names no server', async () => {
    const first = await openSignedIn();
    const write = first.archive.db.prepare(
      `UPDATE account_fact SET value = ? WHERE name = 'archiveOf'`,
    );
    write.run(JSON.stringify(String(first.simulator.account.state.profile.extensionId)));
    const again = openSession(
      await start({ ...first, vault: createVault(first.vault.entries) }),
      first,
    );
    await again.session.start();
    await until(() => again.archives.claimed.length === 1);
    expect(again.archives.switched).toEqual([]);
    write.run('"7777"');
    const other = openSession(
      await start({ ...first, vault: createVault(first.vault.entries) }),
      first,
    );
    await other.session.start();
    await until(() => other.archives.switched.length === 1);
    await until(() => other.session.getView().state === 'expired');
  });
});

describe('a sign-in that was cut short', () => {
  /** Tokens of another account reached the vault, and Sidetone stopped before it knew whose. */
  async function openCutShort() {
    const world = await openSignedIn();
    Object.assign(world.simulator.account.state.profile, { extensionId: 99 });
    const mark = world.archive.db.prepare(
      `INSERT INTO account_fact (name, value, read_at) VALUES ('isUnsettled', 'true', 0)`,
    );
    mark.run();
    world.session.stop();
    return world;
  }

  it('does not fill the archive from another account at the next start', async () => {
    const world = await openCutShort();
    const again = openSession(
      await start({ ...world, vault: createVault(world.vault.entries) }),
      world,
    );
    await again.session.start();
    expect(again.archives.switched).toEqual([`${new URL(world.simulator.url).host}/99`]);
    expect(again.signedIn).toEqual([]);
    expect(again.session.getView()).toMatchObject({
      state: 'expired',
      account: { name: 'Dana Whitlock' },
    });
  });

  it('asks to sign in while RingCentral cannot say whose the tokens are', async () => {
    const world = await openCutShort();
    await world.simulator.goDown();
    const again = openSession(
      await start({ ...world, vault: createVault(world.vault.entries) }),
      world,
    );
    await again.session.start();
    expect(again.session.getView().state).toBe('expired');
    expect(again.signedIn).toEqual([]);
    expect(again.vault.entries.has('ringcentral.session')).toBe(true);
  });
});
