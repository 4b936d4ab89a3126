import { beforeEach, describe, expect, it } from 'vitest';
import type { E164 } from '../../../shared/model/ids.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { nextRowId } from '../../../main/core/db/row-id.ts';
import { findOrCreateThread } from '../../../main/core/messages/rows.ts';
import type { SyncedText } from '../../../main/core/sync/messages/mapping.ts';
import { applyTexts } from '../../../main/core/sync/messages/queries.ts';
import type { Cursor } from '../../../main/core/sync/rows.ts';
import { startOfTests as t0 } from '../support/manual-clock.ts';

const me = '+15125550123' as E164;
const ada = { number: '+12125550142' as E164, extensionNumber: undefined, name: undefined };
const cursor: Cursor = { feed: 'messages', token: 'next', at: t0 };

function text(serverId: string, more: Partial<SyncedText> = {}): SyncedText {
  return {
    serverId,
    direction: 'inbound',
    status: 'received',
    failure: undefined,
    body: 'Hello',
    ownNumber: me,
    parties: [ada],
    fromNumber: ada.number,
    fromName: undefined,
    conversationId: undefined,
    createdAt: t0,
    modifiedAt: t0,
    isRead: false,
    attachments: [],
    ...more,
  };
}

const sentText = (serverId: string, more: Partial<SyncedText> = {}): SyncedText =>
  text(serverId, { direction: 'outbound', status: 'sent', isRead: true, fromNumber: me, ...more });

let archive: InProcessArchive;
beforeEach(() => {
  archive = openInProcessArchive();
});

const apply = (texts: readonly SyncedText[], more: object = {}) =>
  archive.write(applyTexts, {
    texts,
    deleted: [],
    unreadable: [],
    cursor,
    at: t0,
    ...more,
  });
const column = (sql: string) => archive.db.prepare(sql).pluck().all();
const token = () => column('SELECT token FROM sync_cursor')[0];

/** A text of ours whose request left so many seconds ago. */
function insertSending(seconds: number, status = 'sending', body = 'Hello'): number {
  const at = t0 - seconds * 1_000;
  const threadId = findOrCreateThread(archive.db, { ownNumber: me, parties: [ada], at });
  const id = nextRowId(archive.db, 'message', at);
  archive.db
    .prepare(
      `INSERT INTO message (id, thread_id, client_id, direction, status, body, from_number,
         created_at, modified_at) VALUES (?, ?, ?, 'outbound', ?, ?, ?, ?, ?)`,
    )
    .run(id, threadId, `client-${id}`, status, body, me, at - 3_600_000, at);
  archive.db
    .prepare('INSERT INTO outbox (message_id, thread_id, due_at, lease_until) VALUES (?, ?, ?, ?)')
    .run(id, threadId, at, at + 60_000);
  return id;
}

describe('texts from the message store', () => {
  it('are written once, with their thread and the cursor', async () => {
    const texts = [text('2', { createdAt: t0 + 1, body: 'And?' }), text('1')];
    const first = await apply(texts);
    expect(await apply(texts)).toEqual(first);
    expect(first).toMatchObject({ heldBack: 0, threads: [expect.any(String)] });
    expect(column('SELECT server_id FROM message ORDER BY id')).toEqual(['1', '2']);
    expect(column('SELECT id / 1024 = created_at FROM message')).toEqual([1, 1]);
    expect(archive.db.prepare('SELECT unread_count, last_at FROM thread').all()).toEqual([
      { unread_count: 2, last_at: t0 + 1 },
    ]);
    expect(token()).toBe('next');
  });

  it('of a group stay together when the conversation says so', async () => {
    const bob = { ...ada, number: '+12125550143' as E164 };
    await apply([
      sentText('1', { parties: [ada, bob], conversationId: '8234962969801171948' }),
      text('2', { parties: [bob, ada], conversationId: '8234962969801171948' }),
      text('3', { parties: [bob], conversationId: '8234962969801171948' }),
    ]);
    expect(column('SELECT count(*) FROM thread')).toEqual([1]);
  });

  it('keep their attachments', async () => {
    const picture = {
      id: '9',
      uri: 'https://media.ringcentral.com/9',
      type: 'MmsAttachment',
      contentType: 'image/png',
      fileName: 'rates.png',
      sizeBytes: 7,
      durationSeconds: undefined,
      size: undefined,
    };
    await apply([text('1', { attachments: [picture] })]);
    await apply([text('1', { attachments: [picture] })]);
    expect(column('SELECT file_name FROM attachment')).toEqual(['rates.png']);
    // RingCentral numbers them within their message: another one may have the same number.
    await apply([text('2', { attachments: [{ ...picture, fileName: 'house.png' }] })]);
    expect(column('SELECT file_name FROM attachment ORDER BY file_name')).toEqual([
      'house.png',
      'rates.png',
    ]);
  });

  it('follow their later states, and never go back', async () => {
    const failure = {
      kind: 'rejected',
      code: 'SMS-UP-410',
      message: 'text.landline',
      retry: 'user',
    } as const;
    const status = () => column('SELECT status FROM message')[0];
    await apply([sentText('1')]);
    await apply([sentText('1', { status: 'failed', failure, modifiedAt: t0 + 9 })]);
    expect(status()).toBe('failed');
    expect(column('SELECT failure FROM message')).toEqual([JSON.stringify(failure)]);
    await apply([sentText('1', { modifiedAt: t0 + 5 })]);
    expect(status()).toBe('failed');
    await apply([sentText('1', { status: 'delivered', modifiedAt: t0 + 10 })]);
    expect(status()).toBe('delivered');
    expect(column('SELECT failure FROM message')).toEqual([null]);
  });

  it('stay read here until the server says something new', async () => {
    const isRead = () => column('SELECT is_read FROM message')[0];
    await apply([text('1')]);
    archive.db.exec('UPDATE message SET is_read = 1');
    await apply([text('1')]);
    expect(isRead()).toBe(1);
    await apply([text('1', { modifiedAt: t0 + 1 })]);
    expect(isRead()).toBe(0);
    await apply([text('1', { modifiedAt: t0 + 2, isRead: true })]);
    expect(isRead()).toBe(1);
  });

  it('deleted on the server are marked and kept', async () => {
    await apply([text('1')]);
    const deleted = [
      { id: '1', availability: 'Purged' },
      { id: 'unknown', availability: 'Deleted' },
    ];
    const { threads } = await apply([], { deleted });
    expect(threads).toHaveLength(1);
    expect(archive.db.prepare('SELECT body, availability FROM message').all()).toEqual([
      { body: 'Hello', availability: 'Purged' },
    ]);
    await apply([text('1')]);
    expect(column('SELECT availability FROM message')).toEqual(['Alive']);
  });

  it('that cannot be read are set aside, and let go when they can', async () => {
    await apply([], { unreadable: [{ id: '1', reason: 'direction: invalid_value' }] });
    expect(column('SELECT server_id FROM quarantine')).toEqual(['1']);
    await apply([text('1')]);
    expect(column('SELECT server_id FROM quarantine')).toEqual([]);
  });

  it('are all written with the cursor, or none of them', async () => {
    const broken = text('2', { direction: 'sideways' as never });
    await expect(apply([text('1'), broken])).rejects.toThrow(/CHECK/);
    expect(column('SELECT count(*) FROM message')).toEqual([0]);
    expect(token()).toBeUndefined();
  });
});

describe('the record of a text whose request is still out', () => {
  it('waits, and so does the cursor, so that there is never a second bubble', async () => {
    insertSending(5);
    expect(await apply([sentText('1')])).toMatchObject({ heldBack: 1, threads: [] });
    expect(column('SELECT status FROM message')).toEqual(['sending']);
    expect(token()).toBeUndefined();
  });

  it('does not hold up the others', async () => {
    insertSending(5);
    expect(await apply([sentText('1'), text('2'), sentText('3', { body: 'Bye' })])).toMatchObject({
      heldBack: 1,
    });
    expect(column('SELECT server_id FROM message WHERE server_id IS NOT NULL')).toEqual(['2', '3']);
  });

  it('is only as many as there are requests', async () => {
    insertSending(5);
    insertSending(4);
    const { heldBack } = await apply([sentText('1'), sentText('2'), sentText('3')]);
    expect(heldBack).toBe(2);
  });

  it('is told apart by its words', async () => {
    insertSending(5);
    insertSending(4, 'sending', 'Bye');
    expect(await apply([sentText('1'), sentText('2', { body: 'Bye ' })])).toMatchObject({
      heldBack: 2,
    });
  });

  it.each([
    ['the outcome is known to be unknown', 5, 'unknown', {}],
    ['the request has long timed out', 301, 'sending', {}],
    ['the record is much older', 5, 'sending', { createdAt: t0 - 15 * 60_000 }],
    ['it says something else', 5, 'sending', { body: 'Bye' }],
    ['it is theirs', 5, 'sending', { direction: 'inbound', status: 'received' } as const],
  ])('is written when %s', async (_, seconds, status, more) => {
    insertSending(seconds, status);
    expect(await apply([sentText('1', more)])).toMatchObject({ heldBack: 0 });
    expect(column('SELECT count(*) FROM message')).toEqual([2]);
    expect(token()).toBe('next');
  });
});
