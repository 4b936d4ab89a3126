import { describe, expect, it } from 'vitest';
import type { CallId } from '../../../shared/model/ids.ts';
import type { LiveCall } from '../../../main/core/calls/live/live-call.ts';
import { ada, bob, me, openIncoming, placing } from './harness.ts';

const minute = 60_000;
const nobody = { phoneNumber: undefined, extensionNumber: undefined, name: undefined };
const ring: Partial<LiveCall> = { status: 'ringing' };

describe('a call that rings', () => {
  it('has a row and then a card at the first ring, with an activity that is open', async () => {
    const harness = openIncoming();
    const queue = { name: 'New loans' };
    await harness.hear('s-1', {
      ...ring,
      from: { ...nobody, phoneNumber: ada, name: 'ADA' },
      queue,
    });
    const [row] = harness.rows();
    expect(row).toMatchObject({
      direction: 'inbound',
      outcome: 'in-progress',
      number: ada,
      name: 'ADA',
      queue: 'New loans',
      telephony_session_id: 's-1',
    });
    expect([...harness.cards.values()]).toMatchObject([
      {
        callId: String(row?.id),
        state: 'ringing',
        party: { number: ada, name: 'ADA' },
        calledNumber: me,
        queue: 'New loans',
        endedAt: undefined,
      },
    ]);
    const activity = harness.archive.db.prepare('SELECT subject, settled_at FROM activity').all();
    expect(activity).toEqual([{ subject: `call:${String(row?.id)}`, settled_at: null }]);
  });

  it.each([
    ['is answered', { status: 'answered', answeredAt: 1 }, 'ended', 'connected', 'CallFinished'],
    ['is put on hold', { status: 'on-hold', answeredAt: 1 }, 'ended', 'connected', 'CallFinished'],
    ['goes to voicemail', { status: 'voicemail' }, 'voicemail', 'voicemail', 'CallFinished'],
    ['rings on', {}, 'missed', 'missed', 'NoAnswer'],
    ['is declined', {}, 'declined', 'rejected', 'Rejected'],
  ] as const)('is followed: it %s', async (_, news, state, outcome, reason) => {
    const harness = openIncoming();
    await harness.hear('s-1', ring);
    await harness.clock.advance(5_000);
    const at = harness.clock.now();
    await harness.hear('s-1', 'answeredAt' in news ? { ...news, answeredAt: at } : news);
    await harness.clock.advance(42_000);
    await harness.hear('s-1', { status: 'ended', reason, endedAt: harness.clock.now() });
    expect(harness.states.at(-1)).toBe(state);
    expect(harness.rows()).toMatchObject([
      {
        outcome,
        duration_seconds: outcome === 'connected' ? 42 : null,
        is_new: outcome === 'missed' || outcome === 'voicemail' ? 1 : 0,
      },
    ]);
    expect(
      harness.archive.db
        .prepare('SELECT count(*) FROM activity WHERE settled_at IS NULL')
        .pluck()
        .get(),
    ).toBe(0);
    expect(harness.expected).toBe(1);
  });

  it('shows no card when cards are off, and has its row all the same', async () => {
    const harness = openIncoming();
    harness.settings.showIncoming = false;
    await harness.hear('s-1', ring);
    await harness.hear('s-1', { status: 'ended' });
    expect(harness.states).toEqual([]);
    expect(harness.rows()).toMatchObject([{ outcome: 'missed' }]);
  });

  it('is no news after sleep, unless somebody talks on it', async () => {
    const harness = openIncoming();
    const startedAt = harness.clock.now() - 3 * minute;
    await harness.hear('s-1', { ...ring, startedAt });
    expect(harness.rows()).toEqual([]);
    await harness.hear('s-1', { status: 'answered', answeredAt: harness.clock.now() });
    expect(harness.states).toEqual(['answered']);
    await harness.hear('s-2', { status: 'voicemail' });
    expect(harness.rows()).toHaveLength(1);
  });

  it('is one of several, each with a card of its own', async () => {
    const harness = openIncoming();
    await harness.hear('s-1', ring);
    await harness.hear('s-2', {
      ...ring,
      from: { ...nobody, phoneNumber: bob },
      queue: { name: undefined },
    });
    await harness.hear('s-1', { status: 'answered', answeredAt: harness.clock.now() });
    expect(
      [...harness.cards.values()].map(({ party, queue, state }) => [party.number, queue, state]),
    ).toEqual([
      [ada, undefined, 'answered'],
      [bob, '', 'ringing'],
    ]);
  });

  it('may withhold its number', async () => {
    const harness = openIncoming();
    await harness.hear('s-1', { ...ring, from: nobody });
    expect([...harness.cards.values()]).toMatchObject([
      { party: { number: undefined, name: undefined } },
    ]);
  });

  it('leaves the card to a colleague who has taken it', async () => {
    const harness = openIncoming();
    await harness.hear('s-1', ring);
    await harness.hear('s-1', { status: 'ended', reason: 'AgentAnswered' });
    expect(harness.cards.size).toBe(0);
    expect(harness.rows()).toMatchObject([{ outcome: 'connected', is_new: 0 }]);
  });
});

describe('the own phone of a call placed here', () => {
  it('is no incoming call, however it is told', async () => {
    const harness = openIncoming();
    const { clock } = harness;
    harness.active = [placing('1', ada, clock.now())];
    await harness.hear('s-crosswise', ring);
    await harness.hear('s-flagged', {
      ...ring,
      isRingOut: true,
      from: { ...nobody, phoneNumber: bob },
    });
    expect(harness.rows()).toEqual([]);
  });

  it.each([
    [
      'with the same two numbers',
      { from: { ...nobody, phoneNumber: me }, to: { ...nobody, phoneNumber: ada } },
    ],
    ['without a number', { from: nobody }],
    ['when it is answered already', { status: 'answered' }],
  ] as const)('%s neither', async (_, news) => {
    const harness = openIncoming();
    harness.active = [placing('1', ada, harness.clock.now())];
    await harness.hear('s-1', { ...ring, ...news });
    expect(harness.rows()).toEqual([]);
  });

  it('does not hide the same number calling back, nor anyone else', async () => {
    const harness = openIncoming();
    const { clock } = harness;
    harness.active = [placing('1', ada, clock.now())];
    await harness.hear('s-own', ring);
    await harness.hear('s-bob', { ...ring, from: { ...nobody, phoneNumber: bob } });
    await harness.hear('s-again', ring);
    expect(harness.rows().map((row) => row.telephony_session_id)).toEqual(['s-bob', 's-again']);
  });

  it('is recognised for a while only', async () => {
    const harness = openIncoming();
    const { clock } = harness;
    harness.active = [placing('1', ada, clock.now() - 10 * minute)];
    await harness.hear('s-1', ring);
    expect(harness.rows()).toHaveLength(1);
  });
});

describe('the card of a call that is over', () => {
  const end = async (harness: ReturnType<typeof openIncoming>, news: Partial<LiveCall>) => {
    await harness.hear('s-1', ring);
    await harness.hear('s-1', news);
    await harness.hear('s-1', { status: 'ended', endedAt: harness.clock.now() });
  };

  it('stays for its outcome, and goes by itself when nobody touches it', async () => {
    const harness = openIncoming();
    await end(harness, { status: 'answered', answeredAt: harness.clock.now() });
    await harness.clock.advance(2 * minute - 1);
    expect(harness.cards.size).toBe(1);
    await harness.clock.advance(1);
    expect(harness.cards.size).toBe(0);
  });

  it('stays longer when the call was missed', async () => {
    const harness = openIncoming();
    await end(harness, {});
    await harness.clock.advance(9 * minute);
    expect(harness.cards.size).toBe(1);
    await harness.clock.advance(minute);
    expect(harness.cards.size).toBe(0);
  });

  it('stays while somebody writes on it, and goes soon after an outcome', async () => {
    const harness = openIncoming();
    await end(harness, { status: 'answered', answeredAt: harness.clock.now() });
    const [callId] = harness.cards.keys();
    await harness.clock.advance(minute);
    harness.incoming.touch(callId as CallId, false);
    await harness.clock.advance(2 * minute - 1);
    expect(harness.cards.size).toBe(1);
    harness.incoming.touch(callId as CallId, true);
    await harness.clock.advance(15_000);
    expect(harness.cards.size).toBe(0);
    harness.incoming.touch(callId as CallId, true);
    harness.incoming.touch('77' as CallId, true);
  });

  it('says what the record knows better', async () => {
    const harness = openIncoming();
    await end(harness, {});
    harness.archive.db.prepare(`UPDATE call SET outcome = 'voicemail'`).run();
    await harness.tellOfCalls();
    expect(harness.states.at(-1)).toBe('voicemail');
    const count = harness.states.length;
    await harness.tellOfCalls();
    expect(harness.states).toHaveLength(count);
  });
});

describe('an archive that cannot be written', () => {
  it('costs the card and nothing else', async () => {
    const harness = openIncoming();
    harness.archive.db.exec('DROP TABLE activity');
    await harness.hear('s-1', ring);
    await harness.hear('s-1', { status: 'ended' });
    expect(harness.cards.size).toBe(0);
    expect(harness.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});

describe('a core that stops while a call is written down', () => {
  it('writes it, shows no card of it and leaves no timer', async () => {
    const harness = openIncoming();
    const ringing = harness.hear('s-1', ring);
    const stopping = harness.incoming.stop();
    await ringing;
    await stopping;
    expect(harness.rows()).toHaveLength(1);
    expect(harness.states).toEqual([]);
    await harness.clock.advance(100);
    expect(harness.clock.waiting).toBe(0);
  });

  it('writes its end, and does not wait for its card to go', async () => {
    const harness = openIncoming();
    await harness.hear('s-1', ring);
    const ending = harness.hear('s-1', { status: 'ended' });
    const stopping = harness.incoming.stop();
    await ending;
    await stopping;
    expect(harness.rows()).toMatchObject([{ outcome: 'missed' }]);
    await harness.clock.advance(100);
    expect(harness.clock.waiting).toBe(0);
  });
});
