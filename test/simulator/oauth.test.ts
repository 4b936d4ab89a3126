import { describe, expect, it } from 'vitest';

import type { Simulator } from '../../simulator/server.ts';
import type { Json, Reply } from './support/client.ts';
import {
  EXTENSION,
  clientWith,
  jwtGrant,
  postToken,
  startForTest,
  toReply,
} from './support/client.ts';

function refreshGrant({ credentials }: Simulator, refreshToken: unknown): Record<string, string> {
  return {
    grant_type: 'refresh_token',
    refresh_token: String(refreshToken),
    client_id: credentials.clientId,
  };
}

async function use({ url }: Simulator, accessToken: unknown): Promise<Reply> {
  const headers = { Authorization: `Bearer ${String(accessToken)}` };
  return toReply(await fetch(`${url}${EXTENSION}`, { headers }));
}

describe('signing in', () => {
  it('gives a pair of tokens for the JWT', async () => {
    const { simulator } = await startForTest();
    const { status, json, headers } = await postToken(simulator, jwtGrant(simulator));
    expect(status).toBe(200);
    expect(json).toMatchObject({
      token_type: 'bearer',
      expires_in: 3_600,
      refresh_token_expires_in: 604_800,
      owner_id: String(simulator.account.state.profile.extensionId),
    });
    expect(String(json['scope']).split(' ')).toContain('RingOut');
    expect(headers.get('x-rate-limit-group')).toBe('auth');
    expect(await use(simulator, json['access_token'])).toMatchObject({ status: 200 });
  });

  it('takes the client id from a Basic header as well', async () => {
    const { simulator } = await startForTest();
    const { client_id: clientId, ...form } = jwtGrant(simulator);
    const basic = { Authorization: `Basic ${btoa(`${clientId}:`)}` };
    expect((await postToken(simulator, form, basic)).status).toBe(200);
  });

  it.each([
    ['another client', { client_id: 'somebody-else' }, 401, 'invalid_client', 'OAU-146'],
    ['another JWT', { assertion: 'not.our.jwt' }, 400, 'invalid_grant', 'OAU-140'],
    ['the password grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 'OAU-150'],
    ['a lifetime that is no number', { access_token_ttl: 'x' }, 400, 'invalid_request', 'OAU-150'],
  ])('refuses %s', async (_what, change, status, error, code) => {
    const { simulator } = await startForTest();
    const reply = await postToken(simulator, { ...jwtGrant(simulator), ...change });
    expect(reply).toMatchObject({ status, code });
    expect(reply.json).toMatchObject({ error, error_description: expect.any(String) });
  });

  it('gives no refresh token when the app is set so', async () => {
    const { simulator } = await startForTest();
    simulator.account.state.client.issueRefreshTokens = false;
    const { json } = await postToken(simulator, jwtGrant(simulator));
    expect(json).not.toHaveProperty('refresh_token');
  });

  it.each([
    ['-1', 600],
    ['60', 600],
    ['1800', 1_800],
    ['99999', 3_600],
  ])('makes a lifetime of %s seconds one of %i', async (asked, given) => {
    const { simulator } = await startForTest();
    const form = { ...jwtGrant(simulator), access_token_ttl: asked };
    expect((await postToken(simulator, form)).json['expires_in']).toBe(given);
  });
});

describe('a bearer token', () => {
  it('is taken in any case, and from the query', async () => {
    const { simulator } = await startForTest();
    const { json } = await postToken(simulator, jwtGrant(simulator));
    const token = String(json['access_token']);
    const headers = { Authorization: `bearer ${token}` };
    expect((await fetch(`${simulator.url}${EXTENSION}`, { headers })).status).toBe(200);
    const address = `${simulator.url}${EXTENSION}?access_token=${token}`;
    expect((await fetch(address)).status).toBe(200);
  });

  it.each([
    [undefined, 'AGW-401'],
    ['Basic abc', 'AGW-402'],
  ])('is missed at the gateway with a flat body (header %s)', async (header, errorCode) => {
    const { simulator } = await startForTest();
    const headers: Record<string, string> = header === undefined ? {} : { Authorization: header };
    const reply = await toReply(await fetch(`${simulator.url}${EXTENSION}`, { headers }));
    expect(reply.status).toBe(401);
    expect(reply.json).toMatchObject({ errorCode });
    expect(reply.json).not.toHaveProperty('errors');
  });

  it('is told apart: of no form, unknown, expired', async () => {
    const { simulator, clock } = await startForTest();
    const { json } = await postToken(simulator, jwtGrant(simulator));
    const token = String(json['access_token']);
    expect(await use(simulator, 'garbage')).toMatchObject({ status: 401, code: 'OAU-149' });
    expect(await use(simulator, `${token}x`)).toMatchObject({ status: 401, code: 'OAU-213' });
    await clock.advance(3_600_000);
    expect(await use(simulator, token)).toMatchObject({ status: 401, code: 'OAU-128' });
  });
});

describe('refreshing', () => {
  async function refreshedOnce(): Promise<{
    readonly simulator: Simulator;
    readonly clock: Awaited<ReturnType<typeof startForTest>>['clock'];
    readonly first: Json;
    readonly second: Json;
  }> {
    const { simulator, clock } = await startForTest();
    const { json: first } = await postToken(simulator, jwtGrant(simulator));
    const { json: second } = await postToken(
      simulator,
      refreshGrant(simulator, first['refresh_token']),
    );
    return { simulator, clock, first, second };
  }

  it('kills the old access token at once, and ten seconds later does not know it', async () => {
    const { simulator, clock, first } = await refreshedOnce();
    expect(await use(simulator, first['access_token'])).toMatchObject({ code: 'OAU-129' });
    await clock.advance(10_001);
    expect(await use(simulator, first['access_token'])).toMatchObject({ code: 'OAU-213' });
  });

  it('gives the same pair again for an hour while the new token is unused', async () => {
    const { simulator, clock, first, second } = await refreshedOnce();
    expect(second['refresh_token']).not.toBe(first['refresh_token']);
    await clock.advance(59 * 60_000);
    const again = await postToken(simulator, refreshGrant(simulator, first['refresh_token']));
    expect(again.json).toMatchObject({
      access_token: second['access_token'],
      refresh_token: second['refresh_token'],
    });
    await clock.advance(2 * 60_000);
    const late = await postToken(simulator, refreshGrant(simulator, first['refresh_token']));
    expect(late).toMatchObject({ status: 400, code: 'OAU-211' });
    expect(late.json['error']).toBe('invalid_grant');
  });

  it('gives the same pair for only ten seconds after the new token was used', async () => {
    const { simulator, clock, first, second } = await refreshedOnce();
    await use(simulator, second['access_token']);
    await clock.advance(9_999);
    const grant = refreshGrant(simulator, first['refresh_token']);
    expect((await postToken(simulator, grant)).json['access_token']).toBe(second['access_token']);
    await clock.advance(2);
    expect(await postToken(simulator, grant)).toMatchObject({ status: 400, code: 'OAU-211' });
  });

  it('ends after a week', async () => {
    const { simulator, clock, second } = await refreshedOnce();
    await clock.advance(604_800_000);
    const reply = await postToken(simulator, refreshGrant(simulator, second['refresh_token']));
    expect(reply).toMatchObject({ status: 400, code: 'OAU-213' });
  });
});

describe('sessions', () => {
  it('are five at most: the oldest gives way', async () => {
    const { simulator, clock } = await startForTest();
    const tokens: unknown[] = [];
    for (let count = 0; count < 6; count += 1) {
      await clock.advance(61_000);
      tokens.push((await postToken(simulator, jwtGrant(simulator))).json['access_token']);
    }
    expect(await use(simulator, tokens[0])).toMatchObject({ status: 401, code: 'OAU-213' });
    expect(await use(simulator, tokens[1])).toMatchObject({ status: 200 });
  });

  it('end with all their tokens when one is revoked', async () => {
    const { simulator } = await startForTest();
    const { json } = await postToken(simulator, jwtGrant(simulator));
    const body = new URLSearchParams({
      token: String(json['refresh_token']),
      client_id: simulator.credentials.clientId,
    });
    const url = `${simulator.url}/restapi/oauth/revoke`;
    const revoked = await toReply(await fetch(url, { method: 'POST', body }));
    expect(revoked).toMatchObject({ status: 200, text: '' });
    expect(await use(simulator, json['access_token'])).toMatchObject({ code: 'OAU-213' });
    const grant = refreshGrant(simulator, json['refresh_token']);
    expect(await postToken(simulator, grant)).toMatchObject({ status: 400, code: 'OAU-213' });
  });

  it('can be ended from outside, as an administrator does', async () => {
    const { simulator, clock } = await startForTest();
    const { json } = await postToken(simulator, jwtGrant(simulator));
    simulator.account.revokeSessions();
    const client = clientWith(simulator, clock, String(json['access_token']));
    expect(await client.get('')).toMatchObject({ status: 401, code: 'OAU-213' });
  });
});
