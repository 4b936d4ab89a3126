import { describe, expect, it } from 'vitest';

import type { Simulator } from '../../simulator/server.ts';
import type { Json } from './support/client.ts';
import { EXTENSION, jwtGrant, postToken, startForTest, toReply } from './support/client.ts';
import { refreshGrant, use } from './support/oauth.ts';

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

describe('a sign-in that asks for more', () => {
  it.each([
    ['60', 60],
    ['2592001', 2_592_000],
    ['0', 604_800],
    ['-1', 604_800],
  ])('gets for a refresh token of %s seconds one of %i', async (asked, given) => {
    const { simulator } = await startForTest();
    const form = { ...jwtGrant(simulator), refresh_token_ttl: asked };
    expect((await postToken(simulator, form)).json['refresh_token_expires_in']).toBe(given);
  });

  it('keeps the life of the refresh token over a refresh that names none', async () => {
    const { simulator } = await startForTest();
    const form = { ...jwtGrant(simulator), refresh_token_ttl: '1000' };
    const { json } = await postToken(simulator, form);
    const grant = refreshGrant(simulator, json['refresh_token']);
    const second = (await postToken(simulator, grant)).json;
    expect(second['refresh_token_expires_in']).toBe(1_000);
    const longer = {
      ...refreshGrant(simulator, second['refresh_token']),
      refresh_token_ttl: '2000',
    };
    expect((await postToken(simulator, longer)).json['refresh_token_expires_in']).toBe(2_000);
  });

  it('hears its endpoint id again, after a refresh too', async () => {
    const { simulator } = await startForTest();
    const form = { ...jwtGrant(simulator), endpoint_id: 'this-installation' };
    const { json } = await postToken(simulator, form);
    const grant = refreshGrant(simulator, json['refresh_token']);
    const { json: refreshed } = await postToken(simulator, grant);
    expect([json['endpoint_id'], refreshed['endpoint_id']]).toEqual([
      'this-installation',
      'this-installation',
    ]);
    expect(refreshed['session_id']).toBe(json['session_id']);
  });

  it.each([
    [false, 200],
    [true, 401],
  ])('when the rule is %s finds its last session answer %i', async (replaces, status) => {
    const { simulator } = await startForTest();
    simulator.account.rules.endpointReplacesSession = replaces;
    const form = { ...jwtGrant(simulator), endpoint_id: 'this-installation' };
    const { json: first } = await postToken(simulator, form);
    const { json: other } = await postToken(simulator, { ...form, endpoint_id: 'another' });
    await postToken(simulator, form);
    expect((await use(simulator, first['access_token'])).status).toBe(status);
    expect((await use(simulator, other['access_token'])).status).toBe(200);
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

  it('answers the old refresh token from several places with one and the same pair', async () => {
    const { simulator, first, second } = await refreshedOnce();
    const grant = refreshGrant(simulator, first['refresh_token']);
    const again = await Promise.all([postToken(simulator, grant), postToken(simulator, grant)]);
    for (const { status, json } of again) {
      expect(status).toBe(200);
      expect(json['refresh_token']).toBe(second['refresh_token']);
    }
    const next = await postToken(simulator, refreshGrant(simulator, second['refresh_token']));
    expect(next.status).toBe(200);
    simulator.account.resetRateLimits();
    // Two steps back there is no grace.
    expect(await postToken(simulator, grant)).toMatchObject({ status: 400, code: 'OAU-213' });
  });

  it('takes the lifetime that the SDK asks for after a 401', async () => {
    const { simulator, second } = await refreshedOnce();
    const grant = refreshGrant(simulator, second['refresh_token']);
    const { json } = await postToken(simulator, { ...grant, access_token_ttl: '-1' });
    expect(json['expires_in']).toBe(600);
  });

  it('ends after a week', async () => {
    const { simulator, clock, second } = await refreshedOnce();
    await clock.advance(604_800_000);
    const reply = await postToken(simulator, refreshGrant(simulator, second['refresh_token']));
    expect(reply).toMatchObject({ status: 400, code: 'OAU-213' });
  });
});
