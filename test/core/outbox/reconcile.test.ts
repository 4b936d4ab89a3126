import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../../shared/model/messages.ts';
import { startTexts, type TextHarness } from '../messages/harness.ts';
import { accept, later, noAnswer } from '../support/fake-client.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, bob, mainNumber } from '../support/session.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import type { ServerMessage } from '../../../main/core/ringcentral/records.ts';

/** A text whose request went out and whose answer was lost. */
async function lose(texts: TextHarness, text = 'Hello', to = ada) {
  const before = texts.client.answerSend;
  texts.client.answerSend = noAnswer;
  const accepted = await texts.send(text, to);
  texts.client.answerSend = before;
  return accepted;
}

async function statuses(texts: TextHarness, threadId: MessageView['threadId']) {
  const { items } = await texts.messages.list(threadId, { limit: 50 });
  return items.map(({ status, failure }) =>
    typeof failure?.retry === 'string' ? `${status} ${failure.retry}` : status,
  );
}

describe('looking up a text of unknown outcome', () => {
  it('adopts the one record that fits: one bubble, with the state the record has', async () => {
    const texts = await startTexts();
    const { messageId, threadId } = await lose(texts);
    await texts.clock.advance(1_000);
    const synced = texts.addSynced('Hello', { serverId: '77', status: 'delivered' });
    const { db } = texts.archive;
    db.prepare(
      `INSERT INTO attachment (server_id, message_id, uri, type, content_type)
       VALUES ('a1', ?, 'x', 'Text', 'text/plain')`,
    ).run(synced);
    await texts.outbox.reconcile();
    expect(await statuses(texts, threadId)).toEqual(['delivered']);
    expect(
      db.prepare('SELECT id, server_id, client_id IS NULL AS synced FROM message').all(),
    ).toEqual([{ id: Number(messageId), server_id: '77', synced: 0 }]);
    expect(db.prepare('SELECT message_id FROM attachment').pluck().get()).toBe(Number(messageId));
    expect(db.prepare('SELECT last_message_id FROM thread').pluck().get()).toBe(Number(messageId));
    await texts.outbox.reconcile();
    expect(await statuses(texts, threadId)).toEqual(['delivered']);
  });

  it('tells texts that say the same apart by how many files go with them', async () => {
    const texts = await startTexts();
    const plain = await lose(texts);
    const withFile = await lose(texts);
    const { db } = texts.archive;
    db.prepare(
      `INSERT INTO outgoing_file (id, file_name, content_type, size_bytes, message_id, added_at)
       VALUES ('f-1', 'house.png', 'image/png', 9, ?, 1)`,
    ).run(Number(withFile.messageId));
    await texts.clock.advance(1_000);
    const synced = texts.addSynced('Hello', { serverId: '77' });
    db.prepare(
      `INSERT INTO attachment (server_id, message_id, uri, type, content_type)
       VALUES ('a1', ?, 'x', 'MmsAttachment', 'image/png')`,
    ).run(synced);
    await texts.outbox.reconcile();
    expect((await texts.view(withFile.messageId))?.status).toBe('sent');
    expect((await texts.view(plain.messageId))?.status).toBe('unknown');
    // Its own file is shown, and not RingCentral's copy of it beside.
    expect((await texts.view(withFile.messageId))?.attachments).toMatchObject([
      { mediaId: 'outgoing-f-1' },
    ]);
  });

  it('asks the user when two records fit, without doubling anything itself', async () => {
    const texts = await startTexts();
    const { threadId } = await lose(texts);
    texts.addSynced('Hello', { serverId: '1' });
    texts.addSynced('Hello', { serverId: '2' });
    await texts.outbox.reconcile();
    expect(await statuses(texts, threadId)).toEqual(['sent', 'sent', 'unknown user']);
    expect(texts.client.sent).toHaveLength(1);
  });

  it('asks the user when two syncs have not brought it, and adopts it even then', async () => {
    const texts = await startTexts();
    const { threadId } = await lose(texts);
    await texts.outbox.reconcile();
    // Two syncs at once are as good as one: RingCentral's store may learn of it a little later.
    await texts.outbox.reconcile();
    expect(await statuses(texts, threadId)).toEqual(['unknown auto']);
    await texts.clock.advance(15_000);
    await texts.outbox.reconcile();
    expect(await statuses(texts, threadId)).toEqual(['unknown user']);
    texts.addSynced('Hello', { at: texts.clock.now() - 15_000 });
    await texts.outbox.reconcile();
    expect(await statuses(texts, threadId)).toEqual(['sent']);
  });

  it.each([
    ['another text', { text: 'Hello?' }],
    ['another recipient', { to: bob }],
    ['one that came in', { direction: 'inbound' }],
    ['one from before the attempt', { after: -3 * 60_000 }],
    ['one from long after it', { after: 16 * 60_000 }],
  ] as const)('does not take %s for it', async (_, record) => {
    const texts = await startTexts();
    const { messageId } = await lose(texts);
    const {
      text = 'Hello',
      after = 0,
      ...more
    } = record as {
      readonly text?: string;
      readonly after?: number;
      readonly to?: typeof bob;
      readonly direction?: 'inbound';
    };
    texts.addSynced(text, { ...more, at: texts.clock.now() + after });
    await texts.outbox.reconcile();
    expect(await texts.view(messageId)).toMatchObject({ status: 'unknown' });
  });

  it.each([
    ['ahead', 60],
    ['behind', -60],
  ])('finds it although this computer’s clock is an hour %s', async (_, minutes) => {
    const texts = await startTexts();
    const { threadId } = await lose(texts);
    const aheadMs = minutes * 60_000;
    texts.addSynced('Hello', { at: texts.clock.now() - aheadMs });
    await texts.outbox.reconcile();
    expect(await statuses(texts, threadId)).toContain('unknown auto');
    texts.client.clockAheadMs = aheadMs;
    await texts.outbox.reconcile();
    expect(await statuses(texts, threadId)).toEqual(['sent']);
  });

  it('takes none that fits only by a clock that is off', async () => {
    const texts = await startTexts();
    const { messageId } = await lose(texts);
    texts.client.clockAheadMs = 60 * 60_000;
    texts.addSynced('Hello', { at: texts.clock.now() });
    await texts.outbox.reconcile();
    expect(await texts.view(messageId)).toMatchObject({ status: 'unknown' });
  });

  it('does not take a record that another text has', async () => {
    const texts = await startTexts();
    const first = await texts.send('Hello');
    const { threadId } = await lose(texts);
    await texts.outbox.reconcile();
    expect(await texts.view(first.messageId)).toMatchObject({ status: 'sent' });
    expect(await statuses(texts, threadId)).toEqual(['unknown auto', 'sent']);
  });

  it('gives two equal texts a record each, in order', async () => {
    const texts = await startTexts();
    const { threadId } = await lose(texts, 'ok');
    await lose(texts, 'ok');
    texts.addSynced('ok', { serverId: '1' });
    await texts.outbox.reconcile();
    expect(await statuses(texts, threadId)).toEqual(['unknown auto', 'sent']);
    texts.addSynced('ok', { serverId: '2' });
    await texts.outbox.reconcile();
    expect(await statuses(texts, threadId)).toEqual(['sent', 'sent']);
  });

  it('waits while an equal text is going out, whose record it might be', async () => {
    const texts = await startTexts();
    const lost = await lose(texts, 'ok');
    const answer = later<Outcome<ServerMessage>>();
    texts.client.answerSend = () => answer.outcome;
    await texts.accept('ok');
    await settled();
    texts.addSynced('ok', { serverId: '9' });
    await texts.outbox.reconcile();
    expect(await texts.view(lost.messageId)).toMatchObject({ status: 'unknown' });
    answer.give(accept({ from: mainNumber, to: [ada], text: 'ok' }, '9'));
    await settled();
    expect(await statuses(texts, lost.threadId)).toEqual(['sent', 'unknown auto']);
  });

  it('gives a record back when the answer says whose it was', async () => {
    const texts = await startTexts();
    const lost = await lose(texts, 'ok');
    texts.addSynced('ok', { serverId: '9' });
    await texts.outbox.reconcile();
    expect(await texts.view(lost.messageId)).toMatchObject({ status: 'sent' });
    texts.client.answerSend = (input) => accept(input, '9');
    await texts.send('ok');
    expect(await statuses(texts, lost.threadId)).toEqual(['sent', 'unknown auto']);
  });
});

describe('sync and answer, whichever comes first', () => {
  it('make one bubble when sync has the record before the answer is read', async () => {
    const texts = await startTexts();
    texts.client.answerSend = (input) => {
      texts.addSynced('Hello', { serverId: '5', status: 'delivered' });
      return accept(input, '5');
    };
    const { threadId } = await texts.send('Hello');
    expect(await statuses(texts, threadId)).toEqual(['delivered']);
  });
});

describe('stopping', () => {
  it('puts a text back that had been taken and not yet sent', async () => {
    const texts = await startTexts();
    texts.session.isSignedIn = false;
    const { messageId } = await texts.send('Hello');
    texts.session.isSignedIn = true;
    texts.outbox.wake();
    await texts.outbox.stop();
    const activities = texts.archive.db.prepare('SELECT settled_at FROM activity').pluck().all();
    expect(activities).toEqual([null]);
    expect(await texts.view(messageId)).toMatchObject({ status: 'queued' });
    expect(texts.client.sent).toEqual([]);
    expect(texts.jobs()).toBe(1);
  });

  it('waits for the answer to what has been sent', async () => {
    const texts = await startTexts();
    const answer = later<Outcome<ServerMessage>>();
    texts.client.answerSend = () => answer.outcome;
    const { messageId } = await texts.send('Hello');
    const stopping = texts.outbox.stop();
    await settled();
    answer.give(accept({ from: mainNumber, to: [ada], text: 'Hello' }, '1'));
    await stopping;
    expect(await texts.view(messageId)).toMatchObject({ status: 'sent' });
  });
});

describe('after a restart', () => {
  it('what was queued goes out, once', async () => {
    const before = await startTexts();
    before.session.isSignedIn = false;
    const { messageId } = await before.send('Hello');
    await before.outbox.stop();
    const after = await startTexts({ archive: before.archive, clock: before.clock });
    await settled();
    expect(after.client.sent).toHaveLength(1);
    expect(await after.view(messageId)).toMatchObject({ status: 'sent' });
  });

  it('what was being sent is unknown and is looked up, never sent again', async () => {
    const before = await startTexts();
    before.client.answerSend = () => later<Outcome<ServerMessage>>().outcome;
    const { messageId, threadId } = await before.send('Hello');
    expect(await before.view(messageId)).toMatchObject({ status: 'sending' });
    void before.outbox.stop();
    const after = await startTexts({ archive: before.archive, clock: before.clock });
    await after.clock.advance(60_000);
    expect(after.client.sent).toEqual([]);
    expect(await after.view(messageId)).toMatchObject({
      status: 'unknown',
      failure: { retry: 'auto' },
    });
    expect(after.counts.syncs).toBe(2);
    after.addSynced('Hello', { at: before.clock.now() - 60_000 });
    await after.outbox.reconcile();
    expect(await statuses(after, threadId)).toEqual(['sent']);
  });
});
