import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import {
  isOwnHost,
  judgeSignInFailure,
  parseServerUrl,
} from '../../../main/core/ringcentral/hosts.ts';
import { bare, isNeverWritten } from '../../../main/core/ringcentral/wire-errors.ts';
import { createGate } from '../../../main/core/ringcentral/gate.ts';
import { createReachability } from '../../../main/core/ringcentral/reachability.ts';
import { createScheduler } from '../../../main/core/ringcentral/scheduler.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createCountingRandom } from '../support/session.ts';
import { createNotingFetch } from './harness.ts';

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
    ['http://platform.ringcentral.com', 'session.server-invalid'],
    ['ftp://platform.ringcentral.com', 'session.server-invalid'],
    ['javascript://platform.ringcentral.com', 'session.server-invalid'],
    ['https://me:secret@platform.ringcentral.com', 'session.server-invalid'],
    ['https://platform.ringcentral.com/login', 'session.server-invalid'],
    ['http://127.0.0.1.example.com', 'session.server-invalid'],
    ['https://platform.ringcentral.com.example.com', 'session.server-unknown'],
    ['https://ringcentral.example', 'session.server-unknown'],
    ['https://notringcentral.com', 'session.server-unknown'],
    ['https://platform.devtest.ringcentral.com', 'session.server-unknown'],
  ])('%s is refused: %s', (typed, message) => {
    expect(parseServerUrl(typed)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', message, field: 'serverUrl' },
    });
  });

  it('that cannot be found is told from being offline', () => {
    const notFound = failure('offline', 'network.offline', { code: 'ENOTFOUND' });
    expect(judgeSignInFailure(notFound, 'https://platfrom.ringcentral.com')).toMatchObject({
      message: 'session.server-unknown',
      field: 'serverUrl',
    });
    expect(judgeSignInFailure(notFound, 'https://platform.ringcentral.com')).toBe(notFound);
    const refused = failure('auth', 'session.jwt-refused');
    expect(judgeSignInFailure(refused, 'https://platform.ringcentral.com').field).toBe('jwt');
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
    const clock = new ManualClock();
    const noting = createNotingFetch(clock, () => Promise.resolve(Response.json({})));
    const random = createCountingRandom();
    const gate = createGate({
      clock,
      fetch: noting.fetch,
      log: createMemoryLog(),
      scheduler: createScheduler(clock),
      reachability: createReachability({ clock, random, probe: () => Promise.resolve() }),
      serverUrl: server,
      stopping: new AbortController().signal,
    });
    const send = (url: string) =>
      gate(new Request(url, { headers: { Authorization: 'bearer x' } }));
    await expect(send('https://evil.example/restapi/v1.0')).rejects.toMatchObject({
      written: false,
      reason: 'not-ringcentral',
    });
    expect(noting.departures).toEqual([]);
    expect((await send(`${server}/restapi/v1.0/account/~`)).ok).toBe(true);
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
    ['both addresses refused', new AggregateError([error('ECONNREFUSED'), error('EHOSTUNREACH')])],
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
    ['one address reset', new AggregateError([error('ECONNREFUSED'), error('ECONNRESET')])],
    ['Chromium’s reset', new Error('net::ERR_CONNECTION_RESET')],
    ['anything else', new Error('?')],
    ['no error at all', 'ECONNREFUSED'],
  ])('is not: %s', (_, thrown) => {
    expect(isNeverWritten(thrown)).toBe(false);
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
