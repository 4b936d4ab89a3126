import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ManualClock } from '../../simulator/clock.ts';
import { findRoute } from '../../simulator/http/routes.ts';
import { openRoutes, routes } from '../../simulator/route-table.ts';
import type { Simulator } from '../../simulator/server.ts';
import { startSimulator } from '../../simulator/server.ts';
import type { Client, Json, Reply, RequestOptions } from './support/client.ts';
import { EXTENSION, V1, clientWith, jwtGrant, postToken, toReply } from './support/client.ts';
import { authorizeUrl } from './support/oauth.ts';
import type { SpecCheck } from './support/open-api.ts';
import { readSpec } from './support/open-api.ts';
import { openSocket, socketAddress } from './support/socket.ts';

const OWN = '+15125550123';
const MARIA = '+15125550134';
const every = [...openRoutes, ...routes];
const succeeded = new Set<string>();
const failed = new Set<string>();

let spec: SpecCheck;
let simulator: Simulator;
let client: Client;

beforeAll(async () => {
  spec = readSpec();
  const clock = new ManualClock();
  simulator = await startSimulator({ clock });
  const { json } = await postToken(simulator, jwtGrant(simulator));
  client = clientWith(simulator, clock, String(json['access_token']));
});

afterAll(() => simulator.stop());

/** "GET /restapi/…/{accountId}", as the file names operations. */
function operationOf(method: string, path: string): string {
  const match = findRoute(every, method, path);
  if (match.kind !== 'found') throw new Error(`There is no ${method} ${path}.`);
  return `${method} ${match.route.path.replaceAll(/:(\w+)/g, '{$1}')}`;
}

function check(method: string, path: string, reply: Reply): Reply {
  const operation = operationOf(method, path);
  const type = reply.headers.get('content-type') ?? '';
  const body = /json/.test(type) ? (JSON.parse(reply.text) as unknown) : reply.text;
  expect(spec.complaint(operation, reply.status, type, body)).toBeUndefined();
  (reply.status < 400 ? succeeded : failed).add(operation);
  return reply;
}

async function ask(method: string, path: string, options: RequestOptions = {}): Promise<Reply> {
  simulator.account.resetRateLimits();
  const full = path.startsWith('/restapi') ? path : `${EXTENSION}${path}`;
  return check(method, full, await client.request(method, full, options));
}

function listed(reply: Reply): readonly Json[] {
  expect(reply.status).toBe(200);
  return reply.json['records'] as readonly Json[];
}

describe('every answer is as the OpenAPI file says', () => {
  it('signing in and out', async () => {
    const path = '/restapi/oauth/token';
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
    simulator.account.resetRateLimits();
    const pages = '/restapi/oauth/authorize';
    for (const [client_id, status] of [
      [undefined, 302],
      ['stranger', 400],
    ] as const) {
      const address = new URL(authorizeUrl(simulator, client_id ? { client_id } : {}));
      const asked = await toReply(await fetch(address, { redirect: 'manual' }));
      expect(check('GET', pages, asked).status).toBe(status);
      const form = { method: 'POST', body: address.searchParams, redirect: 'manual' } as const;
      const posted = await toReply(await fetch(`${address.origin}${pages}`, form));
      expect(check('POST', pages, posted).status).toBe(status);
    }
    await ask('GET', '/restapi');
  });

  it('RingOut', async () => {
    const from = { phoneNumber: '+15125550177' };
    const made = await ask('POST', '/ring-out', { body: { from, to: { phoneNumber: MARIA } } });
    await ask('POST', '/ring-out', { body: { from, to: {} } });
    const path = `/ring-out/${String(made.json['id'])}`;
    await ask('GET', path);
    await client.clock.advance(3_000);
    await ask('GET', '/presence', { query: { detailedTelephonyState: 'true' } });
    expect(listed(await ask('GET', '/active-calls', { query: { view: 'Detailed' } }))).toHaveLength(
      1,
    );
    expect((await ask('DELETE', path)).status).toBe(204);
    await client.clock.advance(120_000);
    await ask('GET', path);
    await ask('DELETE', path);
  });

  it('the call log', async () => {
    const dateFrom = '2025-12-01T00:00:00.000Z';
    for (const view of ['Simple', 'Detailed']) {
      const query = { view, dateFrom, perPage: 'max' };
      const all = listed(await ask('GET', '/call-log', { query }));
      expect(all.length).toBeGreaterThan(300);
      await ask('GET', `/call-log/${String(all[0]?.['id'])}`, { query: { view } });
    }
    await ask('GET', '/call-log', { query: { sessionId: '1', type: 'Voice' } });
    await ask('GET', '/call-log/none');
    const query = { syncType: 'FSync', recordCount: '250' };
    const { syncInfo } = (await ask('GET', '/call-log-sync', { query })).json;
    const syncToken = String((syncInfo as Json)['syncToken']);
    await ask('GET', '/call-log-sync', { query: { syncType: 'ISync', syncToken } });
    await ask('GET', '/call-log-sync', { query: { syncType: 'ISync', syncToken: 'x' } });
  });

  it('texts and the message store', async () => {
    const text = { from: { phoneNumber: OWN }, to: [{ phoneNumber: MARIA }], text: 'Hi' };
    const sent = await ask('POST', '/sms', { body: text });
    const group = [MARIA, '+15125550120'].map((phoneNumber) => ({ phoneNumber }));
    await ask('POST', '/mms', { body: { ...text, to: group } });
    await ask('POST', '/sms', { body: {} });
    await ask('POST', '/mms', { body: {} });
    await client.clock.advance(60_000);
    const query = { dateFrom: '2025-12-01T00:00:00.000Z', perPage: '1000' };
    const all = listed(await ask('GET', '/message-store', { query }));
    expect(all).toHaveLength(simulator.account.messages.length);
    await ask('GET', '/message-store', { query: { messageType: 'Mail' } });
    const path = `/message-store/${String(sent.json['id'])}`;
    await ask('GET', path);
    await ask('GET', '/message-store/1');
    await ask('PUT', path, { body: { readStatus: 'Read' } });
    await ask('PUT', path, { body: {} });
    await ask('PATCH', path, { body: { availability: 'Alive' } });
    await ask('PATCH', path, { body: { availability: 'Lost' } });
    const bulk = { Accept: 'application/vnd.ringcentral.multipart+json' };
    const both = `${path},${String(all[0]?.['id'])}`;
    expect((await ask('GET', both, { headers: bulk })).status).toBe(207);
    const first = await ask('GET', '/message-sync', { query: { ...query, syncType: 'FSync' } });
    const syncToken = String((first.json['syncInfo'] as Json)['syncToken']);
    expect((await ask('DELETE', path)).status).toBe(204);
    const next = await ask('GET', '/message-sync', { query: { syncType: 'ISync', syncToken } });
    expect(listed(next)).toContainEqual({ id: sent.json['id'], availability: 'Deleted' });
    await ask('GET', '/message-sync', { query: { syncType: 'ISync', syncToken: 'x' } });
    await ask('DELETE', '/message-store/1');
    await ask('DELETE', '/message-store', { query: { conversationId: '1' } });
    await ask('DELETE', '/message-store', { query: { type: 'Mail' } });
    const voicemail = all.find(({ type }) => type === 'VoiceMail');
    const content = `/message-store/${String(voicemail?.['id'])}/content`;
    await ask('GET', `${content}/${String(voicemail?.['id'])}`);
    await ask('GET', `${content}/1`);
  });

  it('the account', async () => {
    const paths = ['', '/authz-profile', '/features', '/phone-number', '/forwarding-number'];
    for (const path of [...paths, '/device', '/caller-id']) {
      expect((await ask('GET', path)).status).toBe(200);
      await ask('GET', `${V1}/account/~/extension/1${path}`);
    }
    await ask('GET', `${V1}/account/~`);
    await ask('GET', `${V1}/account/1`);
    const { numbers } = simulator.account.state.profile;
    for (const { id } of numbers) await ask('GET', `/phone-number/${id}/sms-configuration`);
    await ask('GET', '/phone-number/1/sms-configuration');
    await ask('GET', `${V1}/account/~/directory/entries`);
    await ask('GET', `${V1}/account/1/directory/entries`);
    const parse = `${V1}/number-parser/parse`;
    await ask('POST', parse, { body: { originalStrings: [MARIA, '911', '+442079460958', '?'] } });
    await ask('POST', parse, { body: {} });
    await ask('GET', '/presence');
    await ask('GET', `${V1}/account/~/extension/1/presence`);
    await ask('PUT', '/presence', { body: { userStatus: 'Busy' } });
    await ask('PUT', '/presence', { body: { userStatus: 'Bored' } });
  });

  it('contacts', async () => {
    const contacts = '/address-book/contact';
    listed(await ask('GET', contacts));
    await ask('GET', contacts, { query: { sortBy: 'Age' } });
    const made = await ask('POST', contacts, { body: { firstName: 'Ada' } });
    await ask('POST', contacts, { body: { mobilePhone: 'x' } });
    const path = `${contacts}/${String(made.json['id'])}`;
    await ask('GET', path);
    for (const method of ['PUT', 'PATCH']) {
      await ask(method, path, { body: { lastName: 'King' } });
      await ask(method, path, { body: { lastName: 1 } });
    }
    await ask('DELETE', path);
    for (const method of ['GET', 'DELETE']) await ask(method, path);
    const query = { syncType: 'FSync', perPage: '10' };
    const { syncInfo } = (await ask('GET', '/address-book-sync', { query })).json;
    const syncToken = String((syncInfo as Json)['syncToken']);
    await ask('GET', '/address-book-sync', { query: { syncType: 'ISync', syncToken } });
    await ask('GET', '/address-book-sync', { query: { syncType: 'ISync', syncToken: 'x' } });
  });

  it('subscriptions', async () => {
    simulator.account.resetRateLimits();
    const socket = await openSocket(await socketAddress(client));
    const path = `${V1}/subscription`;
    const body = {
      eventFilters: [`${EXTENSION}/voicemail`],
      deliveryMode: { transportType: 'WebSocket' },
    };
    const made = await socket.request('POST', path, body);
    expect(spec.complaint(`POST ${path}`, 200, 'application/json', made.body)).toBeUndefined();
    succeeded.add(`POST ${path}`);
    await ask('POST', path, { body });
    await ask('GET', path);
    const one = `${path}/${String(made.body['id'])}`;
    await ask('GET', one);
    const changed = await ask('PUT', one, { body });
    await ask('PUT', `${path}/${String(changed.json['id'])}`, { body: {} });
    await ask('DELETE', `${path}/${String(changed.json['id'])}`);
    for (const method of ['GET', 'DELETE']) await ask(method, one);
  });

  it('refusals: of the app, of the rate, of the token', async () => {
    const { client: app } = simulator.account.state;
    const permissions = app.permissions;
    app.permissions = [];
    for (const { method, path, app: needed } of routes.filter((route) => route.app !== undefined)) {
      const concrete = path.replaceAll(/:(accountId|extensionId)/g, '~').replaceAll(/:\w+/g, '1');
      const reply = await ask(method, concrete);
      expect(reply).toMatchObject({ status: 403, code: 'CMN-401' });
      expect(reply.json['permissionName']).toBe(needed);
    }
    app.permissions = permissions;
    for (let count = 0; count < 10; count += 1) await client.get('/active-calls');
    const refused = await client.get('/active-calls');
    expect(check('GET', `${EXTENSION}/active-calls`, refused).status).toBe(429);
    const stranger = clientWith(simulator, client.clock, 'x');
    expect(check('GET', `${EXTENSION}/presence`, await stranger.get('/presence')).status).toBe(401);
  });

  it('and no endpoint was forgotten', () => {
    const operations = every.map(
      ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
    );
    expect(operations.filter((name) => !succeeded.has(name))).toEqual([]);
    // The versions cannot fail, and the list of subscriptions only for want of a token.
    const without = ['GET /restapi', `GET ${V1}/subscription`];
    expect(operations.filter((name) => !failed.has(name))).toEqual(without);
  });
});

describe('the check itself', () => {
  it('finds what is wrong', () => {
    const operation = `GET ${V1}/account/{accountId}/extension/{extensionId}/ring-out/{ringoutId}`;
    const wrong = { id: 1, status: { callStatus: 'Maybe' } };
    const complaint = spec.complaint(operation, 200, 'application/json', wrong);
    expect(complaint).toMatch(/id must be string/);
    expect(complaint).toMatch(/callStatus must be equal to one of/);
    expect(spec.complaint('GET /nowhere', 200, 'application/json', {})).toMatch(/not described/);
    expect(spec.complaint(operation, 404, 'application/json', { errors: [] })).toMatch(
      /fewer than 1/,
    );
  });
});
