import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts';
import { accept, later, noAnswer } from '../support/fake-client.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, mainNumber } from '../support/session.ts';
import { startTexts, type TextHarness } from './harness.ts';

async function textsOf(texts: TextHarness, threadId: ThreadId) {
  const { items } = await texts.messages.list(threadId, { limit: 200 });
  return items.map(({ text, status }) => `${text}: ${status}`);
}

describe('a text that did not go', () => {
  it('goes again when the user says so, as the same bubble', async () => {
    const texts = await startTexts();
    const reason = failure('rejected', 'text.recipient-blocked');
    texts.client.answerSend = { kind: 'refused', status: 400, failure: reason };
    const { messageId, threadId } = await texts.send('Hello');
    texts.client.answerSend = (input) => accept(input, '1');
    expect(await texts.messages.sendAgain(messageId)).toEqual({ ok: true, value: undefined });
    await settled();
    expect(await textsOf(texts, threadId)).toEqual(['Hello: sent']);
    expect(texts.client.sent).toHaveLength(2);
    const outcomes = texts.archive.db.prepare('SELECT outcome FROM activity').pluck().all();
    expect(outcomes).toEqual(['failed', 'sent']);
  });

  it('is asked about and held like a new one before it goes again', async () => {
    const texts = await startTexts({ holdMs: 5_000 });
    const reason = failure('rejected', 'text.recipient-blocked');
    texts.client.answerSend = { kind: 'refused', status: 400, failure: reason };
    const { messageId, threadId } = await texts.send('Hello');
    await texts.clock.advance(5_000);
    expect(await textsOf(texts, threadId)).toEqual(['Hello: failed']);
    const question = failure('conflict', 'number.do-not-call', { retry: 'user' });
    texts.rules.refuse = ({ confirmed }) =>
      confirmed.includes('do-not-call') ? undefined : question;
    expect(await texts.messages.sendAgain(messageId)).toEqual({ ok: false, failure: question });
    expect(texts.rules.judged.at(-1)).toMatchObject({
      to: [ada],
      from: mainNumber,
      text: 'Hello',
      at: texts.clock.now(),
    });
    expect(await textsOf(texts, threadId)).toEqual(['Hello: failed']);

    const answers = { confirmed: ['do-not-call' as const], reason: 'They asked me to text' };
    expect(await texts.messages.sendAgain(messageId, answers)).toMatchObject({ ok: true });
    await settled();
    expect(await texts.view(messageId)).toMatchObject({
      status: 'queued',
      waiting: { for: 'hold', until: texts.clock.now() + 5_000 },
    });
    expect(texts.client.sent).toHaveLength(1);
    const { db } = texts.archive;
    const detail = db.prepare('SELECT detail FROM activity ORDER BY id DESC').pluck().get();
    expect(JSON.parse(String(detail))).toMatchObject({
      decision: { questions: ['do-not-call'], reason: 'They asked me to text' },
    });
    texts.client.answerSend = (input) => accept(input, '1');
    await texts.clock.advance(5_000);
    expect(await textsOf(texts, threadId)).toEqual(['Hello: sent']);
    expect(texts.client.sent).toHaveLength(2);
  });

  it('can be taken back when it is to go again', async () => {
    const texts = await startTexts({ holdMs: 5_000 });
    const reason = failure('rejected', 'text.recipient-blocked');
    texts.client.answerSend = { kind: 'refused', status: 400, failure: reason };
    const { messageId, threadId } = await texts.send('Hello');
    await texts.clock.advance(5_000);
    await texts.messages.sendAgain(messageId);
    expect(await texts.messages.undo(messageId)).toMatchObject({ value: { text: 'Hello' } });
    await texts.clock.advance(60_000);
    expect(texts.client.sent).toHaveLength(1);
    expect(await textsOf(texts, threadId)).toEqual([]);
  });

  it('is not sent again while it is being looked up, only when the user is asked', async () => {
    const texts = await startTexts();
    texts.client.answerSend = noAnswer;
    const { messageId } = await texts.send('Hello');
    texts.client.answerSend = (input) => accept(input, '1');
    expect(await texts.messages.sendAgain(messageId)).toMatchObject({
      ok: false,
      failure: { kind: 'conflict', message: 'text.looked-up', retry: 'auto' },
    });
    expect(await texts.view(messageId)).toMatchObject({ status: 'unknown' });
    expect(texts.jobs()).toBe(0);

    await texts.outbox.reconcile();
    await texts.clock.advance(15_000);
    await texts.outbox.reconcile();
    expect(await texts.view(messageId)).toMatchObject({ failure: { retry: 'user' } });
    expect(await texts.messages.sendAgain(messageId)).toMatchObject({ ok: true });
    await settled();
    expect(await texts.view(messageId)).toMatchObject({ status: 'sent' });
    expect(texts.client.sent).toHaveLength(2);
  });

  it('keeps the record of one that RingCentral had taken, and sends a copy', async () => {
    const texts = await startTexts();
    const { messageId, threadId } = await texts.send('Hello');
    const { db } = texts.archive;
    db.prepare(`UPDATE message SET status = 'failed' WHERE id = ?`).run(Number(messageId));
    await texts.clock.advance(5_000);
    await texts.messages.sendAgain(messageId);
    await settled();
    expect(await textsOf(texts, threadId)).toEqual(['Hello: sent']);
    expect(db.prepare('SELECT is_discarded FROM message ORDER BY id').pluck().all()).toEqual([
      1, 0,
    ]);
    expect(db.prepare('SELECT count(DISTINCT server_id) FROM message').pluck().get()).toBe(2);
  });

  it('can be discarded while it waits, and then never goes', async () => {
    const texts = await startTexts();
    texts.session.isSignedIn = false;
    const { messageId, threadId } = await texts.send('Hello');
    expect(await texts.messages.discard(messageId)).toMatchObject({ ok: true });
    texts.session.isSignedIn = true;
    texts.outbox.resume();
    await settled();
    expect(texts.client.sent).toEqual([]);
    expect(await textsOf(texts, threadId)).toEqual([]);
    expect((await texts.messages.listThreads({ limit: 200 })).items).toEqual([]);
    expect(
      texts.archive.db.prepare('SELECT kind, outcome FROM activity ORDER BY id').all(),
    ).toEqual([
      { kind: 'text', outcome: 'discarded' },
      { kind: 'text-discarded', outcome: 'discarded' },
    ]);
  });

  it('cannot be discarded or sent again while it is going out, or when it has gone', async () => {
    const texts = await startTexts();
    const answer = later<ReturnType<typeof accept>>();
    texts.client.answerSend = () => answer.outcome;
    const { messageId } = await texts.send('Hello');
    const refusal = { ok: false, failure: { message: 'text.not-waiting' } };
    expect(await texts.messages.discard(messageId)).toMatchObject(refusal);
    expect(await texts.messages.sendAgain(messageId)).toMatchObject(refusal);
    answer.give(accept({ from: mainNumber, to: [ada], text: 'Hello' }, '1'));
    await settled();
    expect(await texts.messages.discard(messageId)).toMatchObject(refusal);
    expect(await texts.messages.sendAgain(messageId)).toMatchObject(refusal);
    expect(await texts.messages.discard('404' as MessageId)).toMatchObject({
      failure: { message: 'not-found' },
    });
  });
});
