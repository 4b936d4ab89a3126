import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../simulator/server.ts';
import { createSessionHandlers } from '../../../main/core/session/handlers.ts';
import { createVault, start, until } from '../ringcentral/harness.ts';
import { settled } from '../support/manual-clock.ts';
import { openSession, openSignedIn, typedOf } from './harness.ts';

describe('a session', () => {
  it('begins signed out, and can do nothing', async () => {
    const { session, departures } = openSession(await start());
    await session.start();
    expect(session.getView()).toMatchObject({
      state: 'signed-out',
      demo: false,
      serverUrl: undefined,
      account: undefined,
      canCall: {
        can: false,
        failure: { message: 'session.signed-out' },
      },
      canText: {
        can: false,
        failure: { message: 'session.signed-out' },
      },
    });
    expect(session.requireSignedIn()).toMatchObject({ ok: false });
    expect(departures).toEqual([]);
  });

  it('is signed in once the account has been read', async () => {
    const { session, simulator, signedIn, told, clock } = openSession(await start());
    await session.start();
    const signing = session.signIn(typedOf(simulator));
    expect(session.getView().state).toBe('signing-in');
    expect(await signing).toEqual({ ok: true, value: session.getView() });
    expect(session.getView()).toMatchObject({
      state: 'signed-in',
      serverUrl: simulator.url,
      fromNumber: '+15125550123',
      account: {
        name: 'Dana Whitlock',
        extensionNumber: '101',
        homeCountry: 'US',
      },
      connection: { state: 'online' },
      pausedGroups: [],
      secretsStanding: 'os',
      canCall: { can: true },
      canText: { can: true },
    });
    expect(await session.listPhones()).toContainEqual({
      id: 'forwarding-417276290004',
      label: 'Desk phone',
      number: '+15125550123',
      kind: 'desk',
      status: 'online',
      isDefault: false,
    });
    expect(await session.listSenders()).toContainEqual({
      number: '+15125550123',
      label: 'Direct line',
      isDefault: true,
    });
    expect(signedIn).toHaveLength(1);
    await clock.advance(20);
    const areas = new Set(told.map(({ area }) => area));
    expect(areas).toEqual(new Set(['session', 'phones', 'senders']));
  });

  const bad: readonly (readonly [string, Fault | undefined, object, string, string | undefined])[] =
    [
      [
        'a wrong client id',
        undefined,
        { clientId: 'nobody' },
        'session.client-refused',
        'clientId',
      ],
      ['another user’s JWT', undefined, { jwt: 'e30.e30' }, 'session.jwt-refused', 'jwt'],
      [
        'an address that is none',
        undefined,
        { serverUrl: '???' },
        'session.server-invalid',
        'serverUrl',
      ],
      [
        'a foreign host',
        undefined,
        { serverUrl: 'https://crm.example' },
        'session.server-other',
        'serverUrl',
      ],
      [
        'a page',
        { body: '<html/>', headers: { 'Content-Type': 'text/html', RCRequestId: '' } },
        {},
        'network.not-ringcentral',
        'serverUrl',
      ],
      ['a server in trouble', { status: 500 }, {}, 'server.error', undefined],
      ['too many attempts', { status: 429, errorCode: 'CMN-301' }, {}, 'rate.limited', undefined],
    ];
  it.each(bad)(
    'with %s stays signed out and says so beside the field',
    async (_, fault, wrong, message, field) => {
      const { session, simulator, vault } = openSession(await start());
      await session.start();
      if (fault) simulator.faults.add({ path: '/oauth/token', ...fault });
      const result = await session.signIn({ ...typedOf(simulator), ...wrong });
      expect(result).toMatchObject({ ok: false, failure: { message } });
      expect(result.ok ? undefined : result.failure.field).toBe(field);
      expect(session.getView().state).toBe('signed-out');
      expect(vault.entries.size).toBe(0);
    },
  );

  it('that cannot read who it is gives its tokens back', async () => {
    const { session, simulator, vault } = openSession(await start());
    await session.start();
    simulator.faults.add({ path: /extension\/~$/, status: 403, errorCode: 'CMN-401' });
    expect(await session.signIn(typedOf(simulator))).toMatchObject({
      ok: false,
      failure: { message: 'permission.app-missing' },
    });
    expect(session.getView().state).toBe('signed-out');
    expect(vault.entries.size).toBe(0);
    expect(simulator.account.state.sessions).toEqual([]);
  });

  it('does not stay half-way when the vault cannot be written', async () => {
    const { session, simulator, vault } = openSession(await start());
    await session.start();
    vault.isBroken = true;
    await expect(session.signIn(typedOf(simulator))).rejects.toThrow('the vault is full');
    expect(session.getView().state).toBe('signed-out');
    vault.isBroken = false;
    expect(await session.signIn(typedOf(simulator))).toMatchObject({ ok: true });
  });

  it('greys out with a reason what a missing permission hides', async () => {
    const { session, simulator } = openSession(await start());
    await session.start();
    simulator.faults.add({ path: '/forwarding-number', status: 403, errorCode: 'CMN-401' });
    simulator.faults.add({ path: '/device', status: 403, errorCode: 'CMN-401' });
    await session.signIn(typedOf(simulator));
    expect(session.getView()).toMatchObject({
      canCall: { can: false, failure: { message: 'permission.app-missing' } },
      canText: { can: true },
    });
  });
});

describe('an account', () => {
  it('is read again every quarter of an hour', async () => {
    const { session, clock, departures } = await openSignedIn();
    await clock.advance(15 * 60_000);
    await until(() => departures.length === 7);
    expect(session.getView().state).toBe('signed-in');
  });

  it('tells when its phones go offline', async () => {
    const { session, simulator } = await openSignedIn();
    for (const device of simulator.account.state.profile.devices) {
      Object.assign(device, { status: 'Offline' });
    }
    session.resume();
    await until(() => session.getView().connection.state === 'online');
    const desk = async () =>
      (await session.listPhones()).find(({ label }) => label === 'Desk phone');
    let status = (await desk())?.status;
    while (status !== 'offline') {
      await settled();
      status = (await desk())?.status;
    }
  });
});

describe('a session that the server has ended', () => {
  it('asks to sign in again, also after a restart, and keeps what is known', async () => {
    const world = await openSignedIn();
    world.simulator.account.revokeSessions();
    world.session.resume();
    await until(() => world.session.getView().state === 'expired');
    expect(world.session.requireSignedIn()).toMatchObject({
      failure: { message: 'session.expired' },
    });
    await world.clock.advance(20);
    const again = openSession(await start({ ...world, vault: createVault() }), world);
    await again.session.start();
    expect(again.session.getView()).toMatchObject({
      state: 'expired',
      account: { name: 'Dana Whitlock' },
      serverUrl: world.simulator.url,
    });
    await again.session.signIn(typedOf(world.simulator));
    expect(again.session.getView().state).toBe('signed-in');
    expect(again.signedIn).toHaveLength(1);
  });
});

describe('the calls of a window', () => {
  it('go to the session', async () => {
    const { session, switches, simulator } = await openSignedIn();
    let resumed = 0;
    const handlers = createSessionHandlers(session, () => void (resumed += 1));
    expect(await handlers['session.get'](undefined)).toMatchObject({
      value: { state: 'signed-in' },
    });
    expect(await handlers['session.status'](undefined)).toEqual({
      ok: true,
      value: {
        enabled: true,
        authenticated: true,
        fromNumber: '+15125550123',
        serverUrl: simulator.url,
      },
    });
    await handlers['session.start-demo'](undefined);
    await handlers['session.leave-demo'](undefined);
    expect(switches).toEqual(['demo', 'own']);
    expect(await handlers['session.retry'](undefined)).toEqual({ ok: true, value: undefined });
    expect(resumed).toBe(1);
    const keep = { eraseArchive: false };
    expect(await handlers['session.sign-out'](keep)).toEqual({ ok: true, value: undefined });
    expect(await handlers['session.status'](undefined)).toMatchObject({
      value: { enabled: false, authenticated: false },
    });
    expect(await handlers['session.sign-in'](typedOf(simulator))).toMatchObject({ ok: true });
    await handlers['session.sign-out'](keep);
    expect(await handlers['session.sign-in-again'](undefined)).toMatchObject({
      failure: { message: 'session.nothing-kept' },
    });
    expect(await handlers['session.cancel-sign-in'](undefined)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await handlers['session.open-sign-in-page'](undefined)).toMatchObject({ ok: false });
    expect(await handlers['session.find-import'](undefined)).toEqual({
      ok: true,
      value: undefined,
    });
    const draft = await handlers['session.read-import']({ text: 'RINGCENTRAL_CLIENT_ID=abcdefgh' });
    expect(draft).toMatchObject({ value: { method: 'browser' } });
    expect(await handlers['session.use-import']({ id: 'another' })).toMatchObject({
      failure: { message: 'import.gone' },
    });
  });
});

describe('a window', () => {
  it('hears of push, and of the connection', async () => {
    const world = await openSignedIn();
    await world.clock.advance(1_000);
    await until(() => world.session.getView().push.state === 'connected');
    await world.clock.advance(20);
    world.told.length = 0;
    world.simulator.account.sockets.drop();
    await until(() => world.session.getView().push.state !== 'connected');
    await world.clock.advance(20);
    expect(world.told).toContainEqual({ area: 'session' });
  });
});
