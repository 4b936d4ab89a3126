import { describe, expect, it } from 'vitest';
import type { ActiveCall, CallQuestion } from '../../../shared/model/calls.ts';
import { passUntil, startSignedIn, until } from '../support/core-world.ts';

const stranger = '+19075550141';
const busy = '+19075550190';
/** It is early in Alaska when these begin, and an hour earlier on its farthest islands. */
const confirmed: CallQuestion[] = ['quiet-hours'];

describe('a call, from the dialer to the history', () => {
  it('rings, connects, ends, and is one line when its records have come', async () => {
    const { call, clock, get, simulator } = await startSignedIn({ talk: 4_000 });
    const recordsBefore = simulator.account.calls.length;
    const number = '(907) 555-0141';
    expect(await call('calls.dial', { number })).toMatchObject({
      failure: { kind: 'conflict', message: 'call.quiet-hours', retry: 'user' },
    });
    const reason = 'They asked me to call';
    const { callId } = await get('calls.dial', { number, confirmed, reason });
    const seen: ActiveCall[] = [];
    await passUntil(clock, async () => {
      const [active] = await get('calls.list-active', undefined);
      if (active) seen.push(active);
      expect(active?.endedAt).toBeDefined();
    });
    const states = [...new Set(seen.map(({ state }) => state))];
    expect(states.filter((state) => state !== 'requesting')).toEqual([
      'ringing-you',
      'ringing-them',
      'connected',
      'ended',
    ]);
    await passUntil(clock, () =>
      expect(simulator.account.calls.length).toBeGreaterThan(recordsBefore),
    );
    // Long enough for both looks into the call log.
    for (let step = 0; step < 30; step += 1) await clock.advance(2_000);
    await until(async () => {
      const { items } = await get('calls.list', { limit: 200 });
      expect(items.filter(({ party }) => party.number === stranger)).toMatchObject([
        {
          id: callId,
          direction: 'outbound',
          outcome: 'connected',
          failure: undefined,
          // What was decided outlives the merging with RingCentral's records.
          decision: { questions: confirmed, reason, zone: 'America/Adak', clockTime: '06:00' },
        },
      ]);
    });
    expect(await get('calls.list-active', undefined)).toEqual([]);
  });

  it('says why nobody could be reached', async () => {
    const { clock, get } = await startSignedIn();
    await get('calls.dial', { number: busy, confirmed });
    const call = await passUntil(clock, async () => {
      const [active] = await get('calls.list-active', undefined);
      expect(active?.endedAt).toBeDefined();
      return active;
    });
    expect(call).toMatchObject({ state: 'failed', failure: { message: 'call.busy' } });
  });

  it('is taken back by Cancel while the own phone rings', async () => {
    const { get, call, simulator } = await startSignedIn();
    const { callId } = await get('calls.dial', { number: stranger, confirmed });
    await until(async () => {
      const [active] = await get('calls.list-active', undefined);
      expect(active?.state).toBe('ringing-you');
    });
    expect(await call('calls.cancel', { callId })).toMatchObject({ ok: true });
    expect((await get('calls.list-active', undefined))[0]).toMatchObject({ state: 'cancelled' });
    await until(async () =>
      expect((await get('calls.list', { limit: 1 })).items[0]).toMatchObject({
        id: callId,
        outcome: 'cancelled',
      }),
    );
    const records = simulator.account.calls.filter(({ to }) => to.phoneNumber === stranger);
    expect(records.map(({ result }) => result)).not.toContain('Call connected');
  });

  it('is never placed twice when no answer comes, and is found in the call log', async () => {
    const { clock, get, simulator } = await startSignedIn({ talk: 4_000 });
    simulator.faults.add({ method: 'POST', path: '/ring-out', reset: 'after-accept', times: 1 });
    const { callId } = await get('calls.dial', { number: stranger, confirmed });
    await until(async () => {
      const [active] = await get('calls.list-active', undefined);
      expect(active).toMatchObject({
        state: 'unknown',
        failure: { message: 'call.outcome-unknown' },
      });
    });
    const row = await passUntil(
      clock,
      async () => {
        const { items } = await get('calls.list', { limit: 200 });
        const lines = items.filter(({ party }) => party.number === stranger);
        expect(lines[0]?.outcome).toBe('connected');
        return lines;
      },
      2_000,
    );
    expect(row).toMatchObject([{ id: callId, failure: undefined }]);
  });

  it('is refused with the time when calling resumes, inside a penalty', async () => {
    const { clock, get, call, simulator } = await startSignedIn();
    simulator.faults.add({
      method: 'POST',
      path: '/ring-out',
      status: 429,
      errorCode: 'CMN-301',
      times: 1,
      headers: {
        'retry-after': '60',
        'x-rate-limit-group': 'heavy',
      },
    });
    await get('calls.dial', { number: stranger, confirmed });
    await until(async () => {
      const [active] = await get('calls.list-active', undefined);
      expect(active).toMatchObject({ state: 'failed', failure: { kind: 'rate-limited' } });
    });
    await clock.advance(3_000);
    expect(await call('calls.dial', { number: stranger, confirmed })).toMatchObject({
      failure: { message: 'call.paused', params: { resumesAt: expect.any(Number) } },
    });
    await clock.advance(60_000);
    expect(await call('calls.dial', { number: stranger, confirmed })).toMatchObject({ ok: true });
  });
});
