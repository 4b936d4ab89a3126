import { describe, expect, it } from 'vitest';
import type { Simulator } from '../../../simulator/server.ts';
import { visitSignInPage } from '../ringcentral/browser.ts';
import { start, until } from '../ringcentral/harness.ts';
import { findFreePort, openSession, typedOf, type SessionOptions } from './harness.ts';

async function openStarted(options?: SessionOptions) {
  const world = openSession(await start(), options);
  await world.session.start();
  return world;
}

/** A `.env` for the simulator's own app and user. */
function envOf(simulator: Simulator, more: Record<string, string> = {}): string {
  const { clientId, jwt } = simulator.credentials;
  const all = { SERVER_URL: simulator.url, CLIENT_ID: clientId, JWT: jwt, ...more };
  return Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `RINGCENTRAL_${name}=${value}`)
    .join('\n');
}

type World = Awaited<ReturnType<typeof openStarted>>;

/** Reads a `.env` that can be read. */
function read({ session }: World, text: string) {
  const draft = session.readImport(text);
  if (!draft.ok) throw new Error(draft.failure.message);
  return draft.value;
}

describe('an import', () => {
  it('shows what it found, masked, and stores nothing yet', async () => {
    const world = await openStarted();
    const { session, simulator, vault, departures } = world;
    const { jwt } = simulator.credentials;
    const draft = read(
      world,
      envOf(simulator, { USERNAME: 'dana@harborlight.example', PHONE_NUMBER: '+15125550123' }),
    );
    expect(draft).toEqual({
      id: expect.any(String) as string,
      source: 'text',
      method: 'jwt',
      fields: [
        { variable: 'RINGCENTRAL_SERVER_URL', shown: simulator.url },
        { variable: 'RINGCENTRAL_CLIENT_ID', shown: simulator.credentials.clientId },
        { variable: 'RINGCENTRAL_JWT', shown: `${jwt.slice(0, 2)}•••${jwt.slice(-2)}` },
        { variable: 'RINGCENTRAL_USERNAME', shown: 'da•••@•••.example' },
        { variable: 'RINGCENTRAL_PHONE_NUMBER', shown: '+1•••0123' },
      ],
    });
    expect(vault.entries.size).toBe(0);
    expect(departures).toEqual([]);
    expect(session.getView().state).toBe('signed-out');
  });

  it('signs in, and makes the number the default of what it can', async () => {
    const world = await openStarted();
    const draft = read(world, envOf(world.simulator, { PHONE_NUMBER: '(512) 555-0123' }));
    expect(await world.session.useImport(draft.id)).toMatchObject({
      ok: true,
      value: {
        session: { state: 'signed-in', lastSignIn: { method: 'jwt', isKept: true } },
        number: { kind: 'taken', number: '+15125550123', as: ['call-from', 'text-from'] },
      },
    });
    expect(world.settings.get()).toMatchObject({
      callFrom: 'forwarding-417276290004',
      smsFrom: '+15125550123',
    });
    expect(await world.session.useImport(draft.id)).toMatchObject({
      failure: { message: 'import.gone' },
    });
  });

  it('names the numbers that can when the one given is not the extension’s', async () => {
    const world = await openStarted();
    const draft = read(world, envOf(world.simulator, { PHONE_NUMBER: '+15125550199' }));
    const result = await world.session.useImport(draft.id);
    const number = result.ok ? result.value.number : undefined;
    expect(number).toMatchObject({ kind: 'refused', given: '+15125550199' });
    expect(number?.kind === 'refused' && number.usable).toContain('+15125550123');
    expect(world.settings.get()).toMatchObject({ callFrom: undefined, smsFrom: undefined });
  });

  it('takes no number for a default that could not be saved', async () => {
    const world = await openStarted();
    const draft = read(world, envOf(world.simulator, { PHONE_NUMBER: '+15125550123' }));
    world.store.isBroken = true;
    expect(await world.session.useImport(draft.id)).toMatchObject({
      value: { number: { kind: 'refused' } },
    });
  });

  it('without a number says nothing of one', async () => {
    const world = await openStarted();
    const draft = read(world, envOf(world.simulator));
    expect(await world.session.useImport(draft.id)).toMatchObject({
      value: { number: { kind: 'none' } },
    });
  });

  it('with the app alone goes by the browser', async () => {
    const port = await findFreePort();
    const world = await openStarted({ settings: { signInPort: port } });
    const { simulator, session, browser } = world;
    simulator.account.addRedirectUri(`http://localhost:${port}/callback`);
    const using = session.useImport(read(world, envOf(simulator, { JWT: '' })).id);
    await until(() => browser.pages.length === 1);
    const query = await visitSignInPage(simulator, browser.pages[0] ?? '');
    await fetch(`http://127.0.0.1:${port}/callback?${query}`);
    expect(await using).toMatchObject({ ok: true });
  });

  it('asks before it goes to a server that is not RingCentral’s, and keeps the draft', async () => {
    const world = await openStarted();
    const text = envOf(world.simulator, { SERVER_URL: 'https://crm.example' });
    const { id } = read(world, text);
    for (const _ of [1, 2]) {
      expect(await world.session.useImport(id)).toMatchObject({
        failure: { message: 'session.server-other', params: { host: 'crm.example' } },
      });
    }
    expect(world.departures).toEqual([]);
  });
});

describe('user name and password', () => {
  async function openWithPassword(password?: string) {
    const world = await openStarted();
    const { login } = world.simulator.account;
    const draft = read(
      world,
      envOf(world.simulator, {
        JWT: '',
        USERNAME: login.email,
        PASSWORD: password ?? login.password,
      }),
    );
    expect(draft.method).toBe('password');
    return { ...world, draft };
  }

  it('are tried once; when RingCentral no longer takes them, that is said', async () => {
    const { session, departures, draft } = await openWithPassword();
    expect(await session.useImport(draft.id)).toMatchObject({
      failure: { message: 'session.password-ended' },
    });
    expect(departures.filter(({ path }) => path.endsWith('/oauth/token'))).toHaveLength(1);
    expect(await session.useImport(draft.id)).toMatchObject({
      failure: { message: 'import.gone' },
    });
  });

  it('are refused when they are wrong', async () => {
    const { session, simulator, draft } = await openWithPassword('wrong');
    simulator.account.rules.allowPasswordGrant = true;
    expect(await session.useImport(draft.id)).toMatchObject({
      failure: { message: 'session.password-refused' },
    });
  });

  it('sign in where a server still takes them, and are not kept', async () => {
    const { session, simulator, draft, vault } = await openWithPassword();
    simulator.account.rules.allowPasswordGrant = true;
    expect(await session.useImport(draft.id)).toMatchObject({
      value: { session: { lastSignIn: { method: 'password', isKept: false } } },
    });
    const kept = [...vault.entries.values()].join();
    expect(kept).not.toContain(simulator.account.login.password);
    expect(await session.signInAgain()).toMatchObject({
      failure: { message: 'session.nothing-kept' },
    });
  });
});

describe('a draft', () => {
  it('is gone after ten minutes, or when another is read', async () => {
    const world = await openStarted();
    const { session, simulator, clock } = world;
    const first = read(world, envOf(simulator));
    const second = read(world, envOf(simulator));
    const gone = { failure: { message: 'import.gone' } };
    expect(await session.useImport(first.id)).toMatchObject(gone);
    await clock.advance(10 * 60_000);
    expect(await session.useImport(second.id)).toMatchObject(gone);
  });

  it('stays when the next file cannot be read, or RingCentral cannot be reached', async () => {
    const world = await openStarted();
    const { session, simulator } = world;
    const { id } = read(world, envOf(simulator));
    expect(session.readImport('nothing of use')).toMatchObject({
      failure: { message: 'import.unreadable' },
    });
    await simulator.goDown();
    expect(await session.useImport(id)).toMatchObject({ failure: { kind: 'offline' } });
    await simulator.comeBack();
    expect(await session.useImport(id)).toMatchObject({ ok: true });
  });
});

describe('the environment', () => {
  const environment = { RINGCENTRAL_CLIENT_ID: 'sidetone-demo-app', HOME: '/home/dana' };

  it('is offered at the first start, the same draft however often it is asked', async () => {
    const { session } = await openStarted({ environment });
    const draft = session.findImport();
    expect(draft).toMatchObject({ source: 'environment', method: 'browser' });
    expect(session.findImport()).toEqual(draft);
  });

  it('is not offered when it holds nothing, or once someone has signed in', async () => {
    const empty = await openStarted({ environment: { HOME: '/home/dana' } });
    expect(empty.session.findImport()).toBeUndefined();
    const used = await openStarted({ environment });
    await used.session.signIn(typedOf(used.simulator));
    expect(used.session.findImport()).toBeUndefined();
    await used.session.signOut({ eraseArchive: false });
    expect(used.session.findImport()).toBeUndefined();
  });
});
