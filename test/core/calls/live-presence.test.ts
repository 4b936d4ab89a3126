import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { call, start } from './live-calls-world.ts';

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
