import { describe, expect, it } from 'vitest';
import type { E164 } from '../../../shared/model/ids.ts';
import { createAuth } from '../../../main/core/ringcentral/auth.ts';
import { createRequester } from '../../../main/core/ringcentral/requester.ts';
import { createTokenStore, sessionKey } from '../../../main/core/ringcentral/token-store.ts';
import { redirectUri, visitSignInPage } from './browser.ts';
import { createGateTo } from './gate-harness.ts';
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
const me = '+15125550123' as E164;
const callee = '+12025550142' as E164;
const toTokens = ({ path }: Departure): boolean => path === '/restapi/oauth/token';
const form = ({ body }: Departure): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(body));

/** A session whose token has ended, and a network that can lose its name server. */
async function startWithEndedToken() {
  const network = { isNamed: true };
  const cause = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  const world = await startSignedIn({
    fetch: (input, init) =>
      network.isNamed
        ? fetch(input, init)
        : Promise.reject(new TypeError('fetch failed', { cause })),
  });
  const kept = world.vault.entries.get(sessionKey);
  let expired = 0;
  world.client.onExpired(() => (expired += 1));
  await world.clock.advance(hour);
  /** A request fails for want of a token, and nobody is signed out. */
  const expectKept = async (): Promise<void> => {
    expect(await ping(world.client)).toMatchObject({ kind: 'not-sent' });
    expect(world.vault.entries.get(sessionKey)).toBe(kept);
    expect(expired).toBe(0);
  };
  return { ...world, network, expectKept };
}

/** The SDK behind its gate, signed in at RingCentral itself as far as it knows. */
function createSignedInRequester() {
  const serverUrl = 'https://platform.ringcentral.com';
  const { clock, log, departures, ...gate } = createGateTo(serverUrl, () =>
    Promise.resolve(Response.json({})),
  );
  const store = createTokenStore(
    { serverUrl, clientId: 'an-app', clientSecret: undefined },
    { secrets: createVault(), clock },
    { token_type: 'bearer', access_token: 'secret', expire_time: clock.now() + hour },
  );
  const unheard = (): undefined => undefined;
  const heard = { getClockAheadMs: unheard, onExpired: unheard };
  const auth = createAuth({ ...gate, ...heard, store, clock, log, appVersion: '1.2.3' });
  return { send: createRequester(() => auth, { clock, log }).send, departures };
}

/**
 * What RingCentral's SDK does by itself (@ringcentral/sdk 5.0.11), and that it does not get to do
 * it here.
 */
describe('the SDK’s trap', () => {
  it('in-memory storage: the tokens are in the vault, and another start goes on with them', async () => {
    const first = await startSignedIn();
    expect(first.vault.entries.get(sessionKey)).toContain('refresh_token');
    first.client.stop();
    const again = await start({ ...first, vault: createVault(first.vault.entries) });
    expect(await again.client.resume()).toBe(true);
    expect(await ping(again.client)).toMatchObject({ kind: 'ok' });
  });

  describe('tokens wiped on any refresh failure: they stay', () => {
    it('offline', async () => {
      const { client, simulator, expectKept } = await startWithEndedToken();
      await simulator.goDown();
      await expectKept();
      await simulator.comeBack();
      expect(await ping(client)).toMatchObject({ kind: 'ok' });
    });

    it('without name resolution', async () => {
      const { client, network, expectKept } = await startWithEndedToken();
      network.isNamed = false;
      await expectKept();
      network.isNamed = true;
      expect(await ping(client)).toMatchObject({ kind: 'ok' });
    });

    it.each([
      ['503', { status: 503, errorCode: 'CMN-201' }],
      ['429', { status: 429, errorCode: 'CMN-301', headers: { 'Retry-After': '60' } }],
    ])('%s', async (_, fault) => {
      const { client, simulator, clock, expectKept } = await startWithEndedToken();
      simulator.faults.add({ path: '/oauth/token', ...fault });
      await expectKept();
      simulator.faults.clear();
      await clock.advance(62_000);
      expect(await ping(client)).toMatchObject({ kind: 'ok' });
    });
  });

  it('access_token_ttl=-1 after a 401: a whole lifetime is asked for', async () => {
    const { client, simulator, departures } = await startSignedIn();
    Object.assign(simulator.account.state.sessions[0] ?? {}, { accessExpiresAt: 0 });
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
    expect(departures.filter(toTokens).map(form)).toMatchObject([{ access_token_ttl: '3600' }]);
  });

  it('loginUrl makes no state: ours is in the address, and comes back', async () => {
    const { client, simulator } = await start();
    simulator.account.addRedirectUri(redirectUri);
    const options = { redirectUri, state: 'a-state-of-ours' };
    const { url } = client.authorize(credentialsOf(simulator), options);
    expect(new URL(url).searchParams.get('state')).toBe(options.state);
    expect((await visitSignInPage(simulator, url)).get('state')).toBe(options.state);
  });

  it('loginUrl loses the verifier: every attempt has its own, and each still works', async () => {
    const { client, simulator } = await start();
    simulator.account.addRedirectUri(redirectUri);
    const app = credentialsOf(simulator);
    const first = client.authorize(app, { redirectUri, state: '1' });
    client.authorize(app, { redirectUri, state: '2' });
    const code = (await visitSignInPage(simulator, first.url)).get('code') ?? '';
    const { codeVerifier } = first;
    const grant = { method: 'browser', code, codeVerifier, redirectUri } as const;
    expect(await client.signIn({ ...app, grant })).toMatchObject({ kind: 'ok' });
  });

  it('the verifier is cached in clear: it is not kept', async () => {
    const { client, simulator, vault } = await start();
    simulator.account.addRedirectUri(redirectUri);
    const app = credentialsOf(simulator);
    const { url, codeVerifier } = client.authorize(app, { redirectUri, state: '1' });
    const code = (await visitSignInPage(simulator, url)).get('code') ?? '';
    const grant = { method: 'browser', code, codeVerifier, redirectUri } as const;
    await client.signIn({ ...app, grant });
    expect([...vault.entries.values()].join()).not.toContain('verifier');
  });

  it('one shared refresh, without which each would spend the other’s token', async () => {
    const { client, clock, departures } = await startSignedIn();
    await clock.advance(hour);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => ping(client)));
    expect(outcomes.every(({ kind }) => kind === 'ok')).toBe(true);
    expect(departures.filter(toTokens)).toHaveLength(1);
  });

  it('a 401 drops a token that another request has just renewed: it is repeated once with it', async () => {
    const { client, simulator, departures } = await startSignedIn();
    Object.assign(simulator.account.state.sessions[0] ?? {}, { accessExpiresAt: 0 });
    await Promise.all([ping(client), ping(client)]);
    expect(departures.filter(toTokens)).toHaveLength(1);
    expect(departures).toHaveLength(5);
  });

  it('a refused client’s token request is sent twice: it is sent once', async () => {
    const { client, simulator, departures } = await start();
    const outcome = await client.signIn({ ...credentialsOf(simulator), clientId: 'nobody' });
    expect(outcome).toMatchObject({ kind: 'refused', status: 401 });
    expect(departures).toHaveLength(1);
  });

  it('a 429 is waited for inside the SDK, or thrown: it stops the group, and nothing repeats it', async () => {
    const { client, simulator, departures, clock } = await startSignedIn();
    const headers = { 'Retry-After': '1' };
    simulator.faults.add({ path: '/sms', status: 429, errorCode: 'CMN-301', headers });
    const send = () => client.api.messages.send({ from: me, to: [callee], text: 'Rates are down' });
    expect(await send()).toMatchObject({
      kind: 'refused',
      status: 429,
      failure: { kind: 'rate-limited', retry: { afterMs: 2_000 } },
    });
    const resumesAt = clock.now() + 2_000;
    expect(client.getPausedGroups()).toEqual([{ group: 'medium', resumesAt }]);
    expect(departures).toHaveLength(1);
  });

  it('no time-outs: a request that nobody answers ends', async () => {
    const { client, simulator, departures, clock } = await startSignedIn();
    simulator.faults.add({ path: /extension\/~$/, hang: 'before' });
    const outcome = ping(client);
    await until(() => departures.length === 1);
    await clock.advance(30_000);
    expect(await outcome).toMatchObject({
      kind: 'unknown',
      failure: { message: 'network.timeout' },
    });
  });

  it('a body of null is sent as the word: no body is no body', async () => {
    const { client, departures } = await startSignedIn();
    await ping(client);
    await client.api.ringOut.cancel('Y3MxNjg2');
    expect(departures.map(({ method, body }) => [method, body])).toEqual([
      ['GET', ''],
      ['DELETE', ''],
    ]);
  });

  it('any absolute address gets the bearer token: a foreign host gets nothing', async () => {
    const { send, departures } = createSignedInRequester();
    const ask = (path: string) =>
      send({ method: 'GET', path, lane: 'user', area: 'other', parse: () => undefined });
    expect(await ask('https://evil.example/restapi/v1.0/account/~')).toMatchObject({
      kind: 'not-sent',
      failure: { message: 'network.not-ringcentral' },
    });
    expect(departures).toEqual([]);
    expect(await ask('https://media.ringcentral.com/restapi/v1.0/account/~')).toMatchObject({
      kind: 'ok',
    });
    expect(departures[0]?.headers.get('authorization')).toBe('bearer secret');
  });

  it('the error’s text is for people, and its code is only in the body: the code decides', async () => {
    const { client, simulator } = await startSignedIn();
    const body = JSON.stringify({
      message: 'Tout va bien',
      errors: [{ errorCode: 'MSG-246', message: 'Tout va bien' }],
    });
    simulator.faults.add({ path: '/sms', status: 400, body });
    const outcome = await client.api.messages.send({ from: me, to: [callee], text: 'Hello' });
    expect(outcome).toMatchObject({
      failure: { code: 'MSG-246', message: 'text.extension-number' },
    });
  });

  it('integers above 2^53 are rounded: conversations go by their id in text', async () => {
    const { client, simulator } = await startSignedIn();
    const page = await client.api.messages.sync({ dateFrom: 0, recordCount: 250 });
    const records = page.kind === 'ok' ? page.value.records : [];
    const expected = new Map(
      simulator.account.messages.map(({ id, conversationId }) => [String(id), conversationId]),
    );
    expect(records.length).toBeGreaterThan(10);
    for (const { id, conversationId } of records) {
      expect(conversationId).toBe(expected.get(id));
      expect(Number.isSafeInteger(Number(conversationId))).toBe(false);
    }
  });

  it('a refresh token is thought over by the computer’s clock: only the server may say so', async () => {
    const first = await startSignedIn();
    const { clock, simulator } = first;
    await clock.advance(hour);
    const [session] = simulator.account.state.sessions;
    const kept = JSON.parse(first.vault.entries.get(sessionKey) ?? '') as {
      tokens: Record<string, unknown>;
    };
    // As a clock that was years behind at sign-in would have left it.
    kept.tokens['refresh_token_expire_time'] = 1_000;
    first.client.stop();
    const vault = createVault(new Map([[sessionKey, JSON.stringify(kept)]]));
    const again = await start({ ...first, vault });
    await again.client.resume();
    expect(await ping(again.client)).toMatchObject({ kind: 'ok' });
    expect(session).toBe(simulator.account.state.sessions[0]);
  });

  it('logging out forgets only when the revoke succeeded: it always does', async () => {
    const { client, simulator, vault } = await startSignedIn();
    simulator.faults.add({ path: '/oauth/revoke', status: 500 });
    await client.signOut();
    expect(vault.entries.size).toBe(0);
    expect(await client.resume()).toBe(false);
  });

  it('a failing login wipes the session before: it goes on', async () => {
    const { client, simulator, vault } = await startSignedIn();
    const kept = vault.entries.get(sessionKey);
    const wrong = credentialsOf(simulator, { method: 'jwt', jwt: 'e30.e30.e30' });
    expect(await client.signIn(wrong)).toMatchObject({ kind: 'refused' });
    simulator.faults.add({ path: '/oauth/token', status: 503 });
    expect(await client.signIn(credentialsOf(simulator))).toMatchObject({ kind: 'unknown' });
    expect(vault.entries.get(sessionKey)).toBe(kept);
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
  });
});
