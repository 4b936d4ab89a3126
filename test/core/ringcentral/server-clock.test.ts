import { describe, expect, it } from 'vitest';
import { createServerClock } from '../../../main/core/ringcentral/server-clock.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { credentialsOf, ping, start, startSignedIn } from './harness.ts';

const minute = 60_000;
const wrongJwt = { method: 'jwt', jwt: 'e30.e30.e30' } as const;

describe('this computer’s clock', () => {
  it.each([
    [60 * minute, 60],
    [-90 * minute, 90],
    [6 * minute, 6],
  ])('is blamed for a refused JWT when it is %i ms off', async (skewMs, minutes) => {
    const { client, simulator } = await start();
    simulator.account.rules.clockSkewMs = skewMs;
    expect(await client.signIn(credentialsOf(simulator, wrongJwt))).toMatchObject({
      kind: 'refused',
      failure: { kind: 'auth', message: 'session.clock-off', params: { minutes } },
    });
  });

  it.each([0, 4 * minute, -4 * minute])('is not when it is %i ms off', async (skewMs) => {
    const { client, simulator } = await start();
    simulator.account.rules.clockSkewMs = skewMs;
    const outcome = await client.signIn(credentialsOf(simulator, wrongJwt));
    expect(outcome).toMatchObject({ failure: { message: 'session.jwt-refused' } });
  });

  it('is not blamed for what has nothing to do with time', async () => {
    const { client, simulator } = await start();
    simulator.account.rules.clockSkewMs = 60 * minute;
    const credentials = { ...credentialsOf(simulator), clientId: 'nobody' };
    const outcome = await client.signIn(credentials);
    expect(outcome).toMatchObject({ failure: { message: 'session.client-refused' } });
  });

  it('does not keep anybody out by itself', async () => {
    const { client, simulator } = await startSignedIn();
    simulator.account.rules.clockSkewMs = 60 * minute;
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
    expect(await client.signIn(credentialsOf(simulator))).toMatchObject({ kind: 'ok' });
  });

  it('is compared with every answer, and a change of a minute is told', async () => {
    const { client, simulator } = await start();
    expect(client.getClockAheadMs()).toBeUndefined();
    let told = 0;
    client.onStatus(() => (told += 1));
    await client.signIn(credentialsOf(simulator));
    expect(client.getClockAheadMs()).toBe(0);
    const before = told;
    const meet = async (skewMs: number) => {
      simulator.account.rules.clockSkewMs = skewMs;
      await ping(client);
      return { ahead: client.getClockAheadMs(), told: told - before };
    };
    expect(await meet(-30_000)).toEqual({ ahead: 29_000, told: 0 });
    expect(await meet(-10 * minute)).toEqual({ ahead: 10 * minute - 1_000, told: 1 });
    expect(await meet(-10 * minute - 20_000)).toMatchObject({ told: 1 });
    expect(await meet(0)).toEqual({ ahead: 0, told: 2 });
  });
});

describe('the clock of an answer', () => {
  const startAlone = () => {
    const clock = new ManualClock(1_000_000);
    return { clock, server: createServerClock(clock) };
  };
  const headers = (at: number, more: Record<string, string> = { RCRequestId: 'abc' }) =>
    new Headers({ Date: new Date(at).toUTCString(), ...more });

  it('counts only when it is RingCentral’s and can be read', () => {
    const { server } = startAlone();
    server.hear(headers(0, {}), 1_000_000);
    server.hear(new Headers({ RCRequestId: 'abc' }), 1_000_000);
    server.hear(new Headers({ RCRequestId: 'abc', Date: 'soon' }), 1_000_000);
    // A proxy had it in its cache.
    server.hear(headers(0, { RCRequestId: 'abc', Age: '1000' }), 1_000_000);
    server.hear(headers(0, { RCRequestId: 'abc', 'X-Cache': 'HIT from proxy' }), 1_000_000);
    expect(server.getAheadMs()).toBeUndefined();
  });

  it('was looked at somewhere on the way: a slow answer is no wrong clock', async () => {
    const { clock, server } = startAlone();
    await clock.advance(90_000);
    server.hear(headers(1_000_000), 1_000_000);
    expect(server.getAheadMs()).toBe(0);
    server.hear(headers(1_090_000), 1_000_000);
    expect(server.getAheadMs()).toBe(0);
    server.hear(headers(1_150_000), 1_000_000);
    expect(server.getAheadMs()).toBe(-60_000);
    server.hear(headers(900_000), 1_000_000);
    expect(server.getAheadMs()).toBe(99_000);
  });

  it('is read although ours was put back while the answer was on its way', () => {
    const { server } = startAlone();
    server.hear(headers(1_000_000), 4_600_000);
    expect(server.getAheadMs()).toBe(0);
  });
});
