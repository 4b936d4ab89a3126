import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LiveChange } from '../../../main/core/calls/live/live-call.ts';
import { createLiveCalls } from '../../../main/core/calls/live/service.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import type { LiveCallStatus, ServerLiveCall } from '../../../main/core/ringcentral/records.ts';
import { failure } from '../../../shared/failure.ts';
import { createFakePush } from '../support/fake-push.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';

const nobody = { phoneNumber: undefined, extensionNumber: undefined, name: undefined };
const ada = { ...nobody, phoneNumber: '+15125550142', name: 'Ada Brook' };

function call(status: LiveCallStatus, more: Partial<ServerLiveCall> = {}): ServerLiveCall {
  return {
    telephonySessionId: 's-1',
    sessionId: '1',
    partyId: 'p-1',
    direction: 'Inbound',
    from: ada,
    to: { ...nobody, phoneNumber: '+15125550100' },
    status,
    reason: undefined,
    isMissed: false,
    isMuted: undefined,
    isRingOut: false,
    queue: undefined,
    startedAt: 1_000,
    ...more,
  };
}

function start(options: { readonly isPushed?: boolean; readonly clockAheadMs?: number } = {}) {
  const clock = new ManualClock();
  const push = createFakePush();
  const connected = (): void => push.become({ state: 'connected', sinceAt: clock.now() });
  if (options.isPushed !== false) connected();
  const presence: {
    calls: readonly ServerLiveCall[];
    asked: number;
    outcome?: Outcome<never>;
    hold?: Promise<void>;
  } = {
    calls: [],
    asked: 0,
  };
  const client = {
    push,
    getClockAheadMs: () => options.clockAheadMs,
    getConnection: () => ({ state: 'online' as const }),
    api: {
      telephony: {
        listLive: async () => {
          presence.asked += 1;
          await presence.hold;
          return presence.outcome ?? { kind: 'ok' as const, value: presence.calls };
        },
      },
    },
  };
  const live = createLiveCalls({
    client: client as unknown as Parameters<typeof createLiveCalls>[0]['client'],
    clock,
    log: createMemoryLog(),
    session: { isSignedIn: () => true, onSignedIn: () => () => undefined },
  });
  const changes: LiveChange[] = [];
  live.onChange((change) => changes.push(change));
  const session = (...calls: ServerLiveCall[]): void =>
    push.hint({ kind: 'telephony', isIdle: false, news: { of: 'session', calls } });
  const all = (...calls: ServerLiveCall[]): void =>
    push.hint({ kind: 'telephony', isIdle: calls.length === 0, news: { of: 'all', calls } });
  live.start();
  return { clock, push, connected, presence, live, changes, session, all };
}

const states = (changes: readonly LiveChange[]): readonly LiveCallStatus[] =>
  changes.map((change) => change.call.status);

describe('a call', () => {
  it('is there with its first event, without a request', () => {
    const { session, changes, presence } = start();
    session(call('ringing'));
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ before: undefined, call: { from: ada, status: 'ringing' } });
    expect(presence.asked).toBe(0);
  });

  it('is followed to its end, each state told once', () => {
    const { session, all, changes, live } = start();
    session(call('ringing'));
    all(call('ringing'));
    session(call('answered'));
    all(call('answered'));
    session(call('on-hold'));
    session(call('answered'));
    session(call('ended', { reason: 'CallFinished' }));
    all();
    expect(states(changes)).toEqual(['ringing', 'answered', 'on-hold', 'answered', 'ended']);
    expect(live.get('s-1')).toMatchObject({ status: 'ended', reason: 'CallFinished' });
  });

  it('never goes back, whatever the order the news come in', () => {
    const news = fc.array(
      fc.tuple(
        fc.constantFrom('session', 'all'),
        fc.constantFrom<LiveCallStatus>('ringing', 'answered', 'on-hold', 'voicemail', 'ended'),
        fc.constantFrom('p-1', 'p-2', undefined),
      ),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(news, (order) => {
        const { session, all, changes } = start();
        for (const [source, status, partyId] of order)
          (source === 'all' ? all : session)(call(status, { partyId }));
        const stages = states(changes).map((status) =>
          status === 'ringing' ? 0 : status === 'ended' ? 2 : 1,
        );
        expect(stages).toEqual(stages.toSorted((one, other) => one - other));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('that is over when it is first heard of is nobody’s', () => {
    const { session, all, changes } = start();
    session(call('ended'));
    all();
    expect(changes).toEqual([]);
  });

  it('taken on one phone no longer rings on the others', () => {
    const { session, live, changes } = start();
    session(call('ringing'), call('ringing', { partyId: 'p-2' }));
    session(call('answered', { partyId: 'p-2' }));
    expect(live.get('s-1')?.status).toBe('answered');
    session(call('ended', { partyId: 'p-2' }));
    expect(live.get('s-1')?.status).toBe('ended');
    expect(states(changes)).toEqual(['ringing', 'answered', 'ended']);
  });

  it('declined on one phone rings on at the other', () => {
    const { session, live } = start();
    session(call('ringing'), call('ringing', { partyId: 'p-2' }));
    session(call('ended', { reason: 'Rejected' }));
    expect(live.get('s-1')?.status).toBe('ringing');
    session(call('ended', { partyId: 'p-2', isMissed: true }));
    expect(live.get('s-1')).toMatchObject({ status: 'ended', isMissed: true });
  });

  it('keeps what one source told and the other leaves out', () => {
    const { session, all, live } = start();
    session(call('ringing', { queue: { name: 'Loans' }, isMuted: false, isRingOut: true }));
    all(call('answered', { partyId: undefined, from: nobody, startedAt: undefined }));
    expect(live.get('s-1')).toMatchObject({
      status: 'answered',
      partyId: 'p-1',
      from: ada,
      queue: { name: 'Loans' },
      isRingOut: true,
      startedAt: 1_000,
    });
  });

  it('says when it was taken and when it ended, by this computer’s clock', async () => {
    const { clock, session, live } = start({ clockAheadMs: 90_000 });
    session(call('ringing'));
    expect(live.get('s-1')?.startedAt).toBe(91_000);
    await clock.advance(4_000);
    session(call('answered'));
    const answeredAt = clock.now();
    await clock.advance(9_000);
    session(call('ended'));
    expect(live.get('s-1')).toMatchObject({ answeredAt, endedAt: answeredAt + 9_000 });
  });

  it('is forgotten a while after its end, and late news do not bring it back before', async () => {
    const { clock, session, live, changes } = start();
    session(call('ringing'));
    session(call('ended'));
    await clock.advance(60_000);
    session(call('ringing'));
    expect(states(changes)).toEqual(['ringing', 'ended']);
    await clock.advance(61_000);
    expect(live.list()).toEqual([]);
  });
});

describe('presence', () => {
  it('that lists a call no more tells that it is over', () => {
    const { all, live } = start();
    all(call('ringing'));
    all();
    expect(live.get('s-1')?.status).toBe('ended');
  });

  it('from before a session began does not end it', () => {
    const { session, all, live } = start();
    session(call('ringing'));
    all();
    expect(live.get('s-1')?.status).toBe('ringing');
  });

  it('does not end a call that has gone to voicemail', () => {
    const { session, all, live } = start();
    all(call('ringing'));
    session(call('voicemail'));
    all();
    expect(live.get('s-1')?.status).toBe('voicemail');
  });

  it('is asked at the start, and again only while push is away', async () => {
    const { clock, push, connected, presence, live } = start({ isPushed: false });
    await clock.advance(0);
    expect(presence.asked).toBe(1);
    presence.calls = [call('ringing')];
    await clock.advance(6_000);
    expect(live.get('s-1')?.status).toBe('ringing');
    presence.calls = [];
    await clock.advance(6_000);
    expect(live.get('s-1')?.status).toBe('ended');
    connected();
    await clock.advance(60_000);
    expect(presence.asked).toBe(3);
    push.become({ state: 'off' });
    await clock.advance(6_000);
    expect(presence.asked).toBe(4);
  });

  it('is asked after a gap and after news that told nothing', async () => {
    const { clock, push, presence } = start();
    await clock.advance(0);
    push.hint({ kind: 'gap' });
    await clock.advance(0);
    expect(presence.asked).toBe(2);
    push.hint({ kind: 'telephony', isIdle: false, news: { of: 'nothing' } });
    await clock.advance(300);
    expect(presence.asked).toBe(3);
  });

  it('is asked once more after a gap that falls into a question', async () => {
    const { clock, push, presence } = start();
    await clock.advance(0);
    const first = Promise.withResolvers<void>();
    presence.hold = first.promise;
    push.hint({ kind: 'gap' });
    await clock.advance(0);
    push.hint({ kind: 'gap' });
    push.hint({ kind: 'gap' });
    await clock.advance(0);
    expect(presence.asked).toBe(2);
    first.resolve();
    await clock.advance(0);
    expect(presence.asked).toBe(3);
    await clock.advance(1_000);
    expect(presence.asked).toBe(3);
  });

  it('ends what it does not know any more after a gap', async () => {
    const { clock, push, session, live } = start();
    await clock.advance(0);
    session(call('ringing'));
    await clock.advance(1_000);
    push.hint({ kind: 'gap' });
    await clock.advance(0);
    expect(live.get('s-1')?.status).toBe('ended');
  });

  it('is asked each minute while a call goes on, so that an end that push has lost is found', async () => {
    const { clock, presence, session, live } = start();
    await clock.advance(0);
    session(call('ringing'));
    presence.calls = [call('ringing')];
    await clock.advance(60_000);
    expect(live.get('s-1')?.status).toBe('ringing');
    presence.calls = [];
    await clock.advance(60_000);
    expect(live.get('s-1')?.status).toBe('ended');
    const { asked } = presence;
    await clock.advance(10 * 60_000);
    expect(presence.asked).toBe(asked);
    session(call('ringing', { telephonySessionId: 's-2' }));
    live.stop();
    expect(clock.waiting).toBe(0);
  });

  it('ends a message for voicemail that has gone on for longer than any does', async () => {
    const { clock, session, live } = start();
    await clock.advance(0);
    session(call('ringing'), call('voicemail'));
    await clock.advance(9 * 60_000);
    expect(live.get('s-1')?.status).toBe('voicemail');
    await clock.advance(2 * 60_000);
    expect(live.get('s-1')?.status).toBe('ended');
    expect(live.list()).toHaveLength(1);
    await clock.advance(3 * 60_000);
    expect(live.list()).toEqual([]);
  });

  it('that is not permitted is not asked for again', async () => {
    const { clock, presence } = start({ isPushed: false });
    presence.outcome = {
      kind: 'refused',
      status: 403,
      failure: failure('rejected', 'permission.app-missing'),
    };
    await clock.advance(0);
    await clock.advance(60_000);
    expect(presence.asked).toBe(1);
  });
});
