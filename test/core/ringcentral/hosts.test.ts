import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { Fetch } from '../../../main/core/ports.ts';
import {
  isOwnHost,
  isOwnSocket,
  judgeSignInFailure,
  parseServerUrl,
} from '../../../main/core/ringcentral/hosts.ts';
import { toUnsentFailure } from '../../../main/core/ringcentral/unsent.ts';
import { bare, isNeverWritten, WireError } from '../../../main/core/ringcentral/wire-errors.ts';
import { createGateTo } from './gate-harness.ts';

/** Asks through a gate of its own, with a token. */
function createAsking(serverUrl: string, fetch?: Fetch) {
  const { gate, departures } = createGateTo(serverUrl, fetch);
  const send = (url: string) => gate(new Request(url, { headers: { Authorization: 'bearer x' } }));
  return { send, departures };
}

async function listen(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  return addressOf(server);
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a server address', () => {
  it.each([
    ['https://platform.ringcentral.com', 'https://platform.ringcentral.com'],
    [' https://platform.ringcentral.com/ ', 'https://platform.ringcentral.com'],
    ['platform.ringcentral.com', 'https://platform.ringcentral.com'],
    ['HTTPS://Platform.RingCentral.com', 'https://platform.ringcentral.com'],
    ['http://127.0.0.1:8123', 'http://127.0.0.1:8123'],
    ['http://localhost:8123/', 'http://localhost:8123'],
    ['http://[::1]:8123', 'http://[::1]:8123'],
  ])('%s is taken', (typed, value) => {
    expect(parseServerUrl(typed)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'session.server-invalid'],
    ['not a server', 'session.server-invalid'],
    ['ringcentral', 'session.server-invalid'],
    ['ftp://platform.ringcentral.com', 'session.server-invalid'],
    ['javascript://platform.ringcentral.com', 'session.server-invalid'],
    ['https://me:secret@platform.ringcentral.com', 'session.server-invalid'],
    ['https://platform.ringcentral.com/login', 'session.server-invalid'],
    ['http://platform.ringcentral.com', 'session.server-insecure'],
    ['http://127.0.0.1.example.com', 'session.server-insecure'],
    ['https://platform.devtest.ringcentral.com', 'session.server-sandbox'],
    ['http://platform.devtest.ringcentral.com', 'session.server-sandbox'],
  ])('%s is refused: %s', (typed, message) => {
    for (const allowOtherHost of [false, true]) {
      expect(parseServerUrl(typed, { allowOtherHost })).toMatchObject({
        ok: false,
        failure: { kind: 'invalid', message, field: 'serverUrl' },
      });
    }
  });

  it.each([
    'https://platform.ringcentral.com.example.com',
    'https://ringcentral.example',
    'https://notringcentral.com',
    'https://192.0.2.7',
    'https://platform.ringcentral.com.',
    'https://platform-ringcentral.com',
    // Two letters that look like others, as the browser would show and look them up.
    'https://platform.xn--rngcentral-x2i.com',
    'https://platform.ringcentral.xn--om-nmc',
    'https://0.0.0.0:8123',
    'https://127.1.1.1',
  ])('%s is not one of RingCentral’s: the user has to confirm it', (typed) => {
    expect(parseServerUrl(typed)).toMatchObject({
      ok: false,
      failure: {
        kind: 'conflict',
        message: 'session.server-other',
        field: 'serverUrl',
        params: { host: new URL(typed).host },
      },
    });
    expect(parseServerUrl(typed, { allowOtherHost: true })).toEqual({ ok: true, value: typed });
  });

  it.each([
    ['https://platform.rıngcentral.com', 'platform.xn--rngcentral-xub.com'],
    ['https://platform.ringcentral。com.example.com', 'platform.ringcentral.com.example.com'],
    ['https://evil.example#@platform.ringcentral.com', 'evil.example'],
    ['https://evil.example?@platform.ringcentral.com', 'evil.example'],
  ])('%s is named as what it is: %s', (typed, host) => {
    expect(parseServerUrl(typed)).toMatchObject({
      failure: { message: 'session.server-other', params: { host } },
    });
  });

  it.each([
    'https://evil.example\\@platform.ringcentral.com',
    'https://platform.ringcentral.com\\@evil.example',
    'https://platform.ringcentral.com@evil.example',
    'https://dana:hun[ter2@platform.ringcentral.com:99999',
    'javascript:alert(1)//https://platform.ringcentral.com',
    'file:///etc/hosts',
    'data:text/html,x',
    'https://localhost.',
  ])('%s is none at all, and nothing of it is repeated', (typed) => {
    const parsed = parseServerUrl(typed, { allowOtherHost: true });
    expect(parsed).toMatchObject({ failure: { message: 'session.server-invalid' } });
    expect(JSON.stringify(parsed)).not.toMatch(/hun|alert/);
  });

  it.each(['ENOTFOUND', 'ERR_NAME_NOT_RESOLVED'])(
    'that cannot be found is told from being offline: %s',
    (code) => {
      const notFound = failure('offline', 'network.offline', { code });
      expect(judgeSignInFailure(notFound, 'https://platfrom.ringcentral.com')).toMatchObject({
        message: 'session.server-unknown',
        field: 'serverUrl',
        params: { host: 'platfrom.ringcentral.com' },
      });
      expect(judgeSignInFailure(notFound, 'https://platform.ringcentral.com')).toBe(notFound);
    },
  );

  it('and the other fields of the form hear what is said of them', () => {
    const server = 'https://platform.ringcentral.com';
    expect(judgeSignInFailure(failure('auth', 'session.jwt-refused'), server).field).toBe('jwt');
    const client = failure('auth', 'session.client-refused');
    expect(judgeSignInFailure(client, server).field).toBe('clientId');
    const consent = failure('auth', 'session.consent-denied');
    expect(judgeSignInFailure(consent, server).field).toBeUndefined();
  });
});

describe('the account’s own hosts', () => {
  const server = 'https://platform.ringcentral.com';
  it.each([
    ['https://platform.ringcentral.com/restapi', server, true],
    ['https://media.ringcentral.com/restapi', server, true],
    ['https://evil.example/restapi', server, false],
    ['https://media.ringcentral.com.evil.example/', server, false],
    ['http://media.ringcentral.com/restapi', server, false],
    ['https://platform.ringcentral.com:8443/', server, false],
    ['http://127.0.0.1:9/', 'http://127.0.0.1:8123', true],
    ['https://127.0.0.1:9/', 'http://127.0.0.1:8123', false],
    ['http://localhost:8123/', 'http://127.0.0.1:8123', false],
  ])('%s for %s: %s', (url, serverUrl, isOwn) => {
    expect(isOwnHost(new URL(url), serverUrl)).toBe(isOwn);
  });

  it('alone get a request: to another nothing leaves', async () => {
    const { send, departures } = createAsking(server, () => Promise.resolve(Response.json({})));
    await expect(send('https://evil.example/restapi/v1.0')).rejects.toMatchObject({
      written: false,
      reason: 'not-ringcentral',
    });
    expect(departures).toEqual([]);
    expect((await send(`${server}/restapi/v1.0/account/~`)).ok).toBe(true);
  });

  it('get it even if they point elsewhere: a redirect is never followed', async () => {
    const asked: string[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('{}');
    });
    const other = await listen(elsewhere);
    const own = createServer((request, response) => {
      const Location = `${other}${request.url}`;
      response.writeHead(307, { Location, RCRequestId: 'abc' }).end();
    });
    const { send } = createAsking(await listen(own));
    const answer = await send(`${addressOf(own)}/restapi/v1.0/account/~`);
    expect(answer.status).toBe(307);
    expect(asked).toEqual([]);
  });
});

describe('a push socket', () => {
  const server = 'https://platform.ringcentral.com';
  it.each([
    ['wss://ws-api.ringcentral.com/ws', server, true],
    ['wss://platform.ringcentral.com/ws', server, true],
    ['ws://platform.ringcentral.com/ws', server, false],
    ['https://platform.ringcentral.com/ws', server, false],
    ['wss://platform.devtest.ringcentral.com/ws', server, false],
    ['wss://ws-api.ringcentral.com.evil.example/ws', server, false],
    ['wss://notringcentral.com/ws', server, false],
    ['wss://me:secret@platform.ringcentral.com/ws', server, false],
    ['ws://127.0.0.1:9/ws', server, false],
    ['ws://127.0.0.1:9/ws', 'http://127.0.0.1:8123', true],
    ['wss://127.0.0.1:9/ws', 'http://127.0.0.1:8123', true],
    ['ws://localhost:9/ws', 'http://127.0.0.1:8123', false],
    ['wss://ws-api.ringcentral.com/ws', 'http://127.0.0.1:8123', false],
    ['wss://telephony.example.com/ws', 'https://telephony.example.com', true],
    ['wss://push.example.com/ws', 'https://telephony.example.com', false],
  ])('at %s of %s: %s', (url, serverUrl, isOwn) => {
    expect(isOwnSocket(new URL(url), serverUrl)).toBe(isOwn);
  });
});

describe('what was certainly never written', () => {
  const error = (code: string, more: object = {}): Error =>
    Object.assign(new Error('failed'), { code, ...more });

  it.each([
    ['a refused connection', new TypeError('fetch failed', { cause: error('ECONNREFUSED') })],
    ['an unknown name', new TypeError('fetch failed', { cause: error('ENOTFOUND') })],
    ['no name server', new TypeError('fetch failed', { cause: error('EAI_AGAIN') })],
    ['a connection that took too long', error('UND_ERR_CONNECT_TIMEOUT')],
    ['the same from the system', error('ETIMEDOUT', { syscall: 'connect' })],
    ['a wrong certificate', error('ERR_TLS_CERT_ALTNAME_INVALID')],
    ['a network that is down', error('ENETDOWN', { syscall: 'connect' })],
    [
      'both addresses refused',
      new AggregateError([error('ECONNREFUSED'), error('EHOSTUNREACH', { syscall: 'connect' })]),
    ],
    ['Chromium’s refusal', new Error('net::ERR_CONNECTION_REFUSED')],
    ['Chromium offline', new Error('net::ERR_INTERNET_DISCONNECTED')],
  ])('%s', (_, thrown) => {
    expect(isNeverWritten(thrown)).toBe(true);
  });

  it.each([
    ['a reset', new TypeError('fetch failed', { cause: error('ECONNRESET') })],
    ['a closed socket', new TypeError('fetch failed', { cause: error('UND_ERR_SOCKET') })],
    ['a broken pipe', error('EPIPE')],
    ['silence', error('ETIMEDOUT', { syscall: 'read' })],
    ['a network that went away', error('ENETDOWN', { syscall: 'read' })],
    ['a host that went away', error('EHOSTUNREACH', { syscall: 'write' })],
    ['a way that went away', new TypeError('fetch failed', { cause: error('ENETUNREACH') })],
    ['one address reset', new AggregateError([error('ECONNREFUSED'), error('ECONNRESET')])],
    ['Chromium’s reset', new Error('net::ERR_CONNECTION_RESET')],
    ['anything else', new Error('?')],
    ['no error at all', 'ECONNREFUSED'],
  ])('is not: %s', (_, thrown) => {
    expect(isNeverWritten(thrown)).toBe(false);
  });
});

describe('a certificate that is not trusted', () => {
  it.each([
    new TypeError('fetch failed', {
      cause: Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' }),
    }),
    Object.assign(new Error('self-signed'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    new Error('net::ERR_CERT_DATE_INVALID'),
  ])('has words of its own, and nothing was written: %s', (thrown) => {
    expect(isNeverWritten(thrown)).toBe(true);
    expect(toUnsentFailure(new WireError(false, 'network', thrown))).toMatchObject({
      kind: 'offline',
      message: 'network.certificate',
      code: expect.stringContaining('CERT'),
    });
  });
});

describe('an error that goes into a log', () => {
  it('has lost the request, and what an answer said', () => {
    const request = new Request('https://platform.ringcentral.com', {
      headers: { Authorization: 'bearer secret-token' },
    });
    let thrown: unknown;
    try {
      JSON.parse('access_token=secret');
    } catch (error) {
      thrown = Object.assign(error as Error, { request });
    }
    expect((thrown as Error).stack).toContain('access_token');
    const logged = bare(thrown);
    expect(inspect(logged)).toMatch(/SyntaxError.*: not JSON\n\s+at JSON.parse/);
    expect(inspect(logged)).not.toMatch(/secret|access_token/);
    expect(bare('odd').message).toBe('odd');
  });
});
