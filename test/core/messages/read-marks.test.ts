import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { applyTexts } from '../../../main/core/sync/messages/queries.ts';
import type { SyncedText } from '../../../main/core/sync/messages/mapping.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, mainNumber } from '../support/session.ts';
import { startTexts, type TextHarness } from './harness.ts';

const offline = { kind: 'not-sent', failure: failure('offline', 'network.offline') } as const;

async function readAll(texts: TextHarness): Promise<void> {
  const { items } = await texts.messages.listThreads({ limit: 200 });
  for (const { id } of items) await texts.messages.markRead(id);
  await settled();
}

const toTell = ({ archive }: TextHarness): number =>
  archive.db
    .prepare('SELECT count(*) FROM message WHERE is_read_untold = 1')
    .pluck()
    .get() as number;

describe('a text read here', () => {
  it('is told RingCentral later when it cannot be told now, and once', async () => {
    const texts = await startTexts();
    texts.addSynced('in', { direction: 'inbound' });
    texts.client.answerRead = offline;
    await readAll(texts);
    expect(await texts.messages.countUnread()).toBe(0);
    expect(toTell(texts)).toBe(1);
    texts.client.answerRead = { kind: 'ok', value: undefined };
    await texts.clock.advance(10_000);
    expect(texts.client.markedRead).toEqual([['server-in'], ['server-in']]);
    expect(toTell(texts)).toBe(0);
    await texts.clock.advance(3_600_000);
    texts.readState.wake();
    await settled();
    expect(texts.client.markedRead).toHaveLength(2);
  });

  it('is told after a restart', async () => {
    const before = await startTexts();
    before.addSynced('in', { direction: 'inbound' });
    before.client.answerRead = offline;
    await readAll(before);
    before.readState.stop();
    const texts = await startTexts({ archive: before.archive, clock: before.clock });
    texts.readState.wake();
    await settled();
    expect(texts.client.markedRead).toEqual([['server-in']]);
    expect(toTell(texts)).toBe(0);
    expect(before.client.markedRead).toHaveLength(1);
  });

  it('waits for a sign-in without asking, and is written to the log once however long it takes', async () => {
    const texts = await startTexts();
    texts.addSynced('in', { direction: 'inbound' });
    texts.client.answerRead = offline;
    await readAll(texts);
    await texts.clock.advance(600_000);
    expect(texts.client.markedRead.length).toBeGreaterThan(3);
    expect(texts.log.lines).toMatchObject([{ level: 'warn' }]);
    texts.session.isSignedIn = false;
    await texts.clock.advance(120_000);
    const asked = texts.client.markedRead.length;
    await texts.clock.advance(600_000);
    expect(texts.client.markedRead).toHaveLength(asked);
  });

  it('is not told again when RingCentral refuses it for good', async () => {
    const texts = await startTexts();
    texts.addSynced('in', { direction: 'inbound' });
    const refusal = failure('rejected', 'not-found', { retry: 'never' });
    texts.client.answerRead = { kind: 'refused', status: 400, failure: refusal };
    await readAll(texts);
    await texts.clock.advance(3_600_000);
    expect(texts.client.markedRead).toHaveLength(1);
    expect(toTell(texts)).toBe(0);
  });
});

describe('a record that says unread', () => {
  const record = (modifiedAt: number): SyncedText => ({
    serverId: 'server-in',
    direction: 'inbound',
    status: 'received',
    failure: undefined,
    body: 'in',
    ownNumber: mainNumber,
    parties: [{ number: ada, extensionNumber: undefined, name: undefined }],
    fromNumber: ada,
    fromName: undefined,
    conversationId: undefined,
    createdAt: 0,
    modifiedAt,
    isRead: false,
    attachments: [],
  });
  const apply = (texts: TextHarness, modifiedAt: number) =>
    texts.archive.write(applyTexts, {
      texts: [record(modifiedAt)],
      deleted: [],
      unreadable: [],
      cursor: undefined,
      at: texts.clock.now(),
      version: '0.1.0',
    });

  it('undoes no reading that RingCentral has not heard of, whenever it was made', async () => {
    const texts = await startTexts();
    texts.addSynced('in', { direction: 'inbound' });
    texts.client.answerRead = offline;
    await readAll(texts);
    await apply(texts, texts.clock.now() + 60_000);
    expect(await texts.messages.countUnread()).toBe(0);
  });

  it('undoes none that it is older than, but one that it is later than', async () => {
    const texts = await startTexts();
    texts.addSynced('in', { direction: 'inbound' });
    await texts.clock.advance(60_000);
    await readAll(texts);
    await apply(texts, texts.clock.now() - 1_000);
    expect(await texts.messages.countUnread()).toBe(0);
    await apply(texts, texts.clock.now() + 1_000);
    expect(await texts.messages.countUnread()).toBe(1);
  });
});
