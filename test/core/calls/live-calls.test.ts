import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LiveCallStatus } from '../../../main/core/ringcentral/records.ts';
import { ada, call, nobody, start, states } from './live-calls-world.ts';

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
