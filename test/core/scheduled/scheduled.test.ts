import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { instantIn } from '../../../shared/local-time.ts';
import type { ClientId, ScheduledId, ThreadId } from '../../../shared/model/ids.ts';
import { answerScheduled } from '../../../main/core/scheduled/rows.ts';
import { dueScheduledSql } from '../../../main/core/scheduled/queries.ts';
import { readyForUse } from '../../../main/core/keeping/backups/rows.ts';
import { scopeOf, removeTraces } from '../../../main/core/keeping/erasure/person/rows.ts';
import { dropSome } from '../../../main/core/keeping/retention/queries.ts';
import { startTexts, type TextHarness } from '../messages/harness.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, bob } from '../support/session.ts';

const minute = 60_000;
const hour = 60 * minute;

type Later = { readonly scheduledId: ScheduledId; readonly threadId: ThreadId };

async function schedule(
  texts: TextHarness,
  text: string,
  more: { at?: number; to?: string; cancelOnReply?: boolean; clientId?: string } = {},
): Promise<Later> {
  const { at = texts.clock.now() + hour, to = ada, cancelOnReply = false } = more;
  const clientId = (more.clientId ?? `later-${text}`) as ClientId;
  const sendAt = { at, cancelOnReply };
  const result = await texts.messages.send({ clientId, to: { numbers: [to] }, text, sendAt });
  if (!result.ok || result.value.scheduledId === undefined) throw new Error('not accepted');
  return { scheduledId: result.value.scheduledId, threadId: result.value.threadId };
}

const states = (texts: TextHarness): unknown[] =>
  texts.archive.db.prepare('SELECT state FROM scheduled_text ORDER BY id').pluck().all();
const sentOf = (texts: TextHarness): string[] => texts.client.sent.map(({ text }) => text);

describe('a text for later', () => {
  it('goes at its time, once, at the end of its thread and without a hold', async () => {
    const texts = await startTexts({ holdMs: 5_000 });
    const { threadId } = await schedule(texts, 'Later');
    await texts.send('Now');
    await texts.clock.advance(hour - 1);
    expect(sentOf(texts)).toEqual(['Now']);
    expect((await texts.messages.getThread(threadId))?.scheduledCount).toBe(1);
    await texts.clock.advance(1);
    expect(sentOf(texts)).toEqual(['Now', 'Later']);
    expect(await texts.scheduled.list(threadId)).toEqual([]);
    const { items } = await texts.messages.list(threadId, { limit: 10 });
    expect(items.map(({ text, status }) => `${text}: ${status}`)).toEqual([
      'Later: sent',
      'Now: sent',
    ]);
    expect((await texts.messages.getThread(threadId))?.scheduledCount).toBe(0);
    await texts.clock.advance(24 * hour);
    expect(sentOf(texts)).toEqual(['Now', 'Later']);
  });

  it('is accepted once by its client id, before and after it has gone', async () => {
    const texts = await startTexts();
    const at = texts.clock.now() + hour;
    const first = await schedule(texts, 'Later', { clientId: 'same', at });
    expect(await schedule(texts, 'Other', { clientId: 'same', at })).toEqual(first);
    await texts.clock.advance(hour);
    const clientId = 'same' as ClientId;
    const again = await texts.messages.send({ clientId, to: { numbers: [ada] }, text: 'Third' });
    expect(again).toMatchObject({ ok: true, value: { scheduledId: undefined } });
    await texts.clock.advance(hour);
    expect(sentOf(texts)).toEqual(['Later']);
  });

  it('is refused for a time that is over', async () => {
    const texts = await startTexts();
    const { clock } = texts;
    const sendAt = { at: clock.now(), cancelOnReply: false };
    const clientId = 'x' as ClientId;
    const request = { clientId, to: { numbers: [ada] }, text: 'Late', sendAt };
    expect(await texts.messages.send(request)).toMatchObject({
      failure: { message: 'scheduled.past', field: 'sendAt' },
    });
    expect(states(texts)).toEqual([]);
  });

  it('goes by the clocks of its zone, also on the day they change', async () => {
    const texts = await startTexts();
    const zone = 'America/New_York';
    const at = instantIn(zone, '2030-03-10', 8 * 60) ?? 0;
    expect(new Date(at).toISOString()).toBe('2030-03-10T12:00:00.000Z');
    await texts.clock.advance(at - texts.clock.now() - hour);
    await schedule(texts, 'Morning', { at });
    await texts.clock.advance(hour - 1);
    expect(sentOf(texts)).toEqual([]);
    await texts.clock.advance(1);
    expect(sentOf(texts)).toEqual(['Morning']);
  });

  it('is sent now, changed, or discarded, when the user says so', async () => {
    const texts = await startTexts();
    const one = await schedule(texts, 'one');
    const two = await schedule(texts, 'two');
    const three = await schedule(texts, 'three');
    expect(await texts.scheduled.sendNow(one.scheduledId)).toMatchObject({ ok: true });
    await settled();
    expect(sentOf(texts)).toEqual(['one']);
    expect(await texts.scheduled.sendNow(one.scheduledId)).toMatchObject({
      failure: { message: 'scheduled.gone' },
    });
    const time = { at: texts.clock.now() + 2 * hour, cancelOnReply: true };
    await texts.scheduled.change(two.scheduledId, { text: 'two, later', time });
    await texts.scheduled.discard(three.scheduledId);
    await texts.clock.advance(hour);
    expect(sentOf(texts)).toEqual(['one']);
    texts.scheduled.noteSynced();
    await texts.clock.advance(hour);
    texts.scheduled.noteSynced();
    await settled();
    expect(sentOf(texts)).toEqual(['one', 'two, later']);
  });
});

describe('a time that is missed', () => {
  it('asks when the computer slept for longer than five minutes', async () => {
    const texts = await startTexts();
    const { threadId, scheduledId } = await schedule(texts, 'Later');
    await texts.scheduled.stop();
    await texts.clock.advance(hour + 5 * minute + 1);
    const { archive, clock } = texts;
    const later = await startTexts({ archive, clock });
    await clock.advance(hour);
    expect(sentOf(later)).toEqual([]);
    expect(states(later)).toEqual(['missed']);
    expect(await later.scheduled.countAsking()).toBe(1);
    expect(later.notes).toMatchObject([{ to: { screen: 'messages', threadId } }]);
    expect(await later.scheduled.sendNow(scheduledId)).toMatchObject({ ok: true });
    await settled();
    expect(sentOf(later)).toEqual(['Later']);
  });

  it('goes when it is less', async () => {
    const texts = await startTexts();
    await schedule(texts, 'Later');
    await texts.scheduled.stop();
    await texts.clock.advance(hour + 4 * minute);
    const later = await startTexts({ archive: texts.archive, clock: texts.clock });
    await settled();
    expect(sentOf(later)).toEqual(['Later']);
  });

  it('waits while nobody is signed in or RingCentral is away, and asks when it becomes late', async () => {
    const texts = await startTexts();
    await schedule(texts, 'one');
    await schedule(texts, 'two', { at: texts.clock.now() + 2 * hour, to: bob });
    texts.session.isSignedIn = false;
    await texts.clock.advance(hour + minute);
    expect(states(texts)).toEqual(['waiting', 'waiting']);
    texts.session.isSignedIn = true;
    texts.scheduled.resume();
    await settled();
    expect(sentOf(texts)).toEqual(['one']);
    texts.client.setConnection({ state: 'offline', cause: 'network', sinceAt: 0 });
    await texts.clock.advance(hour + 10 * minute);
    expect(states(texts)).toEqual(['missed']);
    expect(sentOf(texts)).toEqual(['one']);
  });

  it('asks of many at once with one notification', async () => {
    const texts = await startTexts();
    for (let n = 0; n < 60; n += 1) await schedule(texts, `text ${n}`);
    await texts.scheduled.stop();
    await texts.clock.advance(2 * hour);
    const later = await startTexts({ archive: texts.archive, clock: texts.clock });
    await later.clock.advance(minute);
    expect(new Set(states(later))).toEqual(new Set(['missed']));
    expect(later.notes.length).toBeLessThanOrEqual(2);
  });
});

describe('an answer', () => {
  it('calls it off when the user wanted that, whenever it was written since', async () => {
    const texts = await startTexts();
    const { threadId } = await schedule(texts, 'Still there?', { cancelOnReply: true });
    await schedule(texts, 'Anyway');
    const { db } = texts.archive;
    expect(answerScheduled(db, Number(threadId), texts.clock.now() - 1)).toBe(false);
    expect(answerScheduled(db, Number(threadId), texts.clock.now() + 1)).toBe(true);
    expect(states(texts)).toEqual(['answered', 'waiting']);
    texts.scheduled.noteSynced();
    await texts.clock.advance(hour);
    expect(sentOf(texts)).toEqual(['Anyway']);
  });

  it('has to be looked for before it goes', async () => {
    const texts = await startTexts();
    await schedule(texts, 'Still there?', { cancelOnReply: true });
    await texts.clock.advance(hour);
    expect(sentOf(texts)).toEqual([]);
    expect(texts.counts.syncs).toBeGreaterThan(0);
    texts.scheduled.noteSynced();
    await settled();
    expect(sentOf(texts)).toEqual(['Still there?']);
  });

  it('is told by RingCentral’s clock, which ours may be ahead of', async () => {
    const texts = await startTexts();
    texts.client.clockAheadMs = 10 * minute;
    const { threadId } = await schedule(texts, 'Still there?', { cancelOnReply: true });
    const writtenAt = texts.clock.now() - 9 * minute;
    expect(answerScheduled(texts.archive.db, Number(threadId), writtenAt)).toBe(true);
  });
});

describe('what stands against it', () => {
  const quiet = failure('conflict', 'text.quiet-hours', { retry: 'user' });

  it('is asked again when its time has come, with what was answered before', async () => {
    const texts = await startTexts();
    const at = texts.clock.now() + hour;
    const clientId = 'x' as ClientId;
    await texts.messages.send({
      clientId,
      to: { numbers: [ada] },
      text: 'Later',
      sendAt: { at, cancelOnReply: false },
      confirmed: ['do-not-call'],
      reason: 'asked to',
    });
    texts.rules.refuse = () => failure('conflict', 'text.opted-out', { retry: 'user' });
    await texts.clock.advance(hour);
    expect(texts.rules.judged.map((text) => text.at)).toEqual([at, at]);
    expect(texts.rules.judged[1]).toMatchObject({ confirmed: ['do-not-call'], reason: 'asked to' });
    expect(await texts.scheduled.list(undefined)).toMatchObject([
      { state: 'refused', failure: { message: 'text.opted-out' } },
    ]);
    expect(texts.notes).toHaveLength(1);
    expect(sentOf(texts)).toEqual([]);
  });

  it('is told when it is to go now, and counts as answered when asked once more', async () => {
    const texts = await startTexts();
    const { scheduledId } = await schedule(texts, 'Later');
    texts.rules.refuse = ({ confirmed }) => (confirmed.includes('quiet-hours') ? undefined : quiet);
    expect(await texts.scheduled.sendNow(scheduledId)).toEqual({ ok: false, failure: quiet });
    expect(states(texts)).toEqual(['waiting']);
    expect(await texts.scheduled.sendNow(scheduledId)).toMatchObject({ ok: true });
    await settled();
    expect(sentOf(texts)).toEqual(['Later']);
  });

  it('can be that its number sends no texts any more', async () => {
    const texts = await startTexts();
    await schedule(texts, 'Later');
    texts.session.senders = [];
    await texts.clock.advance(hour);
    expect(await texts.scheduled.list(undefined)).toMatchObject([
      { state: 'refused', failure: { message: 'text.no-sender' } },
    ]);
  });
});

describe('texts for later and the archive as a whole', () => {
  it('ask in a backup that takes the archive’s place', async () => {
    const texts = await startTexts();
    await schedule(texts, 'Later');
    readyForUse(texts.archive.db, 1, texts.clock.now());
    expect(states(texts)).toEqual(['missed']);
  });

  it('go with a person who is erased, and leave no thread of theirs', async () => {
    const texts = await startTexts();
    await schedule(texts, 'To Ada');
    await schedule(texts, 'To Bob', { to: bob });
    const { db } = texts.archive;
    removeTraces(db, scopeOf(db, { number: ada }));
    expect(db.prepare('SELECT body FROM scheduled_text').pluck().all()).toEqual(['To Bob']);
    expect(db.prepare('SELECT number FROM thread_party').pluck().all()).toEqual([bob]);
  });

  it('stay, with their thread, when old texts are dropped', async () => {
    const texts = await startTexts();
    await texts.send('Old');
    await schedule(texts, 'Later', { at: texts.clock.now() + 24 * hour });
    await texts.clock.advance(hour);
    const before = texts.clock.now();
    await texts.archive.write(dropSome, { before, limit: 50 });
    const { db } = texts.archive;
    expect(db.prepare('SELECT count(*) FROM message').pluck().get()).toBe(0);
    expect(states(texts)).toEqual(['waiting']);
    await texts.clock.advance(23 * hour);
    expect(sentOf(texts)).toEqual(['Old', 'Later']);
  });

  it('are found through an index when they are due', async () => {
    const { archive } = await startTexts();
    const plan = archive.db.prepare(`EXPLAIN QUERY PLAN ${dueScheduledSql}`).all(1, 0, 0) as {
      detail: string;
    }[];
    const details = plan.map(({ detail }) => detail).join('\n');
    expect(details).toContain('USING INDEX scheduled_text_due');
    expect(details).not.toContain('TEMP B-TREE');
  });
});
