import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { createServer, request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { passUntil } from '../support/core-world.ts';
import { startWithDoor } from './support.ts';

const status = '/api/v1/ringcentral/status';

/** A request with headers that `fetch` does not let anybody set. */
function askRaw(
  port: number,
  options: {
    readonly path?: string;
    readonly method?: string;
    readonly headers: Readonly<Record<string, string>>;
  },
): Promise<{ status: number; headers: Record<string, unknown>; body: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const { path = status, method = 'GET', headers } = options;
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => {
        const body = text.startsWith('{')
          ? (JSON.parse(text) as Record<string, unknown>)
          : { text };
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** What a connection says to these bytes until it is hung up. */
function say(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.on('close', () => resolve(heard));
    socket.on('error', () => resolve(heard));
  });
}

/** Sends a head, and the body only once it is asked for; what it was answered. */
function sayAfterYes(port: number, head: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(head));
    socket.setTimeout(10_000, () => socket.destroy(new Error('nothing asks for the body')));
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      if (/^HTTP\/1\.1 100 [^]*\r\n\r\n$/.test(heard)) socket.write(body);
    });
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
}

type World = Awaited<ReturnType<typeof startWithDoor>>;

describe('the door for other programs', () => {
  it('knows who asks, answers every refusal in one shape, and tells how it is used', async () => {
    const world = await startWithDoor();
    await answersRefusals(world);
    await tellsOfItself(world);
  });

  it('is not to be had from elsewhere, and opens, moves and shuts as the settings say', async () => {
    const world = await startWithDoor();
    await isShutToOthers(world);
    await followsSettings(world);
  });
});

async function answersRefusals({ ask, letIn, port, token }: World): Promise<void> {
  const none = await ask(status);
  expect(none.status).toBe(401);
  expect(none.headers.get('WWW-Authenticate')).toBe('Bearer realm="Sidetone"');
  expect(none.body).toEqual({
    detail:
      'The request has no token. Create one in Sidetone’s settings and send it as “Authorization: Bearer …”.',
    code: 'api.no-token',
    status: 401,
  });
  const other = await ask(status, { token: `sidetone_${'A'.repeat(43)}` });
  expect([other.status, other.body['code']]).toEqual([401, 'api.token-unknown']);
  const reader = await letIn({ name: 'Reader', scopes: ['read'] });
  const refused = await ask('/api/v1/ringcentral/sms', { token: reader.token, json: {} });
  expect([refused.status, refused.body['code']]).toEqual([403, 'api.scope-missing']);

  const refusals: readonly [number, string, Parameters<typeof ask>][] = [
    [404, 'api.unknown-path', ['/api/v1/nothing', { token }]],
    [404, 'api.unknown-path', ['/elsewhere']],
    [405, 'api.method-refused', ['/api/v1/ringcentral/sms', { token }]],
    [400, 'api.field-invalid', ['/api/v1/ringcentral/sms', { token, json: { to_number: 1 } }]],
    [400, 'api.field-invalid', ['/api/v1/ringcentral/call-log?limit=0', { token }]],
    [400, 'api.field-invalid', ['/api/v1/ringcentral/call-log?limit=501', { token }]],
    [
      413,
      'api.too-large',
      [
        '/api/v1/ringcentral/sms',
        { token, json: { to_number: '+12125550142', message: 'x'.repeat(70_000) } },
      ],
    ],
    [
      415,
      'api.not-json',
      ['/api/v1/ringcentral/sms', { token, json: {}, headers: { 'Content-Type': 'text/plain' } }],
    ],
  ];
  for (const [expected, code, request] of refusals) {
    const { status: got, body } = await ask(...request);
    expect([got, body['code'], body['status']], code).toEqual([expected, code, expected]);
    expect(body['detail'], code).toMatch(/^[A-Z“].+\.$/);
  }
  const depth = 30_000;
  const deep = '['.repeat(depth) + ']'.repeat(depth);
  const odd = '{"length":{"valueOf":1,"toString":1}}';
  for (const body of ['{"to_number"', `{"to_number":${odd},"message":${odd},"x":${deep}}`]) {
    const malformed = await fetch(`http://127.0.0.1:${port}/api/v1/ringcentral/sms`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body,
    });
    expect(malformed.status).toBe(400);
    expect(await malformed.json()).toMatchObject({ code: 'api.malformed', status: 400 });
  }
  const head = `POST /api/v1/ringcentral/sms HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`;
  const rest = 'Content-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n';
  const patient = `${head}Authorization: Bearer ${token}\r\nConnection: close\r\n${rest}\r\n`;
  expect(await sayAfterYes(port, patient, '{}')).toMatch(/^HTTP\/1\.1 100 [^]*"status":400/);
  expect(await say(port, 'what is this\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*"status":400/);
  const long = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`;
  expect(await say(port, long)).toMatch(/^HTTP\/1\.1 431 [^]*"status":431/);
}

async function tellsOfItself({ ask, base }: World): Promise<void> {
  const document = await ask('/openapi.json');
  expect(document.body).toMatchObject({ openapi: '3.1.0' });
  const paths = document.body['paths'] as Record<string, Record<string, unknown>>;
  expect(paths['/api/v1/ringcentral/call']?.['post']).toMatchObject({
    operationId: 'placeCall',
    summary: 'Call a number',
    security: [{ token: ['call'] }],
  });
  const page = await fetch(`${base}/`);
  const html = await page.text();
  expect(page.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none';/);
  const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
  const digest = createHash('sha256').update(style).digest('base64');
  expect(page.headers.get('Content-Security-Policy')).toContain(`'sha256-${digest}'`);
  expect(html).not.toMatch(/<script|<img|<link|src=|https?:\/\/(?!127\.0\.0\.1)/);
  for (const path of Object.keys(paths)) expect(html).toContain(path);
  expect(html).toContain(`${base}/api/v1/ringcentral/sms`);
}

async function isShutToOthers({ get, clock, port, token }: World): Promise<void> {
  const headers = { Authorization: `Bearer ${token}`, Host: `127.0.0.1:${port}` };
  expect((await askRaw(port, { headers })).status).toBe(200);
  expect((await askRaw(port, { headers: { ...headers, Host: `localhost:${port}` } })).status).toBe(
    200,
  );
  for (const host of [
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port}.evil.example`,
    'a b',
  ]) {
    const refused = await askRaw(port, { headers: { ...headers, Host: host } });
    expect([refused.status, refused.body['code']], host).toEqual([403, 'api.host-refused']);
  }
  expect(await say(port, `GET ${status} HTTP/1.1\r\nConnection: close\r\n\r\n`)).toContain(
    'api.host-refused',
  );

  const origin = 'https://crm.example';
  const preflight = {
    method: 'OPTIONS',
    headers: {
      ...headers,
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Private-Network': 'true',
    },
  };
  const before = await askRaw(port, preflight);
  expect([before.status, before.body['code']]).toEqual([403, 'api.origin-refused']);
  expect(before.headers['access-control-allow-origin']).toBeUndefined();

  await get('settings.set', { apiOrigins: [origin] });
  await clock.advance(20);
  const after = await askRaw(port, preflight);
  expect(after.status).toBe(204);
  expect(after.headers).toMatchObject({
    'access-control-allow-origin': origin,
    'access-control-allow-private-network': 'true',
    vary: 'Origin',
  });
  expect(after.headers['access-control-allow-credentials']).toBeUndefined();
  const allowed = await askRaw(port, { headers: { ...headers, Origin: origin } });
  expect(allowed.status).toBe(200);
  expect(allowed.headers['access-control-allow-origin']).toBe(origin);
  for (const foreign of ['https://crm.example.evil.example', 'http://crm.example', 'null']) {
    const refused = await askRaw(port, { headers: { ...headers, Origin: foreign } });
    expect(refused.status, foreign).toBe(403);
    expect(refused.headers['access-control-allow-origin'], foreign).toBeUndefined();
  }
  const picture = { ...headers, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' };
  const refused = await askRaw(port, { headers: picture });
  expect([refused.status, refused.body['code']]).toEqual([403, 'api.site-refused']);
  // A link to the page about it is no harm.
  const link = {
    Host: headers.Host,
    'Sec-Fetch-Site': 'cross-site',
    'Sec-Fetch-Mode': 'navigate',
  };
  expect((await askRaw(port, { path: '/', headers: link })).status).toBe(200);
}

async function followsSettings({ get, clock, ask, port, base, token }: World): Promise<void> {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port: other } = taken.address() as { port: number };
  await get('settings.set', { apiPort: other });
  const failed = await passUntil(
    clock,
    async () => {
      const { standing } = await get('api.get', undefined);
      if (standing.state !== 'failed') throw new Error(standing.state);
      return standing;
    },
    20,
  );
  expect(failed).toMatchObject({ port: other, failure: { message: 'api.port-taken' } });
  await expect(ask(status, { token })).rejects.toThrow('fetch failed');
  const { checks } = await get('diagnostics.run', undefined);
  expect(checks.find(({ id }) => id === 'local-api')).toMatchObject({
    outcome: 'fail',
    params: { port: other },
  });
  // Whoever had it lets go.
  await new Promise((resolve) => taken.close(resolve));
  // Soon: as a rule it is the core of the account that was open before.
  await clock.advance(2_100);
  await passUntil(
    clock,
    async () => {
      const moved = await fetch(`http://127.0.0.1:${other}${status}`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      expect(moved.status).toBe(200);
    },
    20,
  );
  await get('settings.set', { apiEnabled: false });
  await passUntil(
    clock,
    async () => {
      await expect(fetch(`http://127.0.0.1:${other}/`)).rejects.toThrow('fetch failed');
    },
    20,
  );
  expect((await get('api.get', undefined)).standing).toEqual({ state: 'off' });
  expect(base).toContain(String(port));
}
