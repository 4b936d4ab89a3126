import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { ClientId, ThreadId } from '../../../shared/model/ids.ts';
import { findOrCreateThread } from '../../../main/core/messages/rows.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, bob, mainNumber, secondNumber } from '../support/session.ts';
import { startTexts } from './harness.ts';

const clientId = 'client-x' as ClientId;
const all = { limit: 200 };

describe('sending', () => {
  it('is on disk, in its thread, when it is accepted', async () => {
    const texts = await startTexts();
    texts.session.isSignedIn = false;
    const { messageId, threadId } = await texts.accept('Hello');
    expect(await texts.view(messageId)).toMatchObject({
      threadId,
      direction: 'outbound',
      text: 'Hello',
      status: 'queued',
      isRead: true,
      from: { number: mainNumber },
    });
    expect(await texts.messages.getThread(threadId)).toMatchObject({
      ownNumber: mainNumber,
      parties: [{ number: ada, name: undefined }],
      lastMessage: { text: 'Hello', direction: 'outbound', status: 'queued', attachments: [] },
      unreadCount: 0,
    });
    expect(texts.jobs()).toBe(1);
    expect(new Set(texts.told)).toEqual(new Set(['threads', 'messages', 'outbox']));
  });

  it('accepts a client id once, whatever comes with it', async () => {
    const texts = await startTexts();
    const to = { numbers: [ada] };
    const first = await texts.messages.send({ clientId, to, text: 'Hello' });
    await settled();
    const again = await texts.messages.send({ clientId, to: { numbers: [bob] }, text: 'Other' });
    await settled();
    expect(again).toEqual(first);
    expect(texts.client.sent).toHaveLength(1);
    expect(texts.archive.db.prepare('SELECT body FROM message').pluck().all()).toEqual(['Hello']);
  });

  it('does not judge a client id again that it has accepted', async () => {
    const texts = await startTexts();
    const request = { clientId, to: { numbers: [ada] }, text: 'Hello' };
    const first = await texts.messages.send(request);
    texts.rules.refuse = () => failure('conflict', 'text.quiet-hours', { retry: 'user' });
    texts.session.senders = [];
    expect(await texts.messages.send(request)).toEqual(first);
    expect(texts.rules.judged).toHaveLength(1);
  });

  it('accepts it once when it is asked twice at the same time', async () => {
    const texts = await startTexts();
    const request = { clientId, to: { numbers: [ada] }, text: 'Hello' };
    const answers = await Promise.all([texts.messages.send(request), texts.messages.send(request)]);
    await settled();
    expect(answers[0]).toEqual(answers[1]);
    expect(texts.client.sent).toHaveLength(1);
  });

  it.each([
    [{ text: '  ' }, 'text.empty'],
    [{ text: 'x'.repeat(1_001) }, 'text.too-long'],
    [{ to: { numbers: ['911'] } }, 'number.emergency'],
    [{ to: { numbers: [] } }, 'text.no-recipient'],
    [{ from: bob }, 'text.sender-refused'],
    [{ to: { threadId: '404' as ThreadId } }, 'not-found'],
    [{ to: { threadId: 'nonsense' as ThreadId } }, 'not-found'],
  ])('refuses %j with %s and keeps nothing', async (part, message) => {
    const texts = await startTexts();
    const request = { clientId, to: { numbers: [ada] }, text: 'Hello', ...part };
    expect(await texts.messages.send(request)).toMatchObject({ ok: false, failure: { message } });
    const { db } = texts.archive;
    expect(db.prepare('SELECT count(*) FROM message').pluck().get()).toBe(0);
    expect(db.prepare('SELECT count(*) FROM thread').pluck().get()).toBe(0);
  });

  it('says why there is no number to send from', async () => {
    const texts = await startTexts();
    texts.session.senders = [];
    const request = { clientId, to: { numbers: [ada] }, text: 'Hello' };
    expect(await texts.messages.send(request)).toMatchObject({
      failure: { message: 'text.no-sender' },
    });
    texts.session.isSignedIn = false;
    expect(await texts.messages.send(request)).toMatchObject({
      failure: { message: 'session.signed-out' },
    });
  });

  it('goes into a thread from the thread’s own number', async () => {
    const texts = await startTexts();
    const to = { numbers: [ada] };
    const first = await texts.messages.send({ clientId, to, from: secondNumber, text: 'one' });
    const threadId = first.ok ? first.value.threadId : ('' as ThreadId);
    const second = await texts.messages.send({
      clientId: 'client-y' as ClientId,
      to: { threadId },
      text: 'two',
    });
    await settled();
    expect(second).toMatchObject({ value: { threadId } });
    expect(texts.client.sent.map(({ from }) => from)).toEqual([secondNumber, secondNumber]);
  });

  it('from another number is another conversation with the same people', async () => {
    const texts = await startTexts();
    const { threadId } = await texts.send('one');
    const request = { clientId, to: { threadId }, from: secondNumber, text: 'two' };
    const second = await texts.messages.send(request);
    expect(second.ok && second.value.threadId).not.toBe(threadId);
    await settled();
    expect(texts.client.sent[1]).toMatchObject({ from: secondNumber, to: [ada], text: 'two' });
  });

  it('to several people is one group thread, whoever is named first', async () => {
    const texts = await startTexts();
    const one = await texts.messages.send({ clientId, to: { numbers: [ada, bob] }, text: 'one' });
    const two = await texts.messages.send({
      clientId: 'client-y' as ClientId,
      to: { numbers: [bob, ada] },
      text: 'two',
    });
    await settled();
    expect(one.ok && one.value.threadId).toBe(two.ok && two.value.threadId);
    expect(texts.client.sent.map(({ to }) => to)).toEqual([
      [ada, bob],
      [ada, bob],
    ]);
    expect(await texts.messages.findThread([bob, ada], undefined)).toMatchObject({
      parties: [{ number: ada }, { number: bob }],
    });
    expect(await texts.messages.findThread([bob], undefined)).toBeUndefined();
    expect(await texts.messages.findThread(['nobody'], undefined)).toBeUndefined();
  });

  it('stays below what was said last, though this computer’s clock is behind', async () => {
    const texts = await startTexts();
    const ahead = texts.clock.now() + 60_000;
    texts.addSynced('Are you there?', { direction: 'inbound', at: ahead });
    const { threadId } = await texts.send('Yes');
    await texts.clock.advance(1_000);
    await texts.send('I am');
    const { items } = await texts.messages.list(threadId, all);
    expect(items.map(({ text }) => text)).toEqual(['I am', 'Yes', 'Are you there?']);
  });

  it('refuses a thread with someone who has no number', async () => {
    const texts = await startTexts();
    const colleague = { number: undefined, extensionNumber: '102', name: 'Cy' };
    const id = findOrCreateThread(texts.archive.db, {
      ownNumber: mainNumber,
      parties: [colleague],
      at: 1,
    });
    const to = { threadId: String(id) as ThreadId };
    expect(await texts.messages.send({ clientId, to, text: 'Hello' })).toMatchObject({
      failure: { message: 'text.extension-number' },
    });
  });
});
