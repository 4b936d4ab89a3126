import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { until } from './harness.ts';
import { startPush } from './push-harness.ts';
import { connectionDetails, eventFrame } from './push-server.ts';

const second = 1_000;
const minute = 60_000;

describe('a connection that drops', () => {
  it('is recovered with its own token and a new one to open, and hears what was missed', async () => {
    const { server, connect, hints, clock, become, push, tokensAt } = await startPush();
    await connect();
    server.behaviour.buffered = [
      [...eventFrame('/voicemail', {})],
      [...eventFrame('/message-store', {})],
    ];
    server.peers[0]?.drop();
    await become('waiting');
    expect(push.getState()).toMatchObject({ retryAt: clock.now() + 2 * second });
    await clock.advance(2 * second - 1);
    expect(tokensAt).toHaveLength(1);
    await clock.advance(1);
    await become('connected');
    expect(tokensAt).toHaveLength(2);
    expect(server.peers[1]?.query.get('wsc')).toBe('wsc-1');
    expect(server.asked).toHaveLength(1);
    expect(hints).toEqual([{ kind: 'voicemail' }, { kind: 'messages' }, { kind: 'gap' }]);
  });

  it('is recovered with the newest token the server gave', async () => {
    const { server, connect, clock, become, heard } = await startPush();
    await connect();
    const wsc = { token: 'wsc-newer', sequence: 9 };
    server.peers[0]?.send([{ type: 'ServerNotification', wsc }, {}]);
    await heard();
    server.peers[0]?.drop();
    await become('waiting');
    await clock.advance(2 * second);
    await become('connected');
    expect(server.peers[1]?.query.get('wsc')).toBe('wsc-newer');
  });

  it('whose recovery fails subscribes anew on the same socket, and asks for a sync', async () => {
    const { server, connect, hints, clock, become } = await startPush();
    await connect();
    server.behaviour.greeting = () =>
      connectionDetails({ recoveryState: 'Failed', recoveryErrorCode: 'WSG-1005' }, 'wsc-2');
    server.behaviour.answer = () => ({ status: 200, body: { id: 'subscription-2' } });
    server.peers[0]?.drop();
    await become('waiting');
    await clock.advance(2 * second);
    await become('connected');
    expect(server.peers).toHaveLength(2);
    expect(server.asked).toHaveLength(2);
    expect(hints).toEqual([{ kind: 'gap' }]);
    server.peers[1]?.event('/voicemail', {}, { subscriptionId: 'subscription-1' });
    server.peers[1]?.event('/message-store', {}, { subscriptionId: 'subscription-2' });
    await until(() => hints.length === 2);
    expect(hints[1]).toEqual({ kind: 'messages' });
  });

  it('for longer than can be recovered begins anew', async () => {
    const { server, connect, clock, become, pass, setConnection } = await startPush();
    await connect();
    setConnection({ state: 'offline', cause: 'network', sinceAt: clock.now() });
    server.peers[0]?.drop();
    await become('waiting');
    await pass(181 * second);
    setConnection({ state: 'online' });
    await pass(second);
    await become('connected');
    expect(server.peers[1]?.query.has('wsc')).toBe(false);
    expect(server.asked).toHaveLength(2);
  });

  it('is not recovered twice with what the server called malformed', async () => {
    const { server, connect, clock, become, pass } = await startPush();
    await connect();
    server.behaviour.greeting = ({ query }) =>
      query.has('wsc')
        ? [{ type: 'Error', status: 400 }, { errorCode: 'WSG-400' }]
        : connectionDetails();
    server.peers[0]?.drop();
    await become('waiting');
    await clock.advance(2 * second);
    await until(() => server.peers.length === 2);
    await pass(2 * minute);
    await become('connected');
    expect(server.peers.map(({ query }) => query.has('wsc'))).toEqual([false, true, false]);
  });

  it('waits longer each time, to a minute, and little again once one held', async () => {
    const { server, control, pass, tokensAt, clock, become } = await startPush();
    server.behaviour.refuseWith = { status: 503 };
    control.begin();
    await pass(8 * minute, 500);
    const waits = tokensAt.slice(1).map((at, index) => at - (tokensAt[index] ?? 0));
    expect(waits.slice(0, 6)).toEqual([2, 58, 8, 52, 32, 60].map((each) => each * second));
    server.behaviour.refuseWith = undefined;
    await pass(minute);
    await become('connected');
    await pass(2 * minute);
    const before = clock.now();
    server.peers.at(-1)?.drop();
    await become('waiting');
    await pass(2 * second);
    await become('connected');
    expect(clock.now() - before).toBeLessThan(4 * second);
  });

  it('is not held up by a time to come back of before the clock was put back', async () => {
    const { control, world, clock, pass, become, server, tokensAt, push } = await startPush();
    world.noToken = {
      kind: 'refused',
      status: 429,
      failure: failure('rate-limited', 'rate.limited', { retry: { afterMs: 30 * second } }),
    };
    control.begin();
    await pass(2 * second);
    world.noToken = undefined;
    await pass(30 * second);
    await become('connected');
    clock.jumpedMs = -60 * minute;
    server.peers[0]?.drop();
    await become('waiting');
    await pass(40 * second);
    await become('connected');
    expect(tokensAt).toHaveLength(3);
    expect(push.getState()).toMatchObject({ state: 'connected' });
  });

  it('and is refused with a time to come back waits for it', async () => {
    const { server, control, push, clock, become } = await startPush();
    server.behaviour.refuseWith = { status: 503, headers: 'Retry-After: 240\r\n' };
    control.begin();
    await clock.advance(second);
    await become('waiting');
    expect(push.getState()).toMatchObject({ retryAt: clock.now() + 240 * second });
  });

  it.each(['WSG-902', 'WSG-903'])('because of %s comes back', async (errorCode) => {
    const { server, connect, clock, become, push } = await startPush();
    await connect();
    server.peers[0]?.send([{ type: 'Error', status: 408 }, { errorCode }]);
    server.peers[0]?.drop();
    await become('waiting');
    expect(push.getState()).toMatchObject({ reason: { code: errorCode } });
    await clock.advance(2 * second);
    await become('connected');
  });
});

describe('a socket', () => {
  it('is asked for life after half a minute of silence, and kept when it answers', async () => {
    const { server, connect, pass, clock, state } = await startPush();
    await connect();
    await clock.advance(30 * second - 1);
    expect(server.peers[0]?.heartbeats()).toBe(0);
    await clock.advance(1);
    await until(() => server.peers[0]?.heartbeats() === 1);
    await pass(10 * minute);
    expect(server.peers[0]?.heartbeats()).toBeGreaterThan(15);
    expect(server.peers).toHaveLength(1);
    expect(state()).toBe('connected');
  });

  it('with much to say is told now and then that someone listens', async () => {
    const { server, connect, pass, heard } = await startPush();
    await connect();
    for (let n = 0; n < 100; n += 1) {
      await pass(20 * second, 10 * second);
      await heard();
    }
    expect(server.peers[0]?.heartbeats()).toBeGreaterThan(1);
    expect(server.peers[0]?.heartbeats()).toBeLessThan(5);
  });

  it('that says nothing is given up ten seconds later', async () => {
    const { server, connect, clock, state, become, push } = await startPush();
    await connect();
    server.behaviour.answersHeartbeats = false;
    await clock.advance(30 * second);
    await until(() => server.peers[0]?.heartbeats() === 1);
    await clock.advance(10 * second - 1);
    expect(state()).toBe('connected');
    await clock.advance(1);
    expect(push.getState()).toMatchObject({ state: 'waiting', reason: { code: 'silent' } });
    await until(() => server.raw.size === 0);
    await clock.advance(20 * second);
    await become('connected');
    expect(server.peers).toHaveLength(2);
  });

  it('of a computer that slept is asked at once, and when it is dead a new one begins anew', async () => {
    const { server, connect, clock, become, hints } = await startPush();
    await connect();
    server.behaviour.answersHeartbeats = false;
    await clock.sleep(8 * 60 * minute);
    await until(() => server.peers[0]?.heartbeats() === 1);
    await clock.advance(10 * second);
    await become('waiting');
    await clock.advance(2 * second);
    await become('connected');
    expect(server.peers[1]?.query.has('wsc')).toBe(false);
    expect(hints).toEqual([{ kind: 'gap' }]);
  });

  it('that only seems to be there is looked at when someone presses', async () => {
    const { server, connect, clock, state, push, tokensAt } = await startPush();
    await connect();
    push.retry();
    push.retry();
    await until(() => server.peers[0]?.heartbeats() === 1);
    await clock.advance(20 * second);
    expect(state()).toBe('connected');
    expect(tokensAt).toHaveLength(1);
  });

  it.each([
    ['never opens', { isDeaf: true }],
    ['opens and says nothing', { greeting: undefined }],
    ['never answers the subscription', { answer: () => undefined }],
  ])('that %s is given up after twenty seconds', async (_, behaviour) => {
    const { server, control, clock, become, push } = await startPush();
    Object.assign(server.behaviour, behaviour);
    control.begin();
    await clock.advance(second);
    await until(() => server.raw.size === 1);
    if ('answer' in behaviour) await until(() => server.asked.length === 1);
    await clock.advance(20 * second);
    await become('waiting');
    expect(push.getState()).toMatchObject({ state: 'waiting', reason: { code: 'timeout' } });
    await until(() => server.raw.size === 0);
  });
});

describe('what is no event', () => {
  const garbage: readonly (string | Buffer)[] = [
    'hello',
    '{',
    '',
    '[]',
    '{}',
    'null',
    '[null,{}]',
    '[{"type":5},{}]',
    '[{"type":"ServerNotification"}]',
    '[{"type":"ServerNotification"},{"uuid":"u","event":5}]',
    '[{"type":"Surprise"},{}]',
    '[{"type":"ClientRequest","messageId":"nobody-asked","status":200},{}]',
    '[{"type":"ConnectionDetails","status":200},{"recoveryState":"Failed"}]',
    '[{"type":"Error"},"?"]',
    `[{"type":"ServerNotification"},"${'x'.repeat(2_000_000)}"]`,
    Buffer.from([0, 255, 17]),
  ];

  it('changes nothing, and what comes after it is heard', async () => {
    const { server, connect, hints, heard, state, log } = await startPush();
    await connect();
    for (const frame of garbage) server.peers[0]?.send(frame);
    await heard();
    expect(state()).toBe('connected');
    expect(hints).toEqual([]);
    expect(server.peers).toHaveLength(1);
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    expect(JSON.stringify(log.lines)).not.toContain('hello');
  });

  it('cannot come of a text that looks like a frame of another kind', async () => {
    const { server, connect, hints } = await startPush();
    await connect();
    server.peers[0]?.event('/message-store/instant?type=SMS', { subject: 'a ,--Boundary b' });
    await until(() => hints.length === 1);
    expect(hints).toEqual([{ kind: 'messages' }]);
  });
});
