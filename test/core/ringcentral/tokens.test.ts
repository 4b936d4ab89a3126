import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../shared/failure.ts';
import { sessionKey } from '../../../main/core/ringcentral/token-store.ts';
import { ManualClock, settled } from '../support/manual-clock.ts';
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
const form = ({ body }: Departure): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(body));

describe('signing in', () => {
  it('asks as a public client, and keeps neither JWT nor tokens anywhere but in the vault', async () => {
    const { client, simulator, vault, log, departures } = await start();
    expect(await client.signIn(credentialsOf(simulator))).toEqual({ kind: 'ok', value: undefined });
    expect(departures[0] && form(departures[0])).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: simulator.credentials.jwt,
      client_id: simulator.credentials.clientId,
    });
    expect(departures[0]?.headers.get('authorization')).toBeNull();
    const kept = vault.entries.get(sessionKey) ?? '';
    expect([...vault.entries.keys()]).toEqual([sessionKey]);
    expect(kept).toContain('refresh_token');
    expect(kept).not.toContain(simulator.credentials.jwt);
    expect(JSON.stringify(log.lines)).not.toContain(simulator.credentials.jwt);
    expect(client.serverUrl).toBe(simulator.url);
  });

  it('shows the secret of an app that has one, and not its id', async () => {
    const { client, simulator, departures } = await start();
    await client.signIn({ ...credentialsOf(simulator), clientSecret: 'sesame' });
    const basic = departures[0]?.headers.get('authorization')?.replace('Basic ', '') ?? '';
    expect(atob(basic)).toBe(`${simulator.credentials.clientId}:sesame`);
    expect(departures[0] && form(departures[0])).not.toHaveProperty('client_id');
  });

  it.each([
    ['another app’s id', { clientId: 'nobody' }, 401, 'session.client-refused'],
    [
      'another user’s JWT',
      { grant: { method: 'jwt', jwt: 'e30.e30.e30' } as const },
      400,
      'session.jwt-refused',
    ],
  ])('with %s is refused, is asked once, and leaves nothing', async (_, wrong, status, message) => {
    const { client, simulator, vault, departures } = await start();
    const outcome = await client.signIn({ ...credentialsOf(simulator), ...wrong });
    expect(outcome).toMatchObject({ kind: 'refused', status, failure: { kind: 'auth', message } });
    expect(departures).toHaveLength(1);
    expect(vault.entries.size).toBe(0);
    expect(await ping(client)).toMatchObject({ kind: 'not-sent' });
  });

  it('to an app without refresh tokens is refused, as it would end within the hour', async () => {
    const { client, simulator, vault, departures } = await start();
    simulator.account.state.client.issueRefreshTokens = false;
    expect(await client.signIn(credentialsOf(simulator))).toMatchObject({
      kind: 'refused',
      failure: { message: 'session.no-refresh-token' },
    });
    expect(vault.entries.size).toBe(0);
    expect(departures.map(({ path }) => path)).toEqual([
      '/restapi/oauth/token',
      '/restapi/oauth/revoke',
    ]);
    expect(simulator.account.state.sessions).toEqual([]);
  });

  it.each([
    [
      'a page',
      { body: '<html>Welcome</html>', headers: { 'Content-Type': 'text/html', RCRequestId: '' } },
    ],
    ['no token', { body: '{}' }],
    ['no JSON', { body: 'welcome' }],
  ])('where the answer is %s says that this is not RingCentral', async (_, fault) => {
    const { client, simulator, vault } = await start();
    simulator.faults.add({ path: '/oauth/token', ...fault });
    expect(await client.signIn(credentialsOf(simulator))).toMatchObject({
      kind: 'unknown',
      failure: { message: 'network.not-ringcentral' },
    });
    expect(await ping(client)).toMatchObject({ kind: 'not-sent' });
    expect([...vault.entries.values()].join()).not.toContain('access_token');
  });

  it('anew ends the session before', async () => {
    const { client, simulator } = await startSignedIn();
    expect(await client.signIn(credentialsOf(simulator))).toMatchObject({ kind: 'ok' });
    await until(() => simulator.account.state.sessions.length === 1);
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
  });
});

describe('a start with stored tokens', () => {
  it('goes on without asking', async () => {
    const first = await startSignedIn();
    first.client.stop();
    const again = await start({ ...first, vault: createVault(first.vault.entries) });
    expect(await again.client.resume()).toBe(true);
    expect(again.client.serverUrl).toBe(first.simulator.url);
    expect(await ping(again.client)).toMatchObject({ kind: 'ok' });
    expect(again.departures.filter(toTokens)).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['no JSON', [[sessionKey, '{"app":']]],
    ['another shape', [[sessionKey, '{"app":{},"tokens":{}}']]],
  ] as const)('finds %s and waits for a sign-in', async (_, entries) => {
    const { client } = await start({ vault: createVault(new Map(entries)) });
    expect(await client.resume()).toBe(false);
    expect(client.serverUrl).toBeUndefined();
  });
});

describe('renewing a token', () => {
  it('happens before it ends, once for all who wait, and is on disk before it is used', async () => {
    const { client, clock, vault, departures } = await startSignedIn();
    await clock.advance(hour - 60_000);
    const outcomes = await Promise.all([ping(client), ping(client), ping(client)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
    expect(departures.filter(toTokens)).toHaveLength(1);
    const kept = vault.entries.get(sessionKey) ?? '';
    const used = departures.at(-1)?.headers.get('authorization')?.split(' ')[1] ?? 'none';
    expect(kept).toContain(used);
  });

  it('goes by our clock, not by the system’s', async () => {
    const { client, departures } = await startSignedIn({ clock: new ManualClock(1_000_000) });
    await ping(client);
    expect(departures.filter(toTokens)).toEqual([]);
  });

  it('uses a token that still works when the renewal fails', async () => {
    const { client, clock, simulator } = await startSignedIn();
    simulator.faults.add({ path: '/oauth/token', status: 503 });
    await clock.advance(hour - 30_000);
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
    await clock.advance(30_000);
    expect(await ping(client)).toMatchObject({ kind: 'not-sent', failure: { kind: 'offline' } });
  });

  it('after a 401 happens once for all who got one, and each is repeated once', async () => {
    const { client, simulator, departures } = await startSignedIn();
    const [session] = simulator.account.state.sessions;
    Object.assign(session ?? {}, { accessExpiresAt: 0 });
    const outcomes = await Promise.all([ping(client), ping(client), ping(client)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
    expect(departures.filter(toTokens)).toHaveLength(1);
    expect(departures).toHaveLength(7);
    expect(departures.filter(toTokens).map(form)[0]).toMatchObject({
      grant_type: 'refresh_token',
      access_token_ttl: '3600',
    });
  });

  it('does not go round: a second 401 is the answer', async () => {
    const { client, simulator, departures } = await startSignedIn();
    simulator.faults.add({ path: /extension\/~$/, status: 401, errorCode: 'OAU-129' });
    expect(await ping(client)).toMatchObject({ kind: 'refused', status: 401 });
    expect(departures.filter((each) => !toTokens(each))).toHaveLength(2);
    expect(departures.filter(toTokens)).toHaveLength(1);
  });

  it.each([
    ['503', { status: 503, errorCode: 'CMN-201' }],
    ['503 in maintenance', { status: 503, errorCode: 'CMN-211' }],
    ['500', { status: 500 }],
    ['429', { status: 429, errorCode: 'CMN-301', headers: { 'Retry-After': '60' } }],
    ['a reset', { reset: 'before' } as const],
    [
      'a restricted account',
      { status: 403, body: '{"error":"invalid_client","errors":[{"errorCode":"OAU-167"}]}' },
    ],
    ['a refused client', { status: 401, body: '{"error":"invalid_client"}' }],
    ['a page', { body: '<html/>', headers: { 'Content-Type': 'text/html', RCRequestId: '' } }],
    ['an empty token', { body: '{}' }],
  ])('that meets %s signs nobody out, and works again when that has passed', async (_, fault) => {
    const { client, simulator, clock, vault } = await startSignedIn();
    const expired: Failure[] = [];
    client.onExpired((reason) => expired.push(reason));
    await clock.advance(hour);
    simulator.faults.add({ path: '/oauth/token', ...fault });
    expect((await ping(client)).kind).toBe('not-sent');
    expect(vault.entries.get(sessionKey)).toContain('refresh_token');
    simulator.faults.clear();
    await clock.advance(62_000);
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
    expect(expired).toEqual([]);
  });

  it('while the network is away signs nobody out', async () => {
    const { client, simulator, clock, vault } = await startSignedIn();
    await clock.advance(hour);
    await simulator.goDown();
    expect(await ping(client)).toMatchObject({
      kind: 'not-sent',
      failure: { kind: 'offline', message: 'network.offline' },
    });
    await simulator.comeBack();
    expect(vault.entries.size).toBe(1);
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
  });

  it('that is refused as invalid_grant ends the session, once, with nothing left behind', async () => {
    const { client, simulator, clock, vault } = await startSignedIn();
    const expired: Failure[] = [];
    client.onExpired((reason) => expired.push(reason));
    simulator.account.revokeSessions();
    await clock.advance(hour);
    const outcomes = await Promise.all([ping(client), ping(client)]);
    expect(outcomes).toMatchObject([
      { kind: 'not-sent', failure: { kind: 'auth', message: 'session.expired' } },
      { kind: 'not-sent', failure: { kind: 'auth' } },
    ]);
    await settled();
    expect(expired).toMatchObject([{ message: 'session.expired', code: 'OAU-213' }]);
    expect(vault.entries.size).toBe(0);
    expect(await client.signIn(credentialsOf(simulator))).toMatchObject({ kind: 'ok' });
    expect(vault.entries.size).toBe(1);
  });
});
