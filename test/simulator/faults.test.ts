import { describe, expect, it } from 'vitest';

import type { Client, Reply } from './support/client.ts';
import { EXTENSION, signedIn, toReply } from './support/client.ts';

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
    ['GET', 'nothing', undefined, 404],
  ])('refuse %s %s %o', async (method, path, body, status) => {
    const client = await signedIn({ control: true });
    expect((await command(client, method, path, body)).status).toBe(status);
  });
});
