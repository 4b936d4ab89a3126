import { describe, expect, it } from 'vitest';

import type { Simulator } from '../../simulator/server.ts';
import { jwtGrant, postToken, startForTest } from './support/client.ts';
import { authorizeUrl, use } from './support/oauth.ts';

async function command(
  { url }: Simulator,
  method: string,
  path: string,
  body?: object,
): Promise<number> {
  const response = await fetch(`${url}/__simulator/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return response.status;
}

describe('another process', () => {
  it('changes how people sign in', async () => {
    const { simulator, clock } = await startForTest({ control: true });
    const redirect_uri = 'http://localhost:9300/back';
    const body = { redirectUri: redirect_uri, allowPasswordGrant: true, clockSkewMs: 60_000 };
    expect(await command(simulator, 'POST', 'sign-in', body)).toBe(204);
    const page = await fetch(authorizeUrl(simulator, { redirect_uri }));
    expect(page.status).toBe(200);
    expect(page.headers.get('date')).toBe(new Date(clock.now() + 60_000).toUTCString());
    const { email: username, password } = simulator.account.login;
    const form = { ...jwtGrant(simulator), grant_type: 'password', username, password };
    expect((await postToken(simulator, form)).status).toBe(200);
    await command(simulator, 'POST', 'sign-in', { access: 'account-restricted' });
    expect(await postToken(simulator, form)).toMatchObject({ status: 403, code: 'OAU-167' });
  });

  it('ends all sessions', async () => {
    const { simulator } = await startForTest({ control: true });
    const { json } = await postToken(simulator, jwtGrant(simulator));
    expect(await command(simulator, 'DELETE', 'sessions')).toBe(204);
    expect(await use(simulator, json['access_token'])).toMatchObject({ code: 'OAU-213' });
  });

  it.each([
    [{ access: 'sometimes' }],
    [{ clockSkewMs: 'an hour' }],
    [{ redirectUri: '/relative' }],
    [{ redirectUri: 'http://localhost:9300/', clientId: 'nobody' }],
  ])('cannot ask for %j', async (body) => {
    const { simulator } = await startForTest({ control: true });
    expect(await command(simulator, 'POST', 'sign-in', body)).toBe(400);
  });
});
