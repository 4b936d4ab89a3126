import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { applyTexts } from '../../../main/core/sync/messages/queries.ts';
import type { SyncedText } from '../../../main/core/sync/messages/mapping.ts';
import { settled } from '../support/manual-clock.ts';
import type { VoicemailId } from '../../../shared/model/ids.ts';
import { listUntoldSql } from '../../../main/core/read-state/queries.ts';
import { createVoicemail } from '../../../main/core/voicemail/service.ts';
import { ada, bob, mainNumber } from '../support/session.ts';
import { startTexts, type TextHarness } from '../messages/harness.ts';

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

describe('a mark that needs a permission which is missing', () => {
  it('is told when somebody signs in with it, and is not asked about at every mark', async () => {
    const texts = await startTexts();
    texts.addSynced('in', { direction: 'inbound' });
    const refusal = failure('rejected', 'permission.app-missing', { retry: 'user' });
    texts.client.answerRead = { kind: 'refused', status: 403, failure: refusal };
    await readAll(texts);
    texts.addSynced('next', { direction: 'inbound', to: bob });
    await readAll(texts);
    await texts.clock.advance(10 * 60_000);
    expect(texts.client.markedRead).toHaveLength(1);
    expect(toTell(texts)).toBe(2);
    texts.client.answerRead = { kind: 'ok', value: undefined };
    texts.readState.resume();
    await settled();
    expect(texts.client.markedRead).toHaveLength(2);
    expect(toTell(texts)).toBe(0);
  });

  it('is told within the hour after an administrator has given it', async () => {
    const texts = await startTexts();
    texts.addSynced('in', { direction: 'inbound' });
    const refusal = failure('rejected', 'permission.user-missing', { retry: 'user' });
    texts.client.answerRead = { kind: 'refused', status: 403, failure: refusal };
    await readAll(texts);
    texts.client.answerRead = { kind: 'ok', value: undefined };
    await texts.clock.advance(3_600_000);
    expect(texts.client.markedRead).toHaveLength(2);
    expect(toTell(texts)).toBe(0);
  });
});

describe('a text marked unread here', () => {
  it('is the last that came in, and is told with what was read, each kind in a request', async () => {
    const texts = await startTexts();
    const at = texts.clock.now();
    texts.addSynced('first', { direction: 'inbound', isRead: true, at });
    texts.addSynced('last', { direction: 'inbound', isRead: true, at: at + 1 });
    texts.addSynced('answer', { at: at + 2 });
    texts.addSynced('other', { direction: 'inbound', to: bob, at: at + 3 });
    const { items } = await texts.messages.listThreads({ limit: 200 });
    const [others, theirs] = items.map(({ id }) => id);
    texts.client.answerRead = offline;
    expect(await texts.messages.markUnread(theirs!)).toEqual({ ok: true, value: undefined });
    await texts.messages.markRead(others!);
    await settled();
    expect(await texts.messages.getThread(theirs!)).toMatchObject({ unreadCount: 1 });
    expect(await texts.messages.countUnread()).toBe(1);
    texts.client.markedRead.length = 0;
    texts.client.answerRead = { kind: 'ok', value: undefined };
    texts.readState.wake();
    await settled();
    expect(texts.client.markedRead).toEqual([['server-other'], ['server-last']]);
    expect(toTell(texts)).toBe(0);
  });

  it('is refused where nothing has come in', async () => {
    const texts = await startTexts();
    const { threadId } = await texts.send('Hello');
    expect(await texts.messages.markUnread(threadId)).toMatchObject({
      failure: { message: 'text.none-came-in' },
    });
  });

  it('is told as it is in the end, when it was marked back while the first was out', async () => {
    const texts = await startTexts();
    texts.addSynced('in', { direction: 'inbound' });
    const [thread] = (await texts.messages.listThreads({ limit: 1 })).items;
    await texts.messages.markRead(thread!.id);
    await texts.messages.markUnread(thread!.id);
    await settled();
    expect(texts.client.markedRead).toEqual([['server-in'], ['server-in']]);
    expect(toTell(texts)).toBe(0);
    expect(await texts.messages.countUnread()).toBe(1);
  });
});

describe('texts and voicemails', () => {
  it('are told in one request', async () => {
    const texts = await startTexts();
    texts.addSynced('in', { direction: 'inbound' });
    texts.archive.db.exec(`
      INSERT INTO voicemail (id, server_id, number, created_at, modified_at, is_read)
        VALUES (1024, 'v1', '${ada}', 1, 1, 0)`);
    const voicemail = createVoicemail({
      archive: texts.archive,
      events: { changed: () => undefined },
      readState: { now: texts.readState.now, wake: () => undefined },
    });
    await voicemail.setRead('1024' as VoicemailId, true);
    await readAll(texts);
    expect(texts.client.markedRead).toEqual([['server-in', 'v1']]);
  });
});

describe('a record', () => {
  const record = (modifiedAt: number, isRead: boolean): SyncedText => ({
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
    isRead,
    attachments: [],
  });
  const apply = (texts: TextHarness, modifiedAt: number, isRead: boolean) =>
    texts.archive.write(applyTexts, {
      texts: [record(modifiedAt, isRead)],
      deleted: [],
      unreadable: [],
      cursor: undefined,
      at: texts.clock.now(),
      version: '0.1.0',
    });

  async function readOffline() {
    const texts = await startTexts();
    texts.addSynced('in', { direction: 'inbound' });
    texts.client.answerRead = offline;
    await texts.clock.advance(60_000);
    await readAll(texts);
    return texts;
  }

  it('from before a mark that RingCentral has not heard of undoes nothing', async () => {
    const texts = await readOffline();
    await apply(texts, texts.clock.now() - 30_000, false);
    expect(await texts.messages.countUnread()).toBe(0);
    expect(toTell(texts)).toBe(1);
  });

  it('that was marked later has the last word, and the mark here is told no more', async () => {
    const texts = await readOffline();
    await apply(texts, texts.clock.now() + 30_000, false);
    expect(await texts.messages.countUnread()).toBe(1);
    expect(toTell(texts)).toBe(0);
  });

  it('says read as well as unread', async () => {
    const texts = await readOffline();
    const [thread] = (await texts.messages.listThreads({ limit: 1 })).items;
    await texts.messages.markUnread(thread!.id);
    await apply(texts, texts.clock.now() - 1_000, true);
    expect(await texts.messages.countUnread()).toBe(1);
    await apply(texts, texts.clock.now() + 1_000, true);
    expect(await texts.messages.countUnread()).toBe(0);
  });

  it('is compared by RingCentral’s clock', async () => {
    const texts = await startTexts();
    texts.addSynced('in', { direction: 'inbound' });
    texts.client.answerRead = offline;
    texts.client.clockAheadMs = 600_000;
    await texts.clock.advance(660_000);
    await readAll(texts);
    await apply(texts, texts.clock.now() - 300_000, false);
    expect(await texts.messages.countUnread()).toBe(1);
  });

  it('undoes none that it is older than once it was told, but one that it is later than', async () => {
    const texts = await startTexts();
    texts.addSynced('in', { direction: 'inbound' });
    await texts.clock.advance(60_000);
    await readAll(texts);
    await apply(texts, texts.clock.now() - 1_000, false);
    expect(await texts.messages.countUnread()).toBe(0);
    await apply(texts, texts.clock.now() + 1_000, false);
    expect(await texts.messages.countUnread()).toBe(1);
  });
});

it('finds what is to be told by its indexes alone', async () => {
  const { archive } = await startTexts();
  const plan = archive.db
    .prepare(`EXPLAIN QUERY PLAN ${listUntoldSql}`)
    .all(1, 50)
    .map((row) => (row as { detail: string }).detail)
    .join('\n');
  expect(plan).toContain('USING INDEX message_untold');
  expect(plan).toContain('USING INDEX voicemail_untold');
});
