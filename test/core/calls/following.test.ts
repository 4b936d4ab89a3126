import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { CallId, E164 } from '../../../shared/model/ids.ts';
import { later, noAnswer, notSent, ringing, status } from '../support/fake-client.ts';
import { settled } from '../support/manual-clock.ts';
import { connected, gone, makeCalls, ringingThem } from './harness.ts';

describe('a call that does not come about', () => {
  it.each([
    ['refused', { kind: 'refused', status: 403, failure: failure('rejected', 'call.blocked') }],
    ['not sent', notSent],
  ] as const)(
    'has failed when it was %s, with the words and the number kept',
    async (_, outcome) => {
      const world = makeCalls();
      world.client.answerPlace = outcome;
      await world.dial({ number: '212-555-0142' });
      expect(world.active()).toMatchObject({
        state: 'failed',
        typed: '212-555-0142',
        canCancel: false,
        failure: outcome.failure,
      });
      expect(await world.rows()).toMatchObject([{ outcome: 'failed', failure: outcome.failure }]);
      await world.clock.advance(600_000);
      expect(world.client.placed).toHaveLength(1);
    },
  );

  it('is unknown when no answer came, and is never dialled again', async () => {
    const world = makeCalls();
    world.client.answerPlace = noAnswer;
    await world.dial();
    expect(world.active()).toMatchObject({
      state: 'unknown',
      failure: {
        message: 'call.outcome-unknown',
        retry: 'never',
      },
    });
    expect(await world.rows()).toMatchObject([{ outcome: 'unknown' }]);
    expect(world.world.expected).toBe(1);
    await world.clock.advance(600_000);
    expect(world.client.placed).toHaveLength(1);
    expect(world.client.polled).toEqual([]);
  });

  it('says so when nobody answered a call that was cancelled meanwhile', async () => {
    const world = makeCalls();
    const answer = later<typeof noAnswer>();
    world.client.answerPlace = () => answer.outcome;
    await world.dial();
    await world.calls.cancel(world.active()?.id as CallId);
    answer.give(noAnswer);
    await settled();
    expect(world.active()).toMatchObject({
      state: 'unknown',
      failure: { message: 'call.cancel-unknown', retry: 'never' },
    });
  });

  it.each([
    [status('CannotReach', 'Success', 'Busy'), 'busy', 'call.busy'],
    [status('CannotReach', 'NoAnswer', 'InProgress'), 'no-answer', 'call.you-no-answer'],
  ])('tells %# why', async (answer, outcome, message) => {
    const world = makeCalls();
    await world.dial();
    world.client.answerStatus = answer;
    await world.clock.advance(2_500);
    expect(world.active()).toMatchObject({ state: 'failed', failure: { message } });
    expect(await world.rows()).toMatchObject([{ outcome, failure: { message } }]);
  });
});

describe('a status that is gone', () => {
  it('means that a connected call has ended', async () => {
    const world = makeCalls();
    world.client.answerPlace = connected;
    await world.dial();
    world.client.answerStatus = gone;
    await world.clock.advance(5_000);
    expect(world.active()).toMatchObject({ state: 'ended', failure: undefined });
    expect(await world.rows()).toMatchObject([{ outcome: 'connected', durationSeconds: 5 }]);
  });

  it('leaves the outcome to the call log when nobody was seen to answer', async () => {
    const world = makeCalls();
    await world.dial();
    world.client.answerStatus = gone;
    await world.clock.advance(2_500);
    expect(world.active()).toMatchObject({ state: 'ended' });
    expect(await world.rows()).toMatchObject([{ outcome: 'unknown', failure: undefined }]);
  });

  it('is told apart from a network that is away: the call goes on', async () => {
    const world = makeCalls();
    await world.dial();
    world.client.answerStatus = notSent;
    await world.clock.advance(60_000);
    expect(world.active()).toMatchObject({ state: 'ringing-you' });
    world.client.answerStatus = connected;
    await world.clock.advance(5_000);
    expect(world.active()).toMatchObject({ state: 'connected' });
    world.client.answerStatus = noAnswer;
    await world.clock.advance(300_000);
    expect(world.active()).toBeDefined();
    await world.clock.advance(10_000);
    expect(await world.rows()).toMatchObject([{ outcome: 'unknown' }]);
  });
});

describe('cancelling', () => {
  it('takes the call back while the user’s own phone rings', async () => {
    const world = makeCalls();
    const callId = (await world.dial()) as CallId;
    expect(await world.calls.cancel(callId)).toEqual({ ok: true, value: undefined });
    await settled();
    expect(world.client.cancelled).toEqual(['ring-out-1']);
    expect(world.active()).toMatchObject({ state: 'cancelled', canCancel: false });
    expect(await world.rows()).toMatchObject([{ outcome: 'cancelled', failure: undefined }]);
  });

  it('waits for RingCentral’s id when it is pressed before there is one', async () => {
    const world = makeCalls();
    const answer = later<typeof ringing>();
    world.client.answerPlace = () => answer.outcome;
    const callId = (await world.dial()) as CallId;
    expect(await world.calls.cancel(callId)).toMatchObject({ ok: true });
    expect(world.active()).toMatchObject({ canCancel: false });
    expect(await world.calls.cancel(callId)).toMatchObject({ ok: true });
    expect(world.client.cancelled).toEqual([]);
    answer.give(ringing);
    await settled();
    expect(world.client.cancelled).toEqual(['ring-out-1']);
    expect(world.active()).toMatchObject({ state: 'cancelled' });
  });

  it('keeps a request that still waits from leaving', async () => {
    const world = makeCalls();
    world.client.isWaiting = true;
    const callId = (await world.dial()) as CallId;
    expect(world.active()).toMatchObject({ state: 'requesting', canCancel: true });
    expect(await world.calls.cancel(callId)).toEqual({ ok: true, value: undefined });
    await settled();
    expect(world.active()).toMatchObject({ state: 'cancelled', failure: undefined });
    expect(await world.rows()).toMatchObject([{ outcome: 'cancelled', failure: undefined }]);
    expect(world.activities()).toEqual([{ kind: 'call', outcome: 'cancelled' }]);
    expect(world.client.cancelled).toEqual([]);
  });

  it('is refused once the other side rings', async () => {
    const world = makeCalls();
    world.client.answerPlace = ringingThem;
    const callId = (await world.dial()) as CallId;
    expect(await world.calls.cancel(callId)).toMatchObject({
      failure: { message: 'call.cannot-cancel' },
    });
    expect(world.client.cancelled).toEqual([]);
  });

  it('goes on with the call when RingCentral will not take it back', async () => {
    const world = makeCalls();
    const callId = (await world.dial()) as CallId;
    const reason = failure('rejected', 'server.refused', { code: 'CMN-101' });
    world.client.answerCancel = { kind: 'refused', status: 400, failure: reason };
    expect(await world.calls.cancel(callId)).toMatchObject({
      failure: { message: 'call.cannot-cancel', code: 'CMN-101' },
    });
    expect(world.active()).toMatchObject({ state: 'ringing-you', canCancel: true });
    world.client.answerCancel = notSent;
    expect(await world.calls.cancel(callId)).toMatchObject({ failure: notSent.failure });
  });

  it('of a call that is not there says so', async () => {
    const world = makeCalls();
    expect(await world.calls.cancel('404' as CallId)).toMatchObject({
      failure: { message: 'call.gone' },
    });
  });
});

describe('the bar', () => {
  it('lets go of a call that is over, not of one that runs', async () => {
    const world = makeCalls();
    const callId = (await world.dial()) as CallId;
    expect(world.calls.dismiss(callId)).toMatchObject({ ok: false });
    await world.calls.cancel(callId);
    expect(world.calls.dismiss(callId)).toMatchObject({ ok: true });
    expect(world.active()).toBeUndefined();
    expect(world.calls.dismiss(callId)).toMatchObject({ ok: true });
  });
});

describe('after a restart', () => {
  it('calls caught in the middle have an unknown outcome, and nothing is dialled', async () => {
    const before = makeCalls();
    await before.dial();
    await before.calls.stop();
    const after = makeCalls(before.archive, before.clock);
    await after.calls.start();
    expect(await after.rows()).toMatchObject([
      { outcome: 'unknown', failure: { message: 'call.outcome-unknown' } },
    ]);
    expect(after.activities()).toEqual([{ kind: 'call', outcome: 'unknown' }]);
    expect(after.world.expected).toBe(1);
    expect(after.client.placed).toEqual([]);
    await after.calls.start();
    expect(after.world.expected).toBe(1);
  });
});

describe('the history', () => {
  it('is newest first, page by page', async () => {
    const { archive, calls } = makeCalls();
    const insert = archive.db.prepare(
      `INSERT INTO call (id, direction, outcome, number, started_at)
       VALUES (?, 'inbound', 'missed', ?, ?)`,
    );
    for (const at of [30, 10, 50, 20, 40]) insert.run(at * 1024, `+1212555010${at / 10}`, at);
    const first = await calls.list({ limit: 3 });
    const second = await calls.list({ after: first.next, limit: 3 });
    const numbers = [...first.items, ...second.items].map(({ party }) => party.number);
    expect(numbers).toEqual([5, 4, 3, 2, 1].map((n) => `+1212555010${n}` as E164));
    expect(second.next).toBeUndefined();
  });
});
