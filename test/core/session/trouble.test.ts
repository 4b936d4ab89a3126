import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../simulator/server.ts';
import { visitSignInPage } from '../ringcentral/browser.ts';
import { start, until } from '../ringcentral/harness.ts';
import { findFreePort, openSession, typedOf } from './harness.ts';

const hour = 60 * 60_000;

async function openStarted() {
  const world = openSession(await start());
  await world.session.start();
  return world;
}

/** A page of a proxy or of a Wi-Fi, in place of RingCentral's answer. */
const page: Fault = {
  status: 200,
  body: '<!doctype html><title>Welcome to the hotel</title>',
  headers: { 'Content-Type': 'text/html', RCRequestId: '' },
};

describe('what bad input gets', () => {
  it.each([
    [
      'a client id that is none',
      { clientId: 'my client id' },
      'session.client-id-invalid',
      'clientId',
    ],
    ['a client id of nobody', { clientId: 'nobody-at-all' }, 'session.client-refused', 'clientId'],
    [
      'a server with a typo',
      { serverUrl: 'platform.rinqcentral' },
      'session.server-other',
      'serverUrl',
    ],
    ['an address that is none', { serverUrl: 'https://' }, 'session.server-invalid', 'serverUrl'],
    [
      'an unprotected server',
      { serverUrl: 'http://platform.ringcentral.com' },
      'session.server-insecure',
      'serverUrl',
    ],
    [
      'the sandbox',
      { serverUrl: 'https://platform.devtest.ringcentral.com' },
      'session.server-sandbox',
      'serverUrl',
    ],
    [
      'a host that is not RingCentral’s',
      { serverUrl: 'https://crm.example' },
      'session.server-other',
      'serverUrl',
    ],
    ['a JWT of nobody', { jwt: 'e30.e30.c2ln' }, 'session.jwt-refused', 'jwt'],
  ])(
    '%s: its own sentence beside the field, and nothing is stored',
    async (_, wrong, message, field) => {
      const { session, simulator, vault, archive } = await openStarted();
      const result = await session.signIn({ ...typedOf(simulator), ...wrong });
      expect(result).toMatchObject({ ok: false, failure: { message, field } });
      expect(session.getView()).toMatchObject({ state: 'signed-out', lastSignIn: undefined });
      expect(vault.entries.size).toBe(0);
      expect(archive.db.prepare('SELECT count(*) FROM account_fact').pluck().get()).toBe(0);
    },
  );

  it('a JWT that belongs to another app', async () => {
    const { session, simulator } = await openStarted();
    const jwt = simulator.account.confidentialApp.jwt;
    expect(await session.signIn({ ...typedOf(simulator), jwt })).toMatchObject({
      failure: { message: 'session.other-app' },
    });
  });

  it('a server that does not exist, after it was confirmed', async () => {
    const fetch = () =>
      Promise.reject(
        Object.assign(new TypeError('fetch failed'), {
          cause: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }),
        }),
      );
    const { session, simulator } = openSession(await start({ fetch }));
    await session.start();
    const serverUrl = 'https://platform.rinqcentral.example';
    expect(
      await session.signIn({ ...typedOf(simulator), serverUrl, allowOtherHost: true }),
    ).toMatchObject({ failure: { message: 'session.server-unknown', field: 'serverUrl' } });
  });

  it('a proxy that answers 200 with a page: to the token, and to the account', async () => {
    const { session, simulator, vault } = await openStarted();
    simulator.faults.add({ path: '/oauth/token', times: 1, ...page });
    expect(await session.signIn(typedOf(simulator))).toMatchObject({
      failure: { message: 'network.not-ringcentral', field: 'serverUrl' },
    });
    simulator.faults.add({ path: /extension\/~$/, times: 1, ...page });
    expect(await session.signIn(typedOf(simulator))).toMatchObject({
      failure: { message: 'network.not-ringcentral' },
    });
    expect(vault.entries.size).toBe(0);
    expect(await session.signIn(typedOf(simulator))).toMatchObject({ ok: true });
  });

  it.each([
    ['ahead', -hour, hour],
    ['behind', hour, -hour],
  ])('a clock an hour %s: signed in, and told', async (_, clockSkewMs, aheadMs) => {
    const { session, simulator, clock } = await openStarted();
    simulator.account.rules.clockSkewMs = clockSkewMs;
    expect(await session.signIn(typedOf(simulator))).toMatchObject({ ok: true });
    expect(Math.abs((session.getView().clockAheadMs ?? 0) - aheadMs)).toBeLessThan(5_000);
    await clock.advance(30 * 60_000);
    expect(session.getView().state).toBe('signed-in');
    simulator.account.rules.clockSkewMs = 0;
    session.resume();
    await until(() => session.getView().clockAheadMs === undefined);
  });

  it('a clock an hour off with a JWT that is refused: the clock is named', async () => {
    const { session, simulator } = await openStarted();
    simulator.account.rules.clockSkewMs = hour;
    expect(await session.signIn({ ...typedOf(simulator), jwt: 'e30.e30.c2ln' })).toMatchObject({
      failure: { message: 'session.clock-off', params: { minutes: 60 } },
    });
  });
});

describe('someone who is signed in', () => {
  it('stays so when another sign-in fails', async () => {
    const { session, simulator, vault, signedIn } = await openStarted();
    await session.signIn(typedOf(simulator));
    const before = new Map(vault.entries);
    expect(await session.signIn({ ...typedOf(simulator), jwt: 'e30.e30.c2ln' })).toMatchObject({
      ok: false,
    });
    expect(session.getView()).toMatchObject({
      state: 'signed-in',
      account: { name: 'Dana Whitlock' },
      lastSignIn: { isKept: true },
    });
    expect(vault.entries).toEqual(before);
    expect(signedIn).toHaveLength(2);
    expect(await session.signInAgain()).toMatchObject({ ok: true });
  });

  it('is told why RingCentral has ended it', async () => {
    const { session, simulator, client } = await openStarted();
    await session.signIn(typedOf(simulator));
    simulator.account.revokeSessions();
    session.resume();
    await until(() => session.getView().state === 'expired');
    expect(client.serverUrl).toBeUndefined();
    const { canCall, lastSignIn } = session.getView();
    expect(canCall).toMatchObject({ failure: { kind: 'auth', message: 'session.expired' } });
    expect(canCall.can ? '' : canCall.failure.code).toMatch(/^OAU-/);
    expect(lastSignIn).toMatchObject({ isKept: true });
    expect(await session.signInAgain()).toMatchObject({ ok: true, value: { state: 'signed-in' } });
  });
});

describe('what is kept', () => {
  it('is asked for again when the vault refuses it, and keeps nobody from signing in', async () => {
    const { session, simulator, vault } = await openStarted();
    const { set } = vault;
    vault.set = (key, value) =>
      key === 'ringcentral.credentials'
        ? Promise.reject(new Error('the vault is full'))
        : set.call(vault, key, value);
    expect(await session.signIn(typedOf(simulator))).toMatchObject({
      value: { state: 'signed-in', lastSignIn: { method: 'jwt', isKept: false } },
    });
  });

  it.each(['no JSON', '{"method":"telepathy"}'])(
    'is nothing when the vault holds %s',
    async (text) => {
      const world = await start();
      world.vault.entries.set('ringcentral.credentials', text);
      const { session } = openSession(world);
      await session.start();
      expect(session.getView().lastSignIn).toBeUndefined();
    },
  );
});

describe('the log', () => {
  it('holds no secret, whatever happens', async () => {
    const port = await findFreePort();
    const world = openSession(await start(), { settings: { signInPort: port } });
    const { session, simulator, browser, log, vault, client } = world;
    await session.start();
    simulator.account.addRedirectUri(`http://localhost:${port}/callback`);
    const typed = typedOf(simulator);
    const { password } = simulator.account.login;
    const secrets = [typed.jwt, password, 'made-up.secret.jwt-of-nobody'];
    await session.signIn({ ...typed, jwt: 'made-up.secret.jwt-of-nobody' });
    await session.signIn(typed);
    for (const text of vault.entries.values()) secrets.push(...tokensIn(text));
    await session.signOut({ eraseArchive: false });
    simulator.account.resetRateLimits();
    const { clientId, serverUrl } = typed;
    const signing = session.signIn({ method: 'browser', clientId, serverUrl });
    await until(() => browser.pages.length === 1);
    const query = await visitSignInPage(simulator, browser.pages[0] ?? '');
    secrets.push(query.get('code') ?? '', query.get('state') ?? '');
    await fetch(`http://127.0.0.1:${port}/callback?${query}`);
    expect(await signing).toMatchObject({ ok: true });
    for (const text of vault.entries.values()) secrets.push(...tokensIn(text));
    simulator.account.revokeSessions();
    session.resume();
    await until(() => client.serverUrl === undefined);
    const lines = JSON.stringify(log.lines, (_, value: unknown) =>
      value instanceof Error ? `${value.message} ${value.stack}` : value,
    );
    expect(log.lines.length).toBeGreaterThan(0);
    expect(secrets.length).toBeGreaterThan(8);
    for (const secret of secrets) expect(lines).not.toContain(secret);
  });
});

/** The tokens in an entry of the vault. */
function tokensIn(text: string): readonly string[] {
  return [...text.matchAll(/"(?:access_token|refresh_token|jwt)":"([^"]+)"/g)].flatMap(
    ([, token]) => token ?? [],
  );
}
