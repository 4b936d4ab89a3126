import { expect } from 'vitest';

import type { RequestOptions } from '../client.ts';
import { jwtGrant, postToken } from '../client.ts';
import { authorizeUrl } from '../oauth.ts';
import type { SpecRun } from './run.ts';

export async function signing({ ask, askPage, check, simulator }: SpecRun): Promise<void> {
  const path = '/restapi/oauth/token';
  const authorize = '/restapi/oauth/authorize';
  const url = authorizeUrl(simulator);
  const stranger = authorizeUrl(simulator, { client_id: 'stranger' });
  expect((await askPage('GET', url)).status).toBe(302);
  expect((await askPage('GET', stranger)).status).toBe(400);
  const formOf = (address: string): Record<string, string> =>
    Object.fromEntries(new URL(address).searchParams);
  const page = `${simulator.url}${authorize}`;
  expect((await askPage('POST', page, formOf(url))).status).toBe(302);
  expect((await askPage('POST', page, formOf(stranger))).status).toBe(400);

  simulator.account.resetRateLimits();
  const pair = check('POST', path, await postToken(simulator, jwtGrant(simulator)));
  check('POST', path, await postToken(simulator, { ...jwtGrant(simulator), assertion: 'x' }));
  const form = { grant_type: 'refresh_token', client_id: simulator.credentials.clientId };
  check('POST', path, await postToken(simulator, { ...form, refresh_token: 'x' }));
  const revoke = (clientId: string): RequestOptions => ({
    raw: new URLSearchParams({
      token: String(pair.json['access_token']),
      client_id: clientId,
    }).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Authorization: '' },
  });
  expect((await ask('POST', '/restapi/oauth/revoke', revoke('stranger'))).status).toBe(401);
  expect((await ask('POST', '/restapi/oauth/revoke', revoke(form.client_id))).status).toBe(200);
  await ask('POST', '/restapi/oauth/wstoken');
  await ask('GET', '/restapi');
}
