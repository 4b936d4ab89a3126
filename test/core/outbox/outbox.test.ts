import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { dueSql } from '../../../main/core/outbox/queries.ts';
import { startTexts } from '../messages/harness.ts';
import { accept, later, noAnswer, notSent } from '../support/fake-client.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, bob, mainNumber } from '../support/session.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import type { ServerMessage } from '../../../main/core/ringcentral/records.ts';

const refused = (status: number, code: string, more: object = {}): Outcome<never> => ({
  kind: 'refused',
  status,
  failure: failure('rejected', 'text.failed', { code, ...more }),
});

describe('a text that was accepted', () => {
  it('goes out once, adopts the server’s id and leaves no job', async () => {
    const texts = await startTexts();
    const { messageId } = await texts.send('Hello');
    expect(texts.client.sent).toEqual([{ from: mainNumber, to: [ada], text: 'Hello', files: [] }]);
    expect(await texts.view(messageId)).toMatchObject({ status: 'sent', failure: undefined });
    expect(texts.jobs()).toBe(0);
    expect(texts.counts.deliveries).toBe(1);
    const { db } = texts.archive;
    expect(db.prepare('SELECT server_id FROM message').pluck().all()).toEqual(['2']);
    expect(db.prepare('SELECT conversation_id FROM thread_conversation').pluck().all()).toEqual([
      `conversation-of-${ada}`,
    ]);
    expect(db.prepare('SELECT kind, subject, outcome FROM activity').all()).toEqual([
      { kind: 'text', subject: `message:${messageId}`, outcome: 'sent' },
    ]);
  });

  it('is marked as sending on disk before it leaves', async () => {
    const texts = await startTexts();
    const found: unknown[] = [];
    texts.client.answerSend = (input) => {
      found.push(texts.archive.db.prepare('SELECT status FROM message').pluck().get());
      return accept(input, '1');
    };
    await texts.send('Hello');
    expect(found).toEqual(['sending']);
  });

  it('waits for the one before it in its thread, not for other threads', async () => {
    const texts = await startTexts();
    const first = later<Outcome<ServerMessage>>();
    texts.client.answerSend = (input) =>
      input.text === 'one' ? first.outcome : accept(input, input.text);
    await texts.accept('one');
    await texts.accept('two');
    await texts.accept('other', bob);
    await settled();
    expect(texts.client.sent.map(({ text }) => text)).toEqual(['one', 'other']);
    first.give(accept({ from: mainNumber, to: [ada], text: 'one' }, 'one'));
    await settled();
    expect(texts.client.sent.map(({ text }) => text)).toEqual(['one', 'other', 'two']);
  });

  it('does not overtake one that is backing off', async () => {
    const texts = await startTexts();
    texts.client.answerSend = (input) =>
      input.text === 'one' && texts.client.sent.length === 1
        ? refused(503, 'MSG-290')
        : accept(input, input.text);
    await texts.accept('one');
    await texts.accept('two');
    await settled();
    expect(texts.client.sent.map(({ text }) => text)).toEqual(['one']);
    await texts.clock.advance(2_000);
    expect(texts.client.sent.map(({ text }) => text)).toEqual(['one', 'one', 'two']);
  });

  it('sends at most four at a time', async () => {
    const texts = await startTexts();
    texts.client.answerSend = () => later<Outcome<ServerMessage>>().outcome;
    for (let n = 0; n < 6; n += 1) await texts.accept(`text ${n}`, `+1212555013${n}` as typeof ada);
    await settled();
    expect(texts.client.sent).toHaveLength(4);
  });
});

describe('an attempt that did not succeed', () => {
  it('fails with RingCentral’s reason and lets the next one go', async () => {
    const texts = await startTexts();
    texts.client.answerSend = (input) =>
      input.text === 'bad' ? refused(400, 'MSG-243') : accept(input, '1');
    const { messageId } = await texts.send('bad');
    const next = await texts.send('good');
    expect(await texts.view(messageId)).toMatchObject({
      status: 'failed',
      failure: { code: 'MSG-243', retry: 'user' },
    });
    expect(await texts.view(next.messageId)).toMatchObject({ status: 'sent' });
    expect(texts.jobs()).toBe(0);
    await texts.clock.advance(3_600_000);
    expect(texts.client.sent).toHaveLength(2);
  });

  it('backs off on 503 MSG-290, longer each time, and goes out in the end', async () => {
    const texts = await startTexts();
    texts.client.answerSend = refused(503, 'MSG-290');
    const { messageId } = await texts.send('Hello');
    expect(await texts.view(messageId)).toMatchObject({ status: 'queued', failure: undefined });
    await texts.clock.advance(1_999);
    expect(texts.client.sent).toHaveLength(1);
    await texts.clock.advance(1);
    expect(texts.client.sent).toHaveLength(2);
    await texts.clock.advance(3_999);
    expect(texts.client.sent).toHaveLength(2);
    texts.client.answerSend = (input) => accept(input, '1');
    await texts.clock.advance(1);
    expect(await texts.view(messageId)).toMatchObject({ status: 'sent' });
    expect(texts.client.sent).toHaveLength(3);
  });

  it('stops every text for a penalty and goes on by itself afterwards', async () => {
    const texts = await startTexts();
    texts.client.answerSend = {
      kind: 'refused',
      status: 429,
      failure: failure('rate-limited', 'rate.limited', { retry: { afterMs: 60_000 } }),
    };
    const { messageId } = await texts.send('Hello');
    await texts.send('Other', bob);
    expect(texts.client.sent).toHaveLength(1);
    expect(await texts.view(messageId)).toMatchObject({ status: 'queued' });
    texts.client.answerSend = (input) => accept(input, input.text);
    await texts.clock.advance(59_999);
    expect(texts.client.sent).toHaveLength(1);
    await texts.clock.advance(1);
    expect(texts.client.sent.map(({ text }) => text)).toEqual(['Hello', 'Hello', 'Other']);
  });

  it('is not begun inside a penalty that another request has met', async () => {
    const texts = await startTexts();
    const resumesAt = texts.clock.now() + 30_000;
    texts.client.setPaused([{ group: 'medium', resumesAt }]);
    const { messageId } = await texts.send('Hello');
    expect(await texts.view(messageId)).toMatchObject({ status: 'queued' });
    texts.client.setPaused([]);
    await texts.clock.advance(30_000);
    expect(await texts.view(messageId)).toMatchObject({ status: 'sent' });
  });

  it('waits while offline and goes when RingCentral is back', async () => {
    const texts = await startTexts();
    const sinceAt = texts.clock.now();
    texts.client.answerSend = () => {
      texts.client.setConnection({ state: 'offline', cause: 'network', sinceAt });
      return notSent;
    };
    const { messageId } = await texts.send('Hello');
    await texts.send('Other', bob);
    await texts.clock.advance(3_600_000);
    expect(texts.client.sent).toHaveLength(1);
    expect(await texts.view(messageId)).toMatchObject({ status: 'queued', failure: undefined });
    texts.client.answerSend = (input) => accept(input, input.text);
    texts.client.setConnection({ state: 'online' });
    await settled();
    expect(texts.client.sent.map(({ text }) => text)).toEqual(['Hello', 'Hello', 'Other']);
  });

  it('waits while signed out and goes after sign-in', async () => {
    const texts = await startTexts();
    texts.client.answerSend = () => {
      texts.session.isSignedIn = false;
      return { kind: 'refused', status: 401, failure: failure('auth', 'session.expired') };
    };
    const { messageId } = await texts.send('Hello');
    await texts.clock.advance(3_600_000);
    expect(texts.client.sent).toHaveLength(1);
    expect(await texts.view(messageId)).toMatchObject({ status: 'queued' });
    texts.session.isSignedIn = true;
    texts.client.answerSend = (input) => accept(input, '1');
    texts.outbox.resume();
    await settled();
    expect(await texts.view(messageId)).toMatchObject({ status: 'sent' });
  });
});

describe('an outcome that could not be written down', () => {
  it('is written when the disk allows it, and nothing is sent again', async () => {
    const texts = await startTexts();
    const { db } = texts.archive;
    texts.client.answerSend = (input) => {
      db.exec(`CREATE TRIGGER full BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'no'); END`);
      return accept(input, 'taken');
    };
    const { messageId } = await texts.send('Hello');
    expect(await texts.view(messageId)).toMatchObject({ status: 'sending' });
    db.exec('DROP TRIGGER full');
    await texts.clock.advance(2_000);
    expect(await texts.view(messageId)).toMatchObject({ status: 'sent' });
    expect(texts.client.sent).toHaveLength(1);
  });
});

describe('the next text', () => {
  it('is found through an index, however many wait', async () => {
    const { archive } = await startTexts();
    const plan = archive.db.prepare(`EXPLAIN QUERY PLAN ${dueSql}`).all(0) as { detail: string }[];
    const details = plan.map(({ detail }) => detail).join('\n');
    expect(details).toContain('USING INDEX outbox_by_due (due_at<?)');
    expect(details).toContain('outbox_by_thread (thread_id=? AND message_id<?)');
    expect(details).not.toContain('TEMP B-TREE');
  });
});

describe('an attempt without an answer', () => {
  it('is unknown, is looked up, and is never repeated', async () => {
    const texts = await startTexts();
    texts.client.answerSend = noAnswer;
    const { messageId } = await texts.send('Hello');
    expect(await texts.view(messageId)).toMatchObject({
      status: 'unknown',
      failure: { message: 'text.outcome-unknown', retry: 'auto' },
    });
    expect(texts.jobs()).toBe(0);
    expect(texts.counts.syncs).toBe(1);
    await texts.clock.advance(15_000);
    expect(texts.counts.syncs).toBe(2);
    await texts.clock.advance(3_600_000);
    texts.outbox.resume();
    await settled();
    expect(texts.client.sent).toHaveLength(1);
  });
});
