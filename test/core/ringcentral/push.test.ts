import { describe, expect, it, vi } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { settled } from '../support/manual-clock.ts';
import { until } from './harness.ts';
import { errorBody, missing, startPush } from './push-harness.ts';

const second = 1_000;
const minute = 60_000;
const own = '/restapi/v1.0/account/~/extension/~';

describe('a first connection', () => {
  it('opens with one token, subscribes, and asks for a sync of what was missed before', async () => {
    const { server, control, clock, become, push, hints, tokensAt } = await startPush();
    expect(push.getState()).toEqual({ state: 'off' });
    control.begin();
    expect(push.getState()).toEqual({ state: 'connecting' });
    expect(tokensAt).toEqual([]);
    await clock.advance(second);
    await become('connected');
    expect(push.getState()).toEqual({ state: 'connected', sinceAt: clock.now() });
    expect(tokensAt).toHaveLength(1);
    expect([...(server.peers[0]?.query ?? [])]).toEqual([['access_token', 'token 1/+']]);
    expect(server.asked).toEqual([
      {
        filters: [
          `${own}/message-store/instant?type=SMS`,
          `${own}/message-store`,
          `${own}/voicemail`,
          `${own}/presence?detailedTelephonyState=true`,
          '/restapi/v1.0/account/~/directory/entries',
        ],
      },
    ]);
    expect(hints).toEqual([{ kind: 'gap' }]);
  });

  it.each([
    [['ReadMessages', 'CallControl'], true],
    [['ReadMessages'], false],
    [undefined, false],
  ])('with app permissions %j hears of telephony sessions: %s', async (permissions, wanted) => {
    const { server, world, connect } = await startPush();
    world.permissions = permissions;
    await connect();
    expect(server.asked[0]?.filters.includes(`${own}/telephony/sessions`)).toBe(wanted);
  });

  it('goes without the filters of a permission that is missing', async () => {
    const { server, connect } = await startPush();
    server.behaviour.answer = ({ filters }) =>
      filters.some((filter) => filter.includes('presence'))
        ? { status: 403, body: errorBody('CMN-408', { permissionName: 'ReadPresenceStatus' }) }
        : { status: 200, body: { id: 'subscription-1' } };
    await connect();
    expect(server.asked.map(({ filters }) => filters.length)).toEqual([5, 4]);
  });

  it('goes without what matters least when nobody says which filter is wrong, and remembers', async () => {
    const { server, connect, clock, state, become } = await startPush();
    server.behaviour.answer = ({ filters }) =>
      filters.some((filter) => filter.includes('directory'))
        ? { status: 400, body: errorBody('SUB-508') }
        : { status: 200, body: { id: 'subscription-1' } };
    await connect();
    server.peers[0]?.drop();
    await until(() => state() === 'waiting');
    server.behaviour.greeting = () => [{ type: 'ConnectionDetails' }, { recoveryState: 'Failed' }];
    await clock.advance(2 * second);
    await become('connected');
    expect(server.asked.map(({ filters }) => filters.length)).toEqual([5, 4, 4]);
  });

  it('is given up when nothing at all may be subscribed to', async () => {
    const { server, control, pass, push, tokensAt } = await startPush();
    server.behaviour.answer = () => ({
      status: 403,
      body: errorBody('CMN-401', { permissionName: 'ReadMessages' }),
    });
    control.begin();
    await pass(5 * minute, 5 * second);
    expect(push.getState()).toMatchObject({ state: 'off', reason: { code: 'CMN-401' } });
    expect(tokensAt).toHaveLength(1);
    expect(server.raw.size).toBe(0);
  });
});

describe('without the permission for sockets', () => {
  it('push is off with the reason, and nobody asks again before someone wants to', async () => {
    const { control, world, pass, push, tokensAt, become } = await startPush();
    world.noToken = missing('WebSocket');
    control.begin();
    await pass(60 * minute, minute);
    expect(push.getState()).toEqual({ state: 'off', reason: world.noToken.failure });
    expect(tokensAt).toHaveLength(1);
    world.noToken = undefined;
    push.retry();
    await become('connected');
    expect(tokensAt).toHaveLength(2);
  });

  it('the next sign-in tries again', async () => {
    const { control, world, pass, state, connect } = await startPush();
    world.noToken = missing('WebSocket');
    control.begin();
    await pass(2 * second);
    expect(state()).toBe('off');
    world.noToken = undefined;
    await connect();
  });
});

describe('a socket token', () => {
  it('is asked for again at the time RingCentral names, not before, whoever presses', async () => {
    const { control, world, clock, pass, push, tokensAt, become } = await startPush();
    world.noToken = {
      kind: 'refused',
      status: 429,
      failure: failure('rate-limited', 'rate.limited', { retry: { afterMs: 90 * second } }),
    };
    control.begin();
    await pass(2 * second);
    const refusedAt = tokensAt[0] ?? 0;
    expect(push.getState()).toMatchObject({
      state: 'waiting',
      retryAt: refusedAt + 90 * second,
      reason: { message: 'rate.limited' },
    });
    world.noToken = undefined;
    push.retry();
    await clock.advance(refusedAt + 90 * second - 1 - clock.now());
    expect(tokensAt).toHaveLength(1);
    await clock.advance(1);
    await become('connected');
    expect(tokensAt).toEqual([refusedAt, refusedAt + 90 * second]);
  });

  it('is asked for twice a minute at most, however often the socket drops and someone presses', async () => {
    const { server, control, pass, push, tokensAt } = await startPush();
    server.behaviour.greeting = (peer) => {
      setImmediate(peer.drop);
      return [{ type: 'ConnectionDetails' }, {}];
    };
    control.begin();
    for (let n = 0; n < 300; n += 1) {
      await pass(second);
      push.retry();
    }
    expect(tokensAt.length).toBeGreaterThan(5);
    for (const at of tokensAt)
      expect(tokensAt.filter((other) => other >= at && other < at + minute).length).toBeLessThan(3);
  });

  it('is not taken to a host that is not the account’s', async () => {
    const { control, world, pass, push, server, tokensAt } = await startPush();
    world.socketUrl = 'ws://sockets.example/ws';
    control.begin();
    await pass(10 * minute, minute);
    expect(push.getState()).toMatchObject({
      state: 'off',
      reason: { message: 'network.not-ringcentral' },
    });
    expect(tokensAt).toHaveLength(1);
    expect(server.raw.size).toBe(0);
  });

  it('that cannot be read is no reason to stop', async () => {
    const { control, world, pass, push, become } = await startPush();
    world.noToken = { kind: 'unknown', failure: failure('offline', 'server.error') };
    control.begin();
    await pass(2 * second);
    expect(push.getState()).toMatchObject({
      state: 'waiting',
      reason: { message: 'server.error' },
    });
    world.noToken = undefined;
    await pass(2 * second);
    await become('connected');
  });
});

describe('while RingCentral cannot be reached', () => {
  it('nobody asks, and as soon as it can, push is back', async () => {
    const { connect, server, clock, pass, setConnection, tokensAt, become, push } =
      await startPush();
    await connect();
    setConnection({ state: 'offline', cause: 'network', sinceAt: clock.now() });
    server.peers[0]?.drop();
    await become('waiting');
    await pass(10 * minute, 10 * second);
    expect(tokensAt).toHaveLength(1);
    expect(push.getState()).toMatchObject({ state: 'waiting', reason: { kind: 'offline' } });
    setConnection({ state: 'online' });
    await pass(second);
    await become('connected');
    expect(tokensAt).toHaveLength(2);
  });
});

describe('when the session is over', () => {
  it('push tries no more than three times, until someone signs in', async () => {
    const { server, control, pass, push, tokensAt, connect } = await startPush();
    server.behaviour.refuseWith = { status: 401 };
    control.begin();
    await pass(30 * minute, 2 * second);
    expect(push.getState()).toMatchObject({ state: 'off', reason: { kind: 'auth' } });
    expect(tokensAt).toHaveLength(3);
    server.behaviour.refuseWith = undefined;
    await connect();
  });

  it('a signed-out user’s socket is closed, and what can be recovered is forgotten', async () => {
    const { server, control, connect, push, pass, tokensAt } = await startPush();
    await connect();
    control.end();
    expect(push.getState()).toEqual({ state: 'off' });
    await until(() => server.raw.size === 0);
    await pass(5 * minute, minute);
    expect(tokensAt).toHaveLength(1);
    push.retry();
    expect(push.getState()).toEqual({ state: 'off' });
    await connect();
    expect(server.peers[1]?.query.has('wsc')).toBe(false);
  });
});

/** The timers of libraries, which know nothing of our clock; those that still run. */
function watchTimers(): ReadonlySet<unknown> {
  const running = new Set<unknown>();
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const set = globalThis[name];
    vi.spyOn(globalThis, name).mockImplementation((work: () => void, ms?: number) => {
      const timer = set(() => {
        if (name === 'setTimeout') running.delete(timer);
        work();
      }, ms);
      running.add(timer);
      return timer;
    });
  }
  for (const name of ['clearTimeout', 'clearInterval'] as const) {
    const clear = globalThis[name];
    vi.spyOn(globalThis, name).mockImplementation((timer) => {
      running.delete(timer);
      clear(timer);
    });
  }
  return running;
}

describe('stopping', () => {
  it.each([
    ['connected', {}, 'connected'],
    ['waiting for the first frame', { greeting: undefined }, 'connecting'],
    ['waiting for the handshake', { isDeaf: true }, 'connecting'],
    ['subscribing', { answer: () => undefined }, 'connecting'],
  ] as const)('while %s leaves no socket and no timer', async (_, behaviour, state) => {
    const world = await startPush();
    const timers = watchTimers();
    Object.assign(world.server.behaviour, behaviour);
    world.control.begin();
    await world.clock.advance(second);
    await until(() => world.server.raw.size === 1);
    await world.become(state);
    if (state === 'connecting' && 'answer' in behaviour)
      await until(() => world.server.asked.length === 1);
    world.control.stop();
    await until(() => world.server.raw.size === 0);
    world.scheduler.stop();
    expect(world.clock.waiting).toBe(0);
    expect(world.listeners.size).toBe(0);
    await settled();
    expect(timers.size).toBe(0);
    world.control.begin();
    expect(world.push.getState()).toEqual({ state: 'off' });
    expect(world.clock.waiting).toBe(0);
  });

  it('while waiting for the next attempt, too', async () => {
    const { world, control, clock, become } = await startPush();
    world.noToken = { kind: 'unknown', failure: failure('offline', 'server.error') };
    control.begin();
    await clock.advance(second);
    await become('waiting');
    control.stop();
    expect(clock.waiting).toBe(0);
  });
});
