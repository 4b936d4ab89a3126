import { describe, expect, it } from 'vitest';

import { routes } from '../../simulator/route-table.ts';
import type { Client } from './support/client.ts';
import { EXTENSION, V1, signedIn } from './support/client.ts';

const TIMES = [
  'yesterday',
  '2026-13-45',
  '2026-03-11T99:99:99Z',
  '2026-03-11 (noon)',
  '',
  '0',
  'NaN',
];
const NUMBERS = ['x', '-1', '1.5', '1e3', '0', 'Infinity', '99999999999999999999'];

/** Which parameters of which lists are times and whole numbers. */
const TIMED = ['/message-store', '/call-log'];
const NUMBERED: readonly (readonly [path: string, parameter: string])[] = [
  ['/message-store', 'page'],
  ['/call-log', 'perPage'],
  ['/message-sync', 'recordCount'],
  ['/call-log-sync', 'recordCount'],
  ['/address-book-sync', 'pageId'],
  ['/phone-number', 'page'],
];

async function refusesAll(
  client: Client,
  path: string,
  parameter: string,
  values: readonly string[],
): Promise<void> {
  for (const value of values) {
    client.simulator.account.resetRateLimits();
    const reply = await client.get(path, { [parameter]: value });
    expect([value, reply.status, reply.code]).toEqual([value, 400, 'CMN-101']);
  }
}

describe('a malformed value is refused with CMN-101', () => {
  it.each(TIMED.flatMap((path) => [[path, 'dateFrom'] as const, [path, 'dateTo'] as const]))(
    'time: %s?%s',
    async (path, parameter) => {
      await refusesAll(await signedIn(), path, parameter, TIMES);
    },
  );

  it.each(['/message-sync', '/call-log-sync?recordCount=10'])('time: %s', async (path) => {
    await refusesAll(await signedIn(), path, 'dateFrom', TIMES);
  });

  it.each(NUMBERED)('number: %s?%s', async (path, parameter) => {
    await refusesAll(await signedIn(), path, parameter, NUMBERS);
  });

  it('sync token: of another server, of another kind, of a strange form', async () => {
    const client = await signedIn();
    const { syncEpoch: epoch } = client.simulator.account.state;
    const strange = [
      { kind: 'messages', epoch, time: null, frame: {} },
      { kind: 'messages', epoch, time: 1, frame: { from: 'x', filter: {} } },
      { kind: 'calls', epoch, time: 1, frame: { from: null } },
      { kind: 'contacts', epoch, time: 'now', frame: {} },
      'text',
      null,
    ];
    const tokens = strange.map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'));
    for (const path of ['/message-sync', '/call-log-sync', '/address-book-sync']) {
      const inFull = `${path}?syncType=ISync`;
      await refusesAll(client, inFull, 'syncToken', [...tokens, '%%%', 'undefined']);
    }
  });
});

describe('no request makes the simulator fail', () => {
  const bodies = ['null', '[]', '{}', '"x"', '{', '{"from":1,"to":[null],"text":{}}', ''];

  it.each(routes.map((route) => [route.method, route.path] as const))(
    '%s %s',
    async (method, pattern) => {
      const client = await signedIn();
      const path = pattern
        .replaceAll(/:(accountId|extensionId)/g, '~')
        .replaceAll(/:\w+/g, '%ff,1');
      for (const raw of method === 'GET' || method === 'DELETE' ? [undefined] : bodies) {
        client.simulator.account.resetRateLimits();
        const headers = { 'Content-Type': 'application/json' };
        const reply = await client.request(method, path, raw === undefined ? {} : { raw, headers });
        expect(reply.status, `${String(raw)}: ${reply.text}`).toBeLessThan(500);
      }
    },
  );

  it('not even one with parameters that nobody would send', async () => {
    const client = await signedIn();
    const query = { view: 'x', page: '-', dateFrom: 'x', syncType: 'x', type: 'x', perPage: '' };
    for (const { path } of routes.filter(({ method }) => method === 'GET')) {
      client.simulator.account.resetRateLimits();
      const concrete = path.replaceAll(/:(accountId|extensionId)/g, '~').replaceAll(/:\w+/g, '1');
      expect((await client.get(concrete, query)).status).toBeLessThan(500);
    }
    expect((await client.get(`${V1}/account/~/extension/%00/presence`)).status).toBe(404);
    expect((await client.get(`${EXTENSION}//`)).status).toBe(404);
  });
});
