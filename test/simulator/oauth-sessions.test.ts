import { describe, expect, it } from 'vitest';

import type { ManualClock, Simulator } from '../../simulator/server.ts';
import type { Client } from './support/client.ts';
import { clientWith, jwtGrant, postToken, startForTest, toReply } from './support/client.ts';
import { basicOf, refreshGrant, use } from './support/oauth.ts';
import { openSocket, socketAddress } from './support/socket.ts';

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

  it('take their sockets with them', async () => {
    const { simulator, clock } = await startForTest();
    const oldest = await signInAt(simulator, clock);
    const socket = await openSocket(await socketAddress(oldest));
    const unused = await socketAddress(oldest);
    for (let count = 0; count < 5; count += 1) {
      simulator.account.resetRateLimits();
      await postToken(simulator, jwtGrant(simulator));
    }
    await socket.closed;
    await expect(openSocket(unused)).rejects.toThrow('401');
    expect(simulator.account.state.sessions).toHaveLength(5);
  });

  it('are counted for each app alone', async () => {
    const { simulator, clock } = await startForTest();
    const demo = await signInAt(simulator, clock);
    const grant = {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: simulator.account.confidentialApp.jwt,
    };
    for (let count = 0; count < 6; count += 1) {
      simulator.account.resetRateLimits();
      expect((await postToken(simulator, grant, basicOf(simulator))).status).toBe(200);
    }
    expect((await demo.get('')).status).toBe(200);
    expect(simulator.account.state.sessions).toHaveLength(6);
  });

  async function signInAt(simulator: Simulator, clock: ManualClock): Promise<Client> {
    const { json } = await postToken(simulator, jwtGrant(simulator));
    return clientWith(simulator, clock, String(json['access_token']));
  }

  it.each([
    ['without a token', '', {}, 'CMN-101'],
    ['with two tokens that differ', '?token=x', { token: 'y' }, 'OAU-150'],
  ])('cannot be revoked %s', async (_what, query, form, code) => {
    const { simulator } = await startForTest();
    const body = new URLSearchParams({ client_id: simulator.credentials.clientId, ...form });
    const url = `${simulator.url}/restapi/oauth/revoke${query}`;
    const refused = await toReply(await fetch(url, { method: 'POST', body }));
    expect(refused).toMatchObject({ status: 400, code });
  });

  it.each(['access_token', 'refresh_token'])('end with their %s in the query', async (name) => {
    const { simulator } = await startForTest();
    const { json } = await postToken(simulator, jwtGrant(simulator));
    const body = new URLSearchParams({ client_id: simulator.credentials.clientId });
    const url = `${simulator.url}/restapi/oauth/revoke?token=${String(json[name])}`;
    expect((await fetch(url, { method: 'POST', body })).status).toBe(200);
    expect(await use(simulator, json['access_token'])).toMatchObject({ code: 'OAU-213' });
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
