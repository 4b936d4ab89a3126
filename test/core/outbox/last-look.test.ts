import { describe, expect, it } from 'vitest';
import type { ClientId } from '../../../shared/model/ids.ts';
import { acceptText } from '../../../main/core/messages/sending/queries.ts';
import { noteStart, noteStop } from '../../../main/core/opt-outs/rows.ts';
import { startTexts, type TextHarness } from '../messages/harness.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, bob, mainNumber } from '../support/session.ts';
import { failure } from '../../../shared/failure.ts';

const minute = 60_000;
const hour = 60 * minute;

const adaSaysStop = (texts: TextHarness): boolean =>
  noteStop(
    texts.archive.db,
    { ownNumber: mainNumber, number: ada },
    { at: texts.clock.now(), source: 'answer', word: 'STOP' },
  );
const goOffline = (texts: TextHarness): void =>
  texts.client.setConnection({ state: 'offline', cause: 'network', sinceAt: 0 });
const goOnline = async (texts: TextHarness): Promise<void> => {
  texts.client.setConnection({ state: 'online' });
  await settled();
};
const sentOf = (texts: TextHarness): string[] => texts.client.sent.map(({ text }) => text);

describe('someone who wants no texts since one was accepted', () => {
  it('gets it neither after its hold nor after an absence', async () => {
    const texts = await startTexts({ holdMs: 5_000 });
    const { messageId } = await texts.send('Hello');
    await texts.send('Hello, too', bob);
    adaSaysStop(texts);
    await texts.clock.advance(minute);
    expect(sentOf(texts)).toEqual(['Hello, too']);
    expect(await texts.view(messageId)).toMatchObject({
      status: 'failed',
      failure: { message: 'text.recipient-opted-out', retry: 'user' },
    });
    expect(texts.jobs()).toBe(0);
  });

  it('does not get it by sending again, until they allow texts', async () => {
    const texts = await startTexts();
    texts.client.answerSend = () => ({
      kind: 'refused',
      status: 400,
      failure: failure('rejected', 'text.failed'),
    });
    const { messageId } = await texts.send('Hello');
    adaSaysStop(texts);
    await texts.messages.sendAgain(messageId);
    await settled();
    expect(sentOf(texts)).toEqual(['Hello']);
    const pair = { ownNumber: mainNumber, number: ada };
    noteStart(texts.archive.db, pair, texts.clock.now() + 1);
    await texts.messages.sendAgain(messageId);
    await settled();
    expect(sentOf(texts)).toEqual(['Hello', 'Hello']);
  });

  it('gets one that the user gave a reason for', async () => {
    const texts = await startTexts();
    adaSaysStop(texts);
    await texts.archive.write(acceptText, {
      clientId: 'with a reason' as ClientId,
      to: { numbers: [ada] },
      from: mainNumber,
      text: 'You asked me to',
      files: [],
      at: texts.clock.now(),
      heldUntil: undefined,
      decision: { questions: ['opted-out'], reason: 'They asked by phone' },
    });
    texts.outbox.wake();
    await settled();
    expect(sentOf(texts)).toEqual(['You asked me to']);
  });
});

describe('a text that some of a group have', () => {
  it('is not sent again to all of them', async () => {
    const texts = await startTexts();
    const { messageId } = await texts.send('Hello');
    const reason = failure('rejected', 'text.not-to-all', { retry: 'never' });
    texts.archive.db
      .prepare(`UPDATE message SET status = 'failed', failure = ?`)
      .run(JSON.stringify(reason));
    expect((await texts.messages.sendAgain(messageId)).ok).toBe(false);
    await settled();
    expect(texts.client.sent).toHaveLength(1);
  });
});

describe('a text that has waited for more than a day', () => {
  it('asks instead of going out so late', async () => {
    const texts = await startTexts();
    goOffline(texts);
    const { threadId } = await texts.send('Monday');
    await texts.clock.advance(25 * hour);
    await texts.send('Tuesday', bob);
    await goOnline(texts);
    expect(sentOf(texts)).toEqual(['Tuesday']);
    expect(texts.notes).toMatchObject([{ to: { screen: 'messages', threadId } }]);
    const [asking] = await texts.scheduled.list(threadId);
    expect(asking).toMatchObject({ text: 'Monday', state: 'missed' });
    if (asking === undefined) return;
    await texts.scheduled.sendNow(asking.id);
    await settled();
    expect(sentOf(texts)).toEqual(['Tuesday', 'Monday']);
  });

  it('takes along what was written after it, but not what is written now', async () => {
    const texts = await startTexts();
    goOffline(texts);
    const { threadId } = await texts.send('one');
    await texts.clock.advance(20 * hour);
    await texts.send('two');
    await texts.clock.advance(5 * hour);
    await texts.send('now');
    await goOnline(texts);
    expect(sentOf(texts)).toEqual(['now']);
    const asking = await texts.scheduled.list(threadId);
    expect(asking.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('asks also when RingCentral says again and again that it cannot take it', async () => {
    const texts = await startTexts();
    texts.client.answerSend = () => ({
      kind: 'refused',
      status: 503,
      failure: failure('rejected', 'text.failed', { code: 'MSG-290' }),
    });
    const { threadId } = await texts.send('Hello');
    await texts.clock.advance(26 * hour);
    expect(texts.jobs()).toBe(0);
    expect(await texts.scheduled.list(threadId)).toMatchObject([{ state: 'missed' }]);
  });
});
