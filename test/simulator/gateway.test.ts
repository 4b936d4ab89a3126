import { describe, expect, it } from 'vitest';

import { routes } from '../../simulator/route-table.ts';
import { V1, signedIn } from './support/client.ts';

describe('every answer', () => {
  it('carries a request id and the state of its rate-limit group', async () => {
    const client = await signedIn();
    const { headers } = await client.get('/message-store');
    expect(headers.get('rcrequestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-rate-limit-group')).toBe('light');
    expect(headers.get('x-rate-limit-limit')).toBe('50');
    expect(headers.get('x-rate-limit-remaining')).toBe('49');
    expect(headers.get('x-rate-limit-window')).toBe('60');
    const missing = await client.get('/no-such-thing');
    expect(missing).toMatchObject({ status: 404, code: 'CMN-120' });
    expect(missing.headers.get('rcrequestid')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('names the methods of a path that has others', async () => {
    const client = await signedIn();
    const reply = await client.request('DELETE', '/presence');
    expect(reply.status).toBe(405);
    expect(reply.headers.get('allow')).toBe('GET, PUT');
  });
});

describe('paths', () => {
  it('mean the same with ~ and with the account’s own numbers', async () => {
    const client = await signedIn();
    const { accountId, extensionId } = client.simulator.account.state.profile;
    const full = `${V1}/account/${accountId}/extension/${extensionId}/presence`;
    expect((await client.get(full)).json).toEqual((await client.get('/presence')).json);
  });

  it.each([
    [`${V1}/account/1/extension/~/presence`, 404, 'CMN-102'],
    [`${V1}/account/~/extension/1/presence`, 404, 'CMN-102'],
    [`${V1}/account/~/extension/400130764008/presence`, 403, 'CMN-404'],
  ])('%s gives %i %s', async (path, status, code) => {
    const client = await signedIn();
    expect(await client.get(path)).toMatchObject({ status, code });
  });
});

describe('permissions', () => {
  it.each(routes.filter(({ app }) => app !== undefined).map((route) => [route] as const))(
    'app: $method $path',
    async ({ method, path, app }) => {
      const client = await signedIn();
      const { state } = client.simulator.account;
      state.client.permissions = state.client.permissions.filter((name) => name !== app);
      const reply = await client.request(method, concrete(path));
      expect(reply).toMatchObject({ status: 403, code: 'CMN-401' });
      expect(reply.json).toMatchObject({
        errorCode: 'InsufficientPermissions',
        permissionName: app,
      });
    },
  );

  it.each(routes.filter(({ user }) => user !== undefined).map((route) => [route] as const))(
    'user: $method $path',
    async ({ method, path, user }) => {
      const client = await signedIn();
      client.simulator.account.state.userPermissions = [];
      const reply = await client.request(method, concrete(path));
      expect(reply).toMatchObject({ status: 403, code: 'CMN-408' });
      expect(reply.json['permissionName']).toBe(user);
    },
  );

  function concrete(path: string): string {
    return path.replaceAll(/:(accountId|extensionId)/g, '~').replaceAll(/:\w+/g, '1');
  }
});

describe('rate limits', () => {
  it.each([
    ['Heavy', '/call-log', 10],
    ['Medium', '/features', 40],
    ['Light', '/presence', 50],
  ])('%s takes its requests and then answers 429', async (group, path, limit) => {
    const client = await signedIn();
    for (let count = 0; count < limit; count += 1) {
      expect((await client.get(path)).status).toBe(200);
    }
    const refused = await client.get(path);
    expect(refused).toMatchObject({ status: 429, code: 'CMN-301' });
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(refused.headers.get('x-rate-limit-group')).toBe(group.toLowerCase());
    expect(refused.headers.get('x-rate-limit-remaining')).toBe('0');
  });

  it('share a bucket among the endpoints of a group, and leave other groups alone', async () => {
    const client = await signedIn();
    for (let count = 0; count < 5; count += 1) await client.get('/call-log');
    for (let count = 0; count < 5; count += 1) await client.get('/address-book/contact');
    expect((await client.get('/active-calls')).status).toBe(429);
    expect((await client.get('/presence')).status).toBe(200);
  });

  it('start the penalty anew with each request during it', async () => {
    const client = await signedIn();
    for (let count = 0; count < 11; count += 1) await client.get('/call-log');
    await client.clock.advance(59_000);
    expect((await client.get('/call-log')).status).toBe(429);
    await client.clock.advance(59_999);
    expect((await client.get('/call-log')).status).toBe(429);
    await client.clock.advance(60_000);
    expect((await client.get('/call-log')).status).toBe(200);
  });

  it('are a window that slides', async () => {
    const client = await signedIn();
    for (let count = 0; count < 6; count += 1) await client.get('/call-log');
    await client.clock.advance(40_000);
    for (let count = 0; count < 4; count += 1) await client.get('/call-log');
    await client.clock.advance(20_000);
    const { headers } = await client.get('/call-log');
    expect(headers.get('x-rate-limit-remaining')).toBe('5');
  });
});
