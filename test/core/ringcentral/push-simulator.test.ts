import { describe, expect, it, onTestFinished } from 'vitest';
import type { PushHint } from '../../../main/core/ringcentral/api.ts';
import type { ManualClock } from '../support/manual-clock.ts';
import { credentialsOf, ping, start, until } from './harness.ts';

const second = 1_000;
const minute = 60_000;
const maria = '+15125550134';

/** The client with push, before the simulator. */
async function signIn() {
  const world = await start();
  const { client, clock, simulator } = world;
  const hints: PushHint[] = [];
  client.push.onHint((hint) => void hints.push(hint));
  const outcome = await client.signIn(credentialsOf(simulator));
  expect(outcome.kind).toBe('ok');
  onTestFinished(() => {
    expect(world.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
  const state = () => client.push.getState().state;
  const connect = async (): Promise<void> => {
    await clock.advance(second);
    await until(() => state() === 'connected');
    hints.length = 0;
  };
  return { ...world, hints, state, connect };
}

/** Turns the clock slowly enough for what goes over sockets meanwhile. */
async function passUntil(clock: ManualClock, isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await clock.advance(500);
}

describe('push before RingCentral', () => {
  it('connects after a sign-in and hears texts, voicemails and calls', async () => {
    const { simulator, hints, connect, clock } = await signIn();
    await connect();
    simulator.account.receiveText({ from: maria, text: 'Is the rate locked?' });
    await until(() => hints.some(({ kind }) => kind === 'messages'));
    simulator.account.receiveVoicemail(maria, 12);
    await until(() => hints.some(({ kind }) => kind === 'voicemail'));
    simulator.account.receiveCall({ from: maria, outcome: 'missed', ringMs: 3 * second });
    await until(() => hints.some((hint) => hint.kind === 'telephony' && !hint.isIdle));
    await passUntil(clock, () => hints.some((hint) => hint.kind === 'telephony' && hint.isIdle));
    for (const hint of hints) expect(JSON.stringify(hint)).not.toContain('rate');
  });

  it('takes up a stored session by itself', async () => {
    const first = await signIn();
    first.client.stop();
    const { client, clock } = await start({ simulator: first.simulator, vault: first.vault });
    expect(await client.resume()).toBe(true);
    await clock.advance(second);
    await until(() => client.push.getState().state === 'connected');
  });

  it('comes back with what was missed when the network was away', async () => {
    const { simulator, hints, connect, clock, state } = await signIn();
    await connect();
    await simulator.goDown();
    await until(() => state() === 'waiting');
    simulator.account.receiveText({ from: maria, text: 'Still there?' });
    await clock.advance(30 * second);
    await simulator.comeBack();
    await passUntil(clock, () => state() === 'connected');
    await until(() => hints.some(({ kind }) => kind === 'messages'));
    expect(hints).toContainEqual({ kind: 'gap' });
  });

  it('subscribes anew when it was away for too long', async () => {
    const { simulator, hints, connect, clock, state } = await signIn();
    await connect();
    await simulator.goDown();
    await until(() => state() === 'waiting');
    await clock.advance(10 * minute);
    await simulator.comeBack();
    await passUntil(clock, () => state() === 'connected');
    expect(hints).toContainEqual({ kind: 'gap' });
    hints.length = 0;
    simulator.account.receiveText({ from: maria, text: 'And now?' });
    await until(() => hints.some(({ kind }) => kind === 'messages'));
  });

  it('asks for nothing inside an Auth penalty, and a refresh is possible after it', async () => {
    const { simulator, client, clock, socketTokens, departures } = await signIn();
    simulator.faults.add({
      path: '/restapi/oauth/wstoken',
      times: 1,
      status: 429,
      errorCode: 'CMN-301',
      headers: { 'Retry-After': '60', 'X-Rate-Limit-Group': 'auth' },
    });
    await clock.advance(second);
    await until(() => client.push.getState().state === 'waiting');
    const refusedAt = socketTokens[0]?.at ?? 0;
    const toAuth = () => departures.filter(({ path }) => path.startsWith('/restapi/oauth/'));
    const before = toAuth().length;
    for (let n = 0; n < 58; n += 1) {
      client.push.retry();
      await clock.advance(second);
    }
    expect(socketTokens).toHaveLength(1);
    expect(toAuth()).toHaveLength(before);
    await passUntil(clock, () => client.push.getState().state === 'connected');
    expect(socketTokens[1]?.at).toBeGreaterThanOrEqual(refusedAt + minute);
    await clock.sleep(61 * minute);
    expect((await ping(client)).kind).toBe('ok');
    expect(toAuth().length).toBeGreaterThan(before);
  });

  it('is off without the app’s permission, with its name', async () => {
    const { simulator, client, clock, socketTokens, state } = await signIn();
    const app = simulator.account.state.client;
    Object.assign(app, { permissions: app.permissions.filter((each) => !/WebSocket/.test(each)) });
    await clock.advance(second);
    await until(() => state() === 'off');
    expect(client.push.getState()).toMatchObject({
      reason: { message: 'permission.app-missing', params: { permission: 'WebSocket' } },
    });
    for (let n = 0; n < 60; n += 1) await clock.advance(minute);
    expect(socketTokens).toHaveLength(1);
  });

  it('ends with a session that an administrator ended', async () => {
    const { simulator, client, connect, clock, socketTokens } = await signIn();
    await connect();
    let isExpired = false;
    client.onExpired(() => {
      isExpired = true;
    });
    simulator.account.revokeSessions();
    await passUntil(clock, () => isExpired);
    expect(client.push.getState()).toEqual({ state: 'off' });
    const asked = socketTokens.length;
    for (let n = 0; n < 10; n += 1) await clock.advance(minute);
    expect(socketTokens).toHaveLength(asked);
    expect((await client.signIn(credentialsOf(simulator))).kind).toBe('ok');
    await clock.advance(second);
    await until(() => client.push.getState().state === 'connected');
  });

  it('ends with signing out', async () => {
    const { client, connect, state, clock, socketTokens } = await signIn();
    await connect();
    await client.signOut();
    expect(state()).toBe('off');
    await clock.advance(10 * minute);
    expect(socketTokens).toHaveLength(1);
  });
});
