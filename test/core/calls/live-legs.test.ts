import { describe, expect, it } from 'vitest';
import type { CallId, E164 } from '../../../shared/model/ids.ts';
import type { LiveCall } from '../../../main/core/calls/live/live-call.ts';
import { later, noAnswer, ringing, status } from '../support/fake-client.ts';
import { liveCall, number } from '../support/fake-live.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, bob, mainNumber } from '../support/session.ts';
import { connected, finished, makeCalls, ringingThem } from './harness.ts';

type World = ReturnType<typeof makeCalls>;

/**
 * The session of the user's own phone, which seems to come from the other side (RingCentral's
 * samples of active calls).
 */
const own = (changes: Partial<LiveCall> = {}): LiveCall =>
  liveCall({
    telephonySessionId: 's-own',
    sessionId: '12039161004',
    direction: 'Inbound',
    from: number(ada),
    to: number(mainNumber),
    ...changes,
  });

/** The session to the other side. */
const other = (changes: Partial<LiveCall> = {}): LiveCall =>
  liveCall({
    telephonySessionId: 's-other',
    sessionId: '12039160004',
    from: number(mainNumber),
    to: number(ada),
    ...changes,
  });

const tell = async (world: World, ...calls: readonly LiveCall[]): Promise<void> => {
  for (const call of calls) world.live.tell(call);
  await settled();
};

/** A call that push has told is connected, its status lagging behind. */
async function makeConnected(): Promise<World> {
  const world = makeCalls();
  await world.dial();
  await tell(world, own({ status: 'answered' }), other(), other({ status: 'answered' }));
  expect(world.active()).toMatchObject({ state: 'connected' });
  return world;
}

describe('a call that push tells of', () => {
  it('moves at once, and is asked for at once', async () => {
    const world = makeCalls();
    await world.dial();
    await tell(world, own());
    expect(world.active()).toMatchObject({ state: 'ringing-you', yourLeg: 'ringing' });
    const polled = world.client.polled.length;
    await tell(world, own({ status: 'answered' }));
    expect(world.active()).toMatchObject({ state: 'ringing-them', yourLeg: 'answered' });
    expect(world.client.polled.length).toBeGreaterThan(polled);
    await tell(world, other(), other({ status: 'answered' }));
    expect(world.active()).toMatchObject({
      state: 'connected',
      theirLeg: 'answered',
      connectedAt: world.clock.now(),
    });
  });

  it('is not taken for connected by a single session, which tells of the own phone alone', async () => {
    const world = makeCalls();
    await world.dial();
    await tell(world, other({ status: 'answered' }));
    expect(world.active()).toMatchObject({ state: 'ringing-them' });
    world.client.answerStatus = connected;
    await tell(world, other({ status: 'answered', isMuted: true }));
    expect(world.active()).toMatchObject({ state: 'connected' });
  });

  it('is heard of before RingCentral has answered the request', async () => {
    const world = makeCalls();
    const answer = later<typeof ringing>();
    world.client.answerPlace = () => answer.outcome;
    await world.dial();
    await tell(world, own({ status: 'answered' }));
    expect(world.active()).toMatchObject({ state: 'ringing-them' });
    answer.give(ringing);
    await settled();
    expect(world.active()).toMatchObject({ state: 'ringing-them' });
  });

  it('runs on when the request had no answer and a phone rings all the same', async () => {
    const world = makeCalls();
    const answer = later<typeof noAnswer>();
    world.client.answerPlace = () => answer.outcome;
    await world.dial();
    await tell(world, own());
    answer.give(noAnswer);
    await settled();
    expect(world.active()).toMatchObject({ state: 'ringing-you', failure: undefined });
    await tell(world, own({ status: 'ended', reason: 'NoAnswer' }));
    expect(world.active()).toMatchObject({ failure: { message: 'call.you-no-answer' } });
  });

  it('never goes back, whatever an older status says', async () => {
    const world = await makeConnected();
    for (const older of [ringing, ringingThem]) {
      world.client.answerStatus = older;
      await world.clock.advance(10_000);
      expect(world.active()).toMatchObject({ state: 'connected', theirLeg: 'answered' });
    }
    await tell(world, own(), other());
    expect(world.active()).toMatchObject({ state: 'connected' });
  });

  it('is asked for less often while push tells of it', async () => {
    const world = makeCalls();
    world.client.push.become({ state: 'connected', sinceAt: 0 });
    await world.dial();
    const before = world.client.polled.length;
    await world.clock.advance(5_000);
    expect(world.client.polled.length - before).toBe(2);
    await tell(world, own());
    const after = world.client.polled.length;
    await world.clock.advance(10_000);
    expect(world.client.polled.length - after).toBe(2);
  });
});

describe('the end of a call', () => {
  it.each([
    ['NoAnswer', 'no-answer', 'call.no-answer'],
    ['TargetBusy', 'busy', 'call.busy'],
    ['Rejected', 'rejected', 'call.rejected'],
    ['InvalidNumber', 'failed', 'call.no-such-number'],
    ['NotEnoughFunds', 'failed', 'call.no-credit'],
  ])('told by push with the reason %s is %s', async (reason, outcome, message) => {
    const world = makeCalls();
    await world.dial();
    await tell(world, own({ status: 'answered' }), other(), other({ status: 'ended', reason }));
    expect(world.active()).toMatchObject({ state: 'failed', failure: { message } });
    expect(await world.rows()).toMatchObject([{ outcome, failure: { message } }]);
  });

  it.each([
    ['NoAnswer', 'call.you-no-answer'],
    ['Rejected', 'call.you-declined'],
    ['TargetBusy', 'call.you-busy'],
  ])('by the own phone with the reason %s says so', async (reason, message) => {
    const world = makeCalls();
    await world.dial();
    await tell(world, own(), own({ status: 'ended', reason }));
    expect(world.active()).toMatchObject({ failure: { message } });
  });

  it('told by push is not undone by a status that was on its way', async () => {
    const world = await makeConnected();
    const answer = later<typeof connected>();
    world.client.answerStatus = () => answer.outcome;
    await world.clock.advance(5_000);
    await tell(world, own({ status: 'ended', reason: 'CallFinished' }));
    expect(world.active()).toMatchObject({ state: 'ended', endedAt: world.clock.now() });
    answer.give(connected);
    await settled();
    expect(world.active()).toMatchObject({ state: 'ended' });
    expect(await world.rows()).toMatchObject([{ outcome: 'connected' }]);
  });

  it('told by the status is not undone by push that comes late', async () => {
    const world = await makeConnected();
    world.client.answerStatus = finished;
    await world.clock.advance(5_000);
    expect(world.active()).toMatchObject({ state: 'ended' });
    await tell(world, other({ status: 'on-hold' }), own({ status: 'answered' }));
    expect(world.active()).toMatchObject({ state: 'ended', isOnHold: false, actions: [] });
    expect(await world.rows()).toMatchObject([{ outcome: 'connected' }]);
  });

  it('is left to the status where push tells no reason', async () => {
    const world = makeCalls();
    await world.dial();
    await tell(world, own({ status: 'answered' }), other());
    world.client.answerStatus = status('CannotReach', 'Success', 'DestinationBlocked');
    await tell(world, other({ status: 'ended' }));
    expect(world.active()).toMatchObject({ state: 'failed', failure: { message: 'call.blocked' } });
  });

  it('of the own phone’s session leaves the call to the other one', async () => {
    const world = makeCalls();
    await world.dial();
    await tell(world, own({ status: 'answered' }), other());
    await tell(world, own({ status: 'ended', reason: 'CallFinished' }));
    expect(world.active()).toMatchObject({ state: 'ringing-them' });
    await tell(world, other({ status: 'ended', reason: 'TargetBusy' }));
    expect(world.active()).toMatchObject({ failure: { message: 'call.busy' } });
  });

  it('comes before the answer to the request', async () => {
    const world = makeCalls();
    const answer = later<typeof ringing>();
    world.client.answerPlace = () => answer.outcome;
    await world.dial();
    await tell(world, own(), own({ status: 'ended', reason: 'TargetBusy' }));
    answer.give(ringing);
    await settled();
    expect(world.active()).toMatchObject({ state: 'failed' });
    await world.clock.advance(20_000);
    expect(world.client.polled).toEqual([]);
  });

  it('is the same in whatever order the news come', async () => {
    const news = [
      own({ status: 'answered' }),
      other(),
      other({ status: 'answered' }),
      other({ status: 'ended', reason: 'CallFinished' }),
    ];
    for (const order of permutations(news)) {
      const world = makeCalls();
      await world.dial();
      await tell(world, ...order);
      world.client.answerStatus = finished;
      await world.clock.advance(10_000);
      expect(world.active()).toMatchObject({ state: 'ended' });
      expect(await world.rows()).toMatchObject([{ outcome: 'connected' }]);
    }
  });
});

describe('whose a session is', () => {
  it('is told by the number and the time, and by nothing else', async () => {
    const world = makeCalls();
    await world.dial();
    const elsewhere = number(bob);
    await tell(
      world,
      other({ telephonySessionId: 's-1', to: elsewhere, status: 'answered' }),
      other({ telephonySessionId: 's-2', startedAt: world.clock.now() - 60_000 }),
      own({ telephonySessionId: 's-3', from: elsewhere, status: 'answered' }),
    );
    expect(world.active()).toMatchObject({ state: 'ringing-you', yourLeg: 'ringing' });
  });

  it('is no new call’s when it ends: what is late belongs to the call before', async () => {
    const world = makeCalls();
    const before = await world.dial();
    const busy = other({ startedAt: world.clock.now() + 2_000 });
    await world.clock.advance(2_000);
    await tell(world, own({ status: 'answered' }), busy);
    world.client.answerStatus = status('CannotReach', 'Success', 'Busy');
    await world.clock.advance(5_000);
    expect(world.active()).toMatchObject({ state: 'failed' });
    world.calls.dismiss(before as CallId);
    world.client.answerStatus = ringing;
    await world.dial();
    await tell(world, { ...busy, status: 'ended', reason: 'TargetBusy' });
    expect(world.active()).toMatchObject({ state: 'ringing-you', failure: undefined });
  });

  it('is somebody calling back when nothing speaks for a RingOut', async () => {
    const world = makeCalls();
    await world.dial();
    await tell(world, other());
    const direct = number('+12125550188' as E164);
    await tell(world, own({ isRingOut: false, sessionId: '99', to: direct, status: 'answered' }));
    expect(world.active()).toMatchObject({ state: 'ringing-you' });
    // One of a session id near the other leg's is the call's own.
    await tell(
      world,
      own({ telephonySessionId: 's-4', isRingOut: false, to: direct, status: 'answered' }),
    );
    expect(world.active()).toMatchObject({ state: 'ringing-them' });
  });

  it('is kept apart for two calls at a time, even to the same number', async () => {
    const world = makeCalls();
    world.client.answerPlace = connected;
    world.client.answerStatus = connected;
    await world.dial();
    await tell(world, own({ status: 'answered' }), other({ status: 'answered' }));
    await world.clock.advance(3_000);
    world.client.answerPlace = ringing;
    world.client.answerStatus = ringing;
    await world.dial();
    const second = { telephonySessionId: 't-own', sessionId: '22039161004' };
    await tell(world, own({ ...second, status: 'answered' }));
    const [first, next] = world.calls.listActive();
    expect([first?.state, next?.state]).toEqual(['connected', 'ringing-them']);
    await tell(world, own({ ...second, status: 'ended', reason: 'CallFinished' }));
    expect(world.calls.listActive()[0]).toMatchObject({ state: 'connected' });
    expect(await world.calls.control(first?.id as CallId, 'hang-up')).toMatchObject({ ok: true });
    expect(world.client.controlled).toEqual(['hang-up s-other']);
  });
});

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [item].concat(rest)),
  );
}
