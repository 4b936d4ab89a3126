import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { CallAction } from '../../../shared/model/calls.ts';
import type { CallId } from '../../../shared/model/ids.ts';
import { later, noAnswer, ringing } from '../support/fake-client.ts';
import { liveCall, number } from '../support/fake-live.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, mainNumber } from '../support/session.ts';
import { connected, gone, makeCalls, ringingThem } from './harness.ts';

const done = { ok: true, value: undefined };
const leg = liveCall({
  telephonySessionId: 's-1',
  partyId: 'p-1',
  from: number(mainNumber),
  to: number(ada),
  status: 'answered',
});

/** A connected call that Call Control can get hold of. */
async function makeConnected() {
  const world = makeCalls();
  world.client.answerPlace = connected;
  world.client.answerStatus = connected;
  const callId = (await world.dial()) as CallId;
  world.live.tell(leg);
  await settled();
  const control = (action: CallAction) => world.calls.control(callId, action);
  return { ...world, callId, control };
}

describe('call control', () => {
  it('is offered for what is known by a session, as far as the call has come', async () => {
    const world = makeCalls();
    await world.dial();
    expect(world.active()).toMatchObject({ actions: [] });
    world.live.tell({ ...leg, status: 'ringing' });
    expect(world.active()).toMatchObject({ canCancel: true, actions: [] });
    world.client.answerStatus = ringingThem;
    await world.clock.advance(5_000);
    expect(world.active()).toMatchObject({ canCancel: false, actions: ['hang-up'] });
    world.live.tell(leg);
    world.client.answerStatus = connected;
    await world.clock.advance(5_000);
    expect(world.active()).toMatchObject({ actions: ['hang-up', 'hold', 'mute'] });
  });

  it('is not offered without the permission, and says which is missing', async () => {
    const world = await makeConnected();
    const reason = failure('rejected', 'permission.app-missing');
    world.world.canControl = { can: false, failure: reason };
    expect(world.active()).toMatchObject({ actions: [] });
    expect(await world.control('hang-up')).toMatchObject({ failure: reason });
    expect(world.client.controlled).toEqual([]);
  });

  it('cannot hold or mute a session whose party nobody has named', async () => {
    const world = makeCalls();
    world.client.answerPlace = connected;
    world.client.answerStatus = connected;
    const callId = (await world.dial()) as CallId;
    world.live.tell({ ...leg, partyId: undefined });
    expect(world.active()).toMatchObject({ actions: ['hang-up'] });
    expect(await world.calls.control(callId, 'hold')).toMatchObject({
      failure: { message: 'call.not-controllable' },
    });
  });

  it('holds and mutes once RingCentral has said so, not before', async () => {
    const world = await makeConnected();
    const answer = later<typeof noAnswer | { kind: 'ok'; value: undefined }>();
    world.client.answerControl = () => answer.outcome;
    const holding = world.control('hold');
    await settled();
    expect(world.active()).toMatchObject({ isOnHold: false });
    answer.give({ kind: 'ok', value: undefined });
    expect(await holding).toEqual(done);
    expect(world.active()).toMatchObject({
      state: 'connected',
      isOnHold: true,
      actions: ['hang-up', 'resume', 'mute'],
    });
    expect(await world.control('mute')).toEqual(done);
    expect(world.active()).toMatchObject({ isMuted: true });
    expect(await world.control('resume')).toEqual(done);
    expect(await world.control('unmute')).toEqual(done);
    expect(world.active()).toMatchObject({ isOnHold: false, isMuted: false });
    expect(world.client.controlled).toEqual([
      'hold s-1/p-1',
      'mute s-1/p-1',
      'resume s-1/p-1',
      'unmute s-1/p-1',
    ]);
  });

  it('follows what is pressed on the phone itself', async () => {
    const world = await makeConnected();
    world.live.tell({ ...leg, status: 'on-hold', isMuted: true });
    expect(world.active()).toMatchObject({ state: 'connected', isOnHold: true, isMuted: true });
    world.live.tell({ ...leg, isMuted: undefined });
    expect(world.active()).toMatchObject({ isOnHold: false, isMuted: true });
  });

  it('hangs up a call that talks: it has ended', async () => {
    const world = await makeConnected();
    await world.clock.advance(4_000);
    expect(await world.control('hang-up')).toEqual(done);
    expect(world.active()).toMatchObject({ state: 'ended', actions: [] });
    await settled();
    expect(await world.rows()).toMatchObject([{ outcome: 'connected', durationSeconds: 4 }]);
  });

  it('hangs up before anyone answers: it is cancelled', async () => {
    const world = makeCalls();
    world.client.answerPlace = ringingThem;
    world.client.answerStatus = ringingThem;
    const callId = (await world.dial()) as CallId;
    world.live.tell(leg);
    expect(await world.calls.control(callId, 'hang-up')).toEqual(done);
    await settled();
    expect(await world.rows()).toMatchObject([{ outcome: 'cancelled', failure: undefined }]);
  });

  it('says that a call is past it, with RingCentral’s code, and asks how it stands', async () => {
    const world = await makeConnected();
    const reason = failure('rejected', 'server.refused', { code: 'TAS-106' });
    world.client.answerControl = { kind: 'refused', status: 409, failure: reason };
    world.client.answerStatus = gone;
    expect(await world.control('hold')).toMatchObject({
      failure: { message: 'call.not-controllable', code: 'TAS-106' },
    });
    await settled();
    expect(world.active()).toMatchObject({ state: 'ended', isOnHold: false });
    expect(await world.control('hold')).toMatchObject({
      failure: { message: 'call.not-controllable' },
    });
  });

  it('tells what the user can do about a refusal, and that there was no answer', async () => {
    const world = await makeConnected();
    const missing = failure('rejected', 'permission.app-missing');
    world.client.answerControl = { kind: 'refused', status: 403, failure: missing };
    expect(await world.control('mute')).toMatchObject({ failure: missing });
    world.client.answerControl = noAnswer;
    expect(await world.control('mute')).toMatchObject({ failure: noAnswer.failure });
    expect(world.active()).toMatchObject({ isMuted: false });
  });

  it('of a call that is not there says so', async () => {
    const { calls } = makeCalls();
    expect(await calls.control('404' as CallId, 'hang-up')).toMatchObject({
      failure: { message: 'call.gone' },
    });
  });
});

describe('cancelling', () => {
  it('shows that it is under way until RingCentral has answered', async () => {
    const world = makeCalls();
    const answer = later<{ kind: 'ok'; value: undefined }>();
    world.client.answerCancel = () => answer.outcome;
    const callId = (await world.dial()) as CallId;
    const cancelling = world.calls.cancel(callId);
    expect(world.active()).toMatchObject({ isCancelling: true, canCancel: false });
    answer.give({ kind: 'ok', value: undefined });
    expect(await cancelling).toEqual(done);
    expect(world.active()).toMatchObject({ state: 'cancelled', isCancelling: false });
  });

  it('that came too late leaves the call running, whatever the answer was', async () => {
    const world = makeCalls();
    const callId = (await world.dial()) as CallId;
    // RingCentral says yes and lets an answered call go on (its guide to RingOut).
    world.client.answerStatus = ringingThem;
    expect(await world.calls.cancel(callId)).toMatchObject({
      failure: { message: 'call.cannot-cancel' },
    });
    expect(world.active()).toMatchObject({ state: 'ringing-them', isCancelling: false });
    await world.clock.advance(5_000);
    expect(world.active()).toMatchObject({ state: 'ringing-them' });
  });

  it('is over when push tells that the phone was answered', async () => {
    const world = makeCalls();
    const answer = later<{ kind: 'ok'; value: undefined }>();
    world.client.answerCancel = () => answer.outcome;
    const callId = (await world.dial()) as CallId;
    const cancelling = world.calls.cancel(callId);
    world.client.answerStatus = ringingThem;
    world.live.tell(leg);
    expect(world.active()).toMatchObject({ state: 'ringing-them', isCancelling: false });
    answer.give({ kind: 'ok', value: undefined });
    expect(await cancelling).toMatchObject({ ok: false });
    expect(world.active()).toMatchObject({ state: 'ringing-them', actions: ['hang-up'] });
  });

  it('explains the word that RingCentral has for it', async () => {
    const world = makeCalls();
    const answer = later<typeof ringing>();
    world.client.answerPlace = () => answer.outcome;
    const callId = (await world.dial()) as CallId;
    await world.calls.cancel(callId);
    world.client.answerStatus = noAnswer;
    answer.give(ringing);
    await settled();
    expect(world.active()).toMatchObject({ state: 'cancelled', failure: undefined });
  });
});
