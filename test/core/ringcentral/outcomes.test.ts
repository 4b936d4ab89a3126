import { describe, expect, it } from 'vitest';
import type { E164 } from '../../../shared/model/ids.ts';
import type { Fault } from '../../../simulator/server.ts';
import type { RingCentralClient } from '../../../main/core/ringcentral/api.ts';
import { settled } from '../support/manual-clock.ts';
import { ping, startSignedIn, until } from './harness.ts';

const me = '+15125550123' as E164;
const callee = '+12025550142' as E164;
const page = { headers: { 'Content-Type': 'text/html', RCRequestId: '' }, body: '<html>Hi</html>' };

const text = (client: RingCentralClient) =>
  client.api.messages.send({ from: me, to: [callee], text: 'Rates are down' });
const call = (client: RingCentralClient) =>
  client.api.ringOut.place({ from: me, to: callee, callerId: undefined });

type Row = readonly [name: string, fault: Fault, kind: string, message: string | undefined];

/** How a text can end; the fault hits its one POST. */
const ends: readonly Row[] = [
  ['a reset before it was taken', { reset: 'before' }, 'unknown', 'network.offline'],
  ['a reset after it was taken', { reset: 'after-accept' }, 'unknown', 'network.offline'],
  ['an answer cut off', { truncate: true }, 'unknown', 'network.offline'],
  ['an answer that is no JSON', { body: '{"id":' }, 'unknown', 'server.error'],
  ['an answer that is no message', { body: '{"ok":true}' }, 'unknown', 'server.error'],
  ['a page with status 200', page, 'unknown', 'network.not-ringcentral'],
  ['a page with status 403', { ...page, status: 403 }, 'not-sent', 'network.not-ringcentral'],
  [
    'a redirect',
    { status: 302, headers: { Location: '/login', RCRequestId: '' } },
    'not-sent',
    'network.not-ringcentral',
  ],
  ['408', { status: 408, errorCode: 'XXX-408' }, 'unknown', 'network.timeout'],
  ['500', { status: 500 }, 'unknown', 'server.error'],
  ['501', { status: 501 }, 'unknown', 'server.error'],
  ['502', { status: 502, errorCode: 'XXX-502' }, 'unknown', 'server.unavailable'],
  [
    '503 for no known reason',
    { status: 503, errorCode: 'XXX-503' },
    'unknown',
    'server.unavailable',
  ],
  ['503 MSG-290', { status: 503, errorCode: 'MSG-290' }, 'refused', 'server.unavailable'],
  ['503 CMN-211', { status: 503, errorCode: 'CMN-211' }, 'refused', 'server.maintenance'],
  ['504', { status: 504, errorCode: 'XXX-504' }, 'unknown', 'server.unavailable'],
  ['429', { status: 429, errorCode: 'CMN-301' }, 'refused', 'rate.limited'],
  ['429 CMN-304', { status: 429, errorCode: 'CMN-304' }, 'unknown', 'rate.limited'],
  ['400', { status: 400, errorCode: 'MSG-246' }, 'refused', 'text.extension-number'],
  ['403', { status: 403, errorCode: 'MSG-304' }, 'refused', 'text.sender-refused'],
];

describe('a text', () => {
  it.each(ends)('that meets %s', async (_, fault, kind, message) => {
    const { client, simulator, departures } = await startSignedIn();
    simulator.faults.add({ ...fault, method: 'POST', path: '/sms', times: 1 });
    const outcome = await text(client);
    expect(outcome).toMatchObject({ kind, failure: { message } });
    expect(departures.filter(({ path }) => path === '/sms')).toHaveLength(1);
  });

  it('that is accepted', async () => {
    const { client, departures } = await startSignedIn();
    expect(await text(client)).toMatchObject({
      kind: 'ok',
      value: { direction: 'Outbound', messageStatus: 'Queued', subject: 'Rates are down' },
    });
    expect(JSON.parse(departures[0]?.body ?? '')).toEqual({
      from: { phoneNumber: me },
      to: [{ phoneNumber: callee }],
      text: 'Rates are down',
    });
  });

  it('that nobody answers ends after half a minute, and nobody knows how', async () => {
    const { client, simulator, departures, clock } = await startSignedIn();
    simulator.faults.add({ path: '/sms', hang: 'after-accept' });
    const outcome = text(client);
    await until(() =>
      simulator.account.messages.some(({ subject }) => subject === 'Rates are down'),
    );
    await clock.advance(29_999);
    expect(departures).toHaveLength(1);
    await clock.advance(1);
    expect(await outcome).toMatchObject({
      kind: 'unknown',
      failure: { kind: 'offline', message: 'network.timeout' },
    });
  });

  it('is not sent where no connection comes about', async () => {
    const { client, simulator } = await startSignedIn();
    await simulator.goDown();
    expect(await text(client)).toMatchObject({
      kind: 'not-sent',
      failure: { kind: 'offline', message: 'network.offline', code: 'ECONNREFUSED' },
    });
  });

  it.each([
    [403, 'not-sent'],
    [408, 'unknown'],
    [200, 'unknown'],
  ])('that a proxy answers with a page and %i: %s', async (status, kind) => {
    const { client, simulator } = await startSignedIn();
    const headers = { 'Content-Type': 'text/html', RCRequestId: '' };
    simulator.faults.add({ path: '/sms', status, body: '<html>', headers });
    expect(await text(client)).toMatchObject({
      kind,
      failure: { message: 'network.not-ringcentral' },
    });
  });

  it('is not sent by someone who is signed out', async () => {
    const { client, departures } = await startSignedIn();
    await client.signOut();
    departures.length = 0;
    expect(await text(client)).toMatchObject({
      kind: 'not-sent',
      failure: { kind: 'auth', message: 'session.signed-out' },
    });
    expect(departures).toEqual([]);
  });

  it('that is out when the client stops is cut off, and nobody knows what became of it', async () => {
    const { client, simulator } = await startSignedIn();
    simulator.faults.add({ path: '/sms', hang: 'after-accept' });
    const outcome = text(client);
    const isTaken = (): boolean =>
      simulator.account.messages.some(({ subject }) => subject === 'Rates are down');
    await until(isTaken);
    client.stop();
    expect(await outcome).toMatchObject({ kind: 'unknown' });
  });

  it('is not sent when the client has stopped', async () => {
    const { client, departures } = await startSignedIn();
    client.stop();
    expect(await text(client)).toMatchObject({ kind: 'not-sent' });
    expect(departures).toEqual([]);
  });
});

describe('a call', () => {
  it('is placed', async () => {
    const { client, departures } = await startSignedIn();
    expect(await call(client)).toMatchObject({ kind: 'ok', value: { callerStatus: 'InProgress' } });
    expect(JSON.parse(departures[0]?.body ?? '')).toEqual({
      from: { phoneNumber: me },
      to: { phoneNumber: callee },
      playPrompt: false,
    });
  });

  it('is refused at once inside a penalty, with the time when calling resumes', async () => {
    const { client, simulator, departures, clock } = await startSignedIn();
    simulator.faults.add({
      method: 'POST',
      path: '/ring-out',
      status: 429,
      errorCode: 'CMN-301',
      times: 1,
      headers: { 'Retry-After': '60' },
    });
    const resumesAt = clock.now() + 61_000;
    expect(await call(client)).toMatchObject({
      kind: 'refused',
      status: 429,
      failure: {
        kind: 'rate-limited',
        message: 'call.paused',
        retry: { afterMs: 61_000 },
        params: { resumesAt },
      },
    });
    await clock.advance(1_000);
    expect(await call(client)).toMatchObject({
      kind: 'not-sent',
      failure: { message: 'call.paused', code: 'call.paused', params: { resumesAt } },
    });
    expect(client.getPausedGroups()).toEqual([{ group: 'heavy', resumesAt }]);
    expect(departures).toHaveLength(1);
    await clock.advance(60_000);
    expect(await call(client)).toMatchObject({ kind: 'ok' });
  });

  it('that is given up while its token is being renewed never leaves', async () => {
    const renewal = Promise.withResolvers<void>();
    let isHeld = false;
    const { client, clock, departures } = await startSignedIn({
      fetch: async (input, init) => {
        if (isHeld && (input as Request).url.includes('/oauth/token')) await renewal.promise;
        return fetch(input, init);
      },
    });
    isHeld = true;
    await clock.advance(2 * 60 * 60_000);
    const givenUp = new AbortController();
    const outcome = client.api.ringOut.place(
      { from: me, to: callee, callerId: undefined },
      givenUp.signal,
    );
    await until(() => departures.some(({ path }) => path === '/restapi/oauth/token'));
    givenUp.abort();
    renewal.resolve();
    expect(await outcome).toMatchObject({ kind: 'not-sent' });
    expect(departures.filter(({ path }) => path === '/ring-out')).toEqual([]);
    expect(await call(client)).toMatchObject({ kind: 'ok' });
  });

  it('that has ended is not found', async () => {
    const { client } = await startSignedIn();
    expect(await client.api.ringOut.getStatus('Y3NHMWhvTDdJb1')).toMatchObject({
      kind: 'refused',
      status: 404,
      failure: { kind: 'not-found', message: 'call.gone' },
    });
  });

  it('is cancelled while the own phone rings', async () => {
    const { client } = await startSignedIn();
    const placed = await call(client);
    const id = placed.kind === 'ok' ? placed.value.id : '';
    expect(await client.api.ringOut.cancel(id)).toEqual({ kind: 'ok', value: undefined });
  });
});

describe('marking texts read', () => {
  it('names fifty at once, goes on past one that is gone, and stops at a refusal', async () => {
    const { client, simulator, departures } = await startSignedIn();
    const unread = simulator.account.messages.filter(
      ({ type, readStatus }) => type === 'SMS' && readStatus === 'Unread',
    );
    const [one, other] = unread.map(({ id }) => String(id));
    const ids = [one ?? '', '1', other ?? ''];
    expect(await client.api.messages.setRead(ids, true)).toMatchObject({ kind: 'ok' });
    expect(unread.slice(0, 2).map(({ readStatus }) => readStatus)).toEqual(['Read', 'Read']);
    expect(departures).toHaveLength(1);
    expect(await client.api.messages.setRead(['1'], true)).toMatchObject({ kind: 'ok' });
    departures.length = 0;
    const many = Array.from({ length: 101 }, (_, n) => String(n + 1));
    expect(await client.api.messages.setRead(many, true)).toMatchObject({ kind: 'ok' });
    expect(departures.map(({ path }) => path.split(',').length)).toEqual([50, 50, 1]);
    departures.length = 0;
    simulator.faults.add({ method: 'PUT', status: 403, errorCode: 'CMN-401' });
    expect(await client.api.messages.setRead(ids, false)).toMatchObject({ kind: 'refused' });
    expect(departures).toHaveLength(1);
  });
});

describe('a text behind many that are marked read', () => {
  it('leaves at once', async () => {
    const { client, departures } = await startSignedIn();
    const ids = Array.from({ length: 60 }, (_, n) => String(n + 1));
    const marked = Promise.all(ids.map((id) => client.api.messages.setRead([id], true)));
    await until(() => departures.length === 30);
    for (let n = 0; n < 50; n += 1) await settled();
    expect(await text(client)).toMatchObject({ kind: 'ok' });
    expect(departures.at(-1)?.path).toBe('/sms');
    client.stop();
    expect((await marked).at(-1)).toMatchObject({ kind: 'not-sent' });
  });
});

describe('reachability', () => {
  it('is told by how requests end', async () => {
    const { client, simulator, clock } = await startSignedIn();
    expect(client.getConnection()).toEqual({ state: 'online' });
    await simulator.goDown();
    await ping(client);
    const offline = { state: 'offline', cause: 'network', sinceAt: clock.now() };
    expect(client.getConnection()).toEqual(offline);
    await simulator.comeBack();
    await clock.advance(2_000);
    await until(() => client.getConnection().state === 'online');
  });

  it('tells maintenance from an outage, and from one endpoint’s trouble', async () => {
    const { client, simulator } = await startSignedIn();
    const meet = async (status: number, errorCode: string) => {
      simulator.faults.add({ path: '/sms', status, errorCode, times: 1 });
      await text(client);
      return client.getConnection();
    };
    expect(await meet(500, 'CMN-201')).toMatchObject({ state: 'online' });
    expect(await meet(503, 'MSG-290')).toMatchObject({ state: 'online' });
    expect(await meet(503, 'CMN-211')).toMatchObject({ cause: 'maintenance' });
    expect(await meet(502, 'XXX-502')).toMatchObject({ cause: 'server' });
    await ping(client);
    expect(client.getConnection()).toEqual({ state: 'online' });
  });
});
