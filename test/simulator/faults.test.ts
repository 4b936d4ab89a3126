import { describe, expect, it } from 'vitest';

import type { Client, Reply } from './support/client.ts';
import { troubles } from '../../simulator/troubles.ts';
import { EXTENSION, jwtGrant, postToken, signedIn, toReply } from './support/client.ts';
import { refreshGrant } from './support/oauth.ts';
import { openSocket, socketAddress } from './support/socket.ts';

const BODY = {
  from: { phoneNumber: '+15125550123' },
  to: [{ phoneNumber: '+15125550120' }],
  text: 'Only once',
};

function sentCount(client: Client): number {
  return client.simulator.account.messages.filter(({ subject }) => subject === 'Only once').length;
}

function post(client: Client, signal?: AbortSignal): Promise<Response> {
  return fetch(`${client.simulator.url}${EXTENSION}/sms`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${client.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(BODY),
    ...(signal ? { signal } : {}),
  });
}

describe('a fault', () => {
  it('answers with a status and a code, as often as it says, and touches nothing', async () => {
    const client = await signedIn();
    client.simulator.faults.add({ path: '/sms', times: 2, status: 503, errorCode: 'CMN-211' });
    expect(await client.post('/sms', BODY)).toMatchObject({ status: 503, code: 'CMN-211' });
    expect((await client.get('/presence')).status).toBe(200);
    expect(await client.post('/sms', BODY)).toMatchObject({ status: 503 });
    expect(sentCount(client)).toBe(0);
    expect(await client.post('/sms', BODY)).toMatchObject({ status: 200 });
  });

  it('is for one method, or a pattern of paths, until it is cleared', async () => {
    const client = await signedIn();
    client.simulator.faults.add({ method: 'put', path: /presence$/, status: 500 });
    expect((await client.get('/presence')).status).toBe(200);
    const put = (): Promise<{ readonly status: number }> =>
      client.request('PUT', '/presence', { body: {} });
    expect([(await put()).status, (await put()).status]).toEqual([500, 500]);
    client.simulator.faults.clear();
    expect((await put()).status).toBe(200);
  });

  it.each([
    ['hang', 'before', 0],
    ['hang', 'after-accept', 1],
  ] as const)('lets a request %s %s (%i accepted)', async (_kind, when, accepted) => {
    const client = await signedIn();
    client.simulator.faults.add({ path: '/sms', times: 1, hang: when });
    const abort = new AbortController();
    const pending = post(client, abort.signal);
    // The next request on another connection shows that the first was taken as far as it goes.
    expect((await client.get('/presence')).status).toBe(200);
    await expect.poll(() => sentCount(client)).toBe(accepted);
    abort.abort();
    await expect(pending).rejects.toThrow();
  });

  it.each([
    ['before', 0],
    ['after-accept', 1],
  ] as const)('resets the connection %s (%i accepted)', async (when, accepted) => {
    const client = await signedIn();
    client.simulator.faults.add({ path: '/sms', times: 1, reset: when });
    await expect(post(client)).rejects.toThrow();
    expect(sentCount(client)).toBe(accepted);
  });

  it('breaks off in the middle of a body', async () => {
    const client = await signedIn();
    client.simulator.faults.add({ path: '/sms', times: 1, truncate: true });
    const response = await post(client);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(sentCount(client)).toBe(1);
  });

  it('replaces the body and the headers of an answer', async () => {
    const client = await signedIn();
    client.simulator.faults.add({
      path: '/presence',
      times: 1,
      body: '<html>proxy</html>',
      headers: { 'Content-Type': 'text/html', 'X-Rate-Limit-Group': '' },
    });
    const reply = await client.get('/presence');
    expect(reply).toMatchObject({ status: 200, text: '<html>proxy</html>' });
    expect(reply.headers.get('content-type')).toBe('text/html');
    expect(reply.headers.get('x-rate-limit-group')).toBeNull();
  });

  it('delays an answer on the simulator’s clock', async () => {
    const client = await signedIn();
    client.simulator.faults.add({ path: '/presence', times: 1, delayMs: 5_000 });
    let answered = false;
    const pending = client.get('/presence').then((reply) => {
      answered = true;
      return reply;
    });
    await client.get('/message-store');
    expect(answered).toBe(false);
    await expect
      .poll(async () => {
        await client.clock.advance(5_000);
        return answered;
      })
      .toBe(true);
    expect((await pending).status).toBe(200);
  });
});

describe('troubles of everyday life', () => {
  it.each([
    ['maintenance', 503, 'CMN-211'],
    ['overloaded', 503, 'CMN-202'],
    ['duplicateRequest', 429, 'CMN-304'],
    ['accountLimit', 429, 'CMN-310'],
  ] as const)('%s is %i %s, and touches nothing', async (name, status, code) => {
    const client = await signedIn();
    client.simulator.faults.add({ ...troubles[name], path: '/sms', times: 1 });
    const reply = await client.post('/sms', BODY);
    expect(reply).toMatchObject({ status, code });
    expect(reply.headers.get('x-rate-limit-group')).toBeNull();
    expect(reply.headers.has('retry-after')).toBe(
      ['overloaded', 'duplicateRequest'].includes(name),
    );
    expect(sentCount(client)).toBe(0);
  });

  it('answers 200 with a page, or with half of a JSON text', async () => {
    const client = await signedIn();
    client.simulator.faults.add({ ...troubles.htmlPage, path: '/presence', times: 1 });
    client.simulator.faults.add({ ...troubles.garbageJson, path: '/presence', times: 1 });
    const page = await client.get('/presence');
    expect(page).toMatchObject({ status: 200, text: expect.stringMatching(/^<!doctype html>/) });
    const garbage = await client.get('/presence');
    expect(garbage.status).toBe(200);
    expect(() => JSON.parse(garbage.text) as unknown).toThrow();
  });

  it('answers 207 for what was only partly done', async () => {
    const client = await signedIn();
    client.simulator.faults.add({ ...troubles.partly, path: '/message-store/1,2', times: 1 });
    const reply = await client.request('PUT', '/message-store/1,2', { body: {} });
    expect(reply.status).toBe(207);
    expect(JSON.parse(reply.text)).toMatchObject([{ status: 200 }, { status: 404 }]);
  });

  it('loses the answer of a refresh, which the old refresh token brings back', async () => {
    const client = await signedIn();
    const { simulator } = client;
    const { json } = await postToken(simulator, jwtGrant(simulator));
    const form = refreshGrant(simulator, json['refresh_token']);
    simulator.faults.add({ ...troubles.lostAnswer, path: '/oauth/token', times: 1 });
    await expect(postToken(simulator, form)).rejects.toThrow();
    const again = await postToken(simulator, form);
    expect(again.status).toBe(200);
    expect(again.json['refresh_token']).not.toBe(json['refresh_token']);
    const session = simulator.account.state.sessions.at(-1);
    expect(again.json['access_token']).toBe(session?.accessToken);
  });

  it('speaks OAuth’s error form at OAuth’s endpoints', async () => {
    const client = await signedIn();
    client.simulator.faults.add({ ...troubles.maintenance, path: '/oauth/token', times: 1 });
    const reply = await postToken(client.simulator, jwtGrant(client.simulator));
    expect(reply).toMatchObject({ status: 503, code: 'CMN-211' });
    expect(reply.json).toHaveProperty('error_description');
  });
});

describe('going down', () => {
  it('refuses connections until it comes back, at the same address', async () => {
    const client = await signedIn();
    await client.simulator.goDown();
    await expect(client.get('/presence')).rejects.toThrow();
    await client.simulator.comeBack();
    expect((await client.get('/presence')).status).toBe(200);
    await client.simulator.stop();
    await client.simulator.comeBack();
    await expect(client.get('/presence')).rejects.toThrow();
  });
});

describe('control endpoints', () => {
  async function command(
    client: Client,
    method: string,
    path: string,
    body?: object,
  ): Promise<Reply> {
    const response = await fetch(`${client.simulator.url}/__simulator/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return toReply(response);
  }

  it('do not exist unless they are asked for', async () => {
    const client = await signedIn();
    expect((await command(client, 'GET', 'state')).status).toBe(404);
  });

  it('drive the account from another process', async () => {
    const client = await signedIn({ control: true });
    const before = (await command(client, 'GET', 'state')).json;
    await command(client, 'POST', 'inbound-text', { from: '+15125550134', text: 'From outside' });
    await command(client, 'POST', 'inbound-call', { from: '+15125550134', outcome: 'missed' });
    const ringing = (await command(client, 'GET', 'state')).json;
    expect(ringing).toMatchObject({ liveCalls: [{ direction: 'Inbound', phase: 'Proceeding' }] });
    expect(ringing['messages']).toBe(Number(before['messages']) + 1);
    const moved = await command(client, 'POST', 'clock/advance', { ms: 60_000 });
    expect(moved.json['now']).toBe(client.clock.now());
    expect((await command(client, 'GET', 'state')).json).toMatchObject({ liveCalls: [] });
    await command(client, 'POST', 'faults', { pattern: 'presence$', times: 1, status: 500 });
    expect((await client.get('/presence')).status).toBe(500);
    await command(client, 'POST', 'faults', { path: 'presence', status: 500 });
    await command(client, 'DELETE', 'faults');
    expect((await client.get('/presence')).status).toBe(200);
  });

  it('trouble the sockets, and fill the account', async () => {
    const client = await signedIn({ control: true });
    await openSocket(await socketAddress(client));
    expect(client.simulator.account.sockets.count).toBe(1);
    for (const action of ['silence', 'end-silence', 'duplicate', 'swap', 'refuse', 'raw', 'drop']) {
      expect((await command(client, 'POST', 'sockets', { action, text: '[]' })).status).toBe(204);
    }
    expect(client.simulator.account.sockets.count).toBe(0);
    const before = (await command(client, 'GET', 'state')).json;
    await command(client, 'POST', 'fill', { contacts: 20, calls: 30 });
    const after = (await command(client, 'GET', 'state')).json;
    expect(Number(after['contacts']) - Number(before['contacts'])).toBe(20);
    expect(Number(after['calls']) - Number(before['calls'])).toBe(30);
  });

  it('take the server down for a while', async () => {
    const client = await signedIn({ control: true });
    expect((await command(client, 'POST', 'down', { forMs: 5_000 })).status).toBe(204);
    await client.clock.advance(100);
    await expect(client.get('/presence')).rejects.toThrow();
    await client.clock.advance(5_000);
    expect((await client.get('/presence')).status).toBe(200);
  });

  it.each([
    ['POST', 'inbound-text', { text: 'no sender' }, 400],
    ['POST', 'inbound-call', { outcome: 'exploded' }, 400],
    ['POST', 'clock/advance', {}, 400],
    ['POST', 'down', {}, 400],
    ['POST', 'sockets', { action: 'tickle' }, 400],
    ['POST', 'fill', { contacts: 'many' }, 400],
    ['GET', 'nothing', undefined, 404],
  ])('refuse %s %s %o', async (method, path, body, status) => {
    const client = await signedIn({ control: true });
    expect((await command(client, method, path, body)).status).toBe(status);
  });
});
