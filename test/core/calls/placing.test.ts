import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { PhoneId } from '../../../shared/model/ids.ts';
import { later, ringing } from '../support/fake-client.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, bob, mainNumber } from '../support/session.ts';
import { connected, finished, makeCalls, ringingThem } from './harness.ts';

describe('placing a call', () => {
  it('is on disk before RingCentral is asked', async () => {
    const world = makeCalls();
    const found: unknown[] = [];
    world.client.answerPlace = () => {
      found.push(...world.archive.db.prepare('SELECT outcome, typed FROM call').all());
      found.push(...world.activities());
      return ringing;
    };
    await world.dial({ number: '(212) 555-0142' });
    expect(found).toEqual([
      { outcome: 'in-progress', typed: '(212) 555-0142' },
      { kind: 'call', outcome: null },
    ]);
    expect(world.client.placed).toEqual([{ from: mainNumber, to: ada, callerId: undefined }]);
  });

  it('goes through its states by polling, and ends in the history', async () => {
    const world = makeCalls();
    const answer = later<typeof ringing>();
    world.client.answerPlace = () => answer.outcome;
    await world.dial({ number: '212 555 0142 x12' });
    expect(world.active()).toMatchObject({
      state: 'requesting',
      yourLeg: 'waiting',
      theirLeg: 'waiting',
      canCancel: true,
      typed: '212 555 0142 x12',
      keyIn: '12',
      party: { number: ada },
      phone: {
        label: 'Desk phone',
        number: mainNumber,
      },
    });
    answer.give(ringing);
    await settled();
    expect(world.active()).toMatchObject({ state: 'ringing-you', yourLeg: 'ringing' });
    expect((await world.rows())[0]).toMatchObject({ outcome: 'in-progress' });
    world.client.answerStatus = ringingThem;
    await world.clock.advance(2_500);
    expect(world.active()).toMatchObject({
      state: 'ringing-them',
      theirLeg: 'ringing',
      canCancel: false,
    });
    world.client.answerStatus = connected;
    await world.clock.advance(2_500);
    expect(world.active()).toMatchObject({ state: 'connected', connectedAt: world.clock.now() });
    await world.clock.advance(55_000);
    world.client.answerStatus = finished;
    await world.clock.advance(5_000);
    expect(world.active()).toMatchObject({ state: 'ended', endedAt: world.clock.now() });
    await settled();
    expect(await world.rows()).toMatchObject([
      { direction: 'outbound', outcome: 'connected', durationSeconds: 60, failure: undefined },
    ]);
    expect(world.activities()).toEqual([{ kind: 'call', outcome: 'connected' }]);
    expect(world.world.expected).toBe(1);
    const polls = world.client.polled.length;
    await world.clock.advance(29_999);
    expect(world.active()).toBeDefined();
    await world.clock.advance(1);
    expect(world.active()).toBeUndefined();
    expect(world.client.polled).toHaveLength(polls);
    expect(world.clock.waiting).toBe(0);
    expect(new Set(world.told)).toEqual(new Set(['active-calls', 'calls']));
  });

  it('has the name that came with it, where the archive knows none', async () => {
    const world = makeCalls();
    await world.dial({ number: ada, name: 'Ada Brook' });
    expect(world.active()).toMatchObject({ party: { number: ada, name: 'Ada Brook' } });
    expect((await world.rows())[0]).toMatchObject({ party: { name: 'Ada Brook' } });
  });

  it('rings the phone asked for, the usual one, or the default', async () => {
    const world = makeCalls();
    world.world.usualPhone = 'mobile';
    await world.dial({ phoneId: 'desk' as PhoneId });
    expect(world.client.placed.at(-1)?.from).toBe(mainNumber);
    world.client.answerStatus = finished;
    await world.clock.advance(5_000);
    await world.dial();
    expect(world.client.placed.at(-1)?.from).toBe('+12125550199');
  });

  it.each([
    [{ number: '' }, 'number.empty'],
    [{ number: 'Ada' }, 'number.not-dialable'],
    [{ number: '9911' }, 'number.emergency'],
    [{ number: '411' }, 'number.short'],
    [{ phoneId: 'gone' as PhoneId }, 'call.phone-unknown'],
    [{ callerId: bob }, 'call.caller-id-refused'],
  ])('refuses %j with %s before any request', async (request, message) => {
    const world = makeCalls();
    expect(await world.dial(request)).toBe(message);
    expect(world.client.placed).toEqual([]);
    expect(world.active()).toBeUndefined();
    expect(await world.rows()).toEqual([]);
  });

  it('keeps a refused number in the activity log', async () => {
    const world = makeCalls();
    await world.dial({ number: '911' });
    expect(
      world.archive.db.prepare('SELECT kind, detail, outcome, settled_at FROM activity').all(),
    ).toEqual([
      {
        kind: 'call-refused',
        outcome: 'refused',
        settled_at: world.clock.now(),
        detail: JSON.stringify({
          typed: '911',
          code: 'number.emergency',
        }),
      },
    ]);
  });

  it('sends a short number as it is once the user has confirmed it', async () => {
    const world = makeCalls();
    await world.dial({ number: '411', confirmed: ['short'] });
    expect(world.client.placed).toMatchObject([{ to: '411' }]);
    expect(world.archive.db.prepare('SELECT number, extension_number FROM call').all()).toEqual([
      { number: null, extension_number: '411' },
    ]);
  });

  it('shows a caller ID that the account has', async () => {
    const world = makeCalls();
    await world.dial({ callerId: mainNumber });
    expect(world.client.placed).toMatchObject([{ callerId: mainNumber }]);
  });

  it('says that there is no phone to ring, or nobody signed in', async () => {
    const world = makeCalls();
    world.session.phones = [];
    expect(await world.dial()).toBe('call.no-phone');
    world.session.isSignedIn = false;
    expect(await world.dial()).toBe('session.signed-out');
    expect(world.client.placed).toEqual([]);
  });

  it('says which permission is missing, and asks RingCentral nothing', async () => {
    const world = makeCalls();
    const reason = failure('rejected', 'permission.app-missing', {
      params: { permission: 'RingOut' },
    });
    world.session.canCall = { can: false, failure: reason };
    expect(await world.calls.dial({ number: ada })).toEqual({ ok: false, failure: reason });
    expect(world.client.placed).toEqual([]);
  });

  it('says when calling resumes inside a penalty', async () => {
    const world = makeCalls();
    const resumesAt = world.clock.now() + 45_000;
    world.client.setPaused([{ group: 'heavy', resumesAt }]);
    expect(await world.calls.dial({ number: ada })).toMatchObject({
      failure: { message: 'call.paused', params: { resumesAt }, retry: { afterMs: 45_000 } },
    });
    expect(world.client.placed).toEqual([]);
  });
});

describe('one call at a time', () => {
  it('takes a held key or a double click for one call', async () => {
    const world = makeCalls();
    const answers = await Promise.all([1, 2, 3].map(() => world.calls.dial({ number: ada })));
    await world.clock.advance(1_999);
    answers.push(await world.calls.dial({ number: '(212) 555-0142' }));
    expect(new Set(answers.map((answer) => answer.ok && answer.value.callId)).size).toBe(1);
    expect(world.client.placed).toHaveLength(1);
  });

  it('refuses a second call while a phone rings for the first', async () => {
    const world = makeCalls();
    await world.dial();
    expect(await world.dial({ number: bob })).toBe('call.already-placing');
    await world.clock.advance(2_000);
    expect(await world.dial()).toBe('call.already-placing');
    world.client.answerStatus = connected;
    await world.clock.advance(2_500);
    expect(await world.dial({ number: bob })).toMatch(/^\d+$/);
    expect(world.calls.listActive()).toHaveLength(2);
  });

  it('lets the user try again at once when the first did not get as far as a request', async () => {
    const world = makeCalls();
    const { phones } = world.session;
    world.session.phones = [];
    await world.dial();
    world.session.phones = phones;
    expect(await world.dial()).toMatch(/^\d+$/);
  });
});
