import type { Database } from 'better-sqlite3';
import type { E164, EpochMs } from '../../../shared/model/ids.ts';
import type { PartyRow } from '../contacts/rows.ts';
import { timeOfRowId } from '../db/row-id.ts';
import { allRows, getRow, insert, run } from '../db/statement.ts';

/** Someone in a conversation besides the user; at least one of the three is known, or none. */
export type ThreadParty = {
  readonly number: E164 | undefined;
  readonly extensionNumber: string | undefined;
  readonly name: string | undefined;
};

export type AttachmentRow = {
  readonly server_id: string;
  readonly content_type: string;
  readonly file_name: string | null;
  readonly size_bytes: number | null;
  readonly width: number | null;
  readonly height: number | null;
};

/** A list shows a line of a text; a text can be a megabyte. */
const previewLength = 200;

/** The select list of a thread with its last message. */
export const threadColumns = `
  thread.id, own_number, last_at, unread_count, direction, status,
  substr(body, 1, ${previewLength}) AS body, created_at, last_message_id,
  pinned_at, muted_at, done_at,
  (
    SELECT substr(draft.body, 1, ${previewLength}) FROM draft
    WHERE draft.key = CAST(thread.id AS TEXT)
  ) AS draft,
  (
    SELECT count(*) FROM scheduled_text WHERE scheduled_text.thread_id = thread.id
  ) AS scheduled_count`;

/**
 * The thread between one of the user's numbers and exactly these people, created if there is none.
 * RingCentral's conversation id wins over the list of people: it stays the same when a member of a
 * group answers. Runs inside the caller's transaction.
 */
export function findOrCreateThread(
  db: Database,
  thread: {
    readonly ownNumber: E164;
    /** In any order; the user's own number is not among them. */
    readonly parties: readonly ThreadParty[];
    readonly conversationId?: string | undefined;
    /** When its first message was made; a thread without messages sorts by it. */
    readonly at: EpochMs;
  },
): number {
  const { ownNumber, parties, conversationId, at } = thread;
  const byConversation = conversationId && findByConversation(db, ownNumber, conversationId);
  if (byConversation) return byConversation;
  const id = findThread(db, ownNumber, parties) ?? createThread(db, ownNumber, parties, at);
  if (conversationId !== undefined) linkConversation(db, id, conversationId);
  return id;
}

/** The thread between one of the user's numbers and exactly these people. */
export function findThread(
  db: Database,
  ownNumber: E164,
  parties: readonly ThreadParty[],
): number | undefined {
  return getRow<{ id: number }>(
    db,
    'SELECT id FROM thread WHERE own_number = ? AND party_key = ?',
    ownNumber,
    partyKey(parties),
  )?.id;
}

/** Of the user's numbers, the one that has the latest text with exactly these people, and their thread. */
export function findLatestThread(
  db: Database,
  ownNumbers: readonly E164[],
  parties: readonly ThreadParty[],
): { readonly id: number; readonly ownNumber: E164 } | undefined {
  const found = ownNumbers.flatMap((ownNumber) => {
    const id = findThread(db, ownNumber, parties);
    const sql = 'SELECT last_message_id AS last FROM thread WHERE id = ?';
    const row = id === undefined ? undefined : getRow<{ last: number | null }>(db, sql, id);
    return id === undefined ? [] : [{ id, ownNumber, last: row?.last ?? 0 }];
  });
  return found.toSorted((one, other) => other.last - one.last)[0];
}

/** Remembers which conversation of RingCentral's a thread is; the first one to say so is right. */
export function linkConversation(db: Database, threadId: number, conversationId: string): void {
  run(
    db,
    `INSERT INTO thread_conversation (conversation_id, thread_id) VALUES (?, ?)
     ON CONFLICT (conversation_id) DO NOTHING`,
    conversationId,
    threadId,
  );
}

/**
 * Brings a thread's summary (last message, unread count) in line with its messages. Call it in the
 * transaction that changed them; once per thread is enough.
 */
export function refreshThread(db: Database, threadId: number): void {
  const last = getRow<{ id: number }>(
    db,
    `SELECT id FROM message WHERE thread_id = ? AND is_discarded = 0
     ORDER BY id DESC LIMIT 1`,
    threadId,
  );
  const unread = getRow<{ count: number }>(
    db,
    'SELECT count(*) AS count FROM message WHERE thread_id = ? AND is_read = 0',
    threadId,
  );
  // What a backfill brings is older than what a thread shows: nearly always nothing changes.
  run(
    db,
    `UPDATE thread SET last_message_id = ?, last_at = coalesce(?, last_at), unread_count = ?
     WHERE id = ? AND (last_message_id IS NOT ? OR unread_count <> ?)`,
    last?.id,
    last && timeOfRowId(last.id),
    unread?.count ?? 0,
    threadId,
    last?.id,
    unread?.count ?? 0,
  );
}

/** Texts that a thread has got and that change nothing in it but its end and its unread count. */
export type Arrivals = {
  readonly lastId: number;
  /** The latest of those that came in. */
  readonly lastInboundId?: number | undefined;
  readonly unread: number;
};

/**
 * Brings a thread's summary in line with texts that were just inserted, without looking at those it
 * had: what a backfill brings is older than all of them, and there can be tens of thousands.
 */
export function addToThread(db: Database, threadId: number, arrivals: Arrivals): void {
  const { lastId, lastInboundId, unread } = arrivals;
  run(
    db,
    `UPDATE thread SET last_message_id = max(coalesce(last_message_id, 0), ?),
       last_at = CASE WHEN coalesce(last_message_id, 0) < ? THEN ? ELSE last_at END,
       unread_count = unread_count + ?
     WHERE id = ? AND (coalesce(last_message_id, 0) < ? OR ? > 0)`,
    lastId,
    lastId,
    timeOfRowId(lastId),
    unread,
    threadId,
    lastId,
    unread,
  );
  if (lastInboundId !== undefined) bringBackFor(db, threadId, lastInboundId);
}

/** A thread that was put away stands in the list again: something in it wants looking after. */
export function bringBack(db: Database, threadId: number): void {
  run(db, 'UPDATE thread SET done_at = NULL WHERE id = ? AND done_at IS NOT NULL', threadId);
}

/** As `bringBack`, for the thread of a text that did not go. */
export function bringBackOf(db: Database, messageId: number): void {
  const row = getRow<{ thread_id: number }>(
    db,
    'SELECT thread_id FROM message WHERE id = ?',
    messageId,
  );
  if (row !== undefined) bringBack(db, row.thread_id);
}

/** As `bringBack`, for a text that came in later than all others; not for one of the past. */
function bringBackFor(db: Database, threadId: number, inboundId: number): void {
  run(
    db,
    `UPDATE thread SET done_at = NULL WHERE id = ? AND done_at IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM message WHERE thread_id = ? AND id > ? AND direction = 'inbound')`,
    threadId,
    threadId,
    inboundId,
  );
}

/** Marks all of a thread read; answers how many texts RingCentral has to be told of. */
export function markThreadRead(db: Database, threadId: number, at: EpochMs): number {
  const toTell = run(
    db,
    `UPDATE message SET is_read = 1, is_read_untold = 1, read_set_at = ?
     WHERE thread_id = ? AND is_read = 0 AND server_id IS NOT NULL`,
    at,
    threadId,
  );
  const others = run(
    db,
    'UPDATE message SET is_read = 1 WHERE thread_id = ? AND is_read = 0',
    threadId,
  );
  if (toTell + others > 0) refreshThread(db, threadId);
  return toTell;
}

/** The people of a thread, in the order they were named. */
export function listPartyRows(db: Database, threadId: number): readonly PartyRow[] {
  return allRows(
    db,
    'SELECT number, extension_number, name FROM thread_party WHERE thread_id = ? ORDER BY position',
    threadId,
  );
}

/** The pictures and files of a message; its text is an attachment to RingCentral, not to us. */
export function listAttachmentRows(db: Database, messageId: number): readonly AttachmentRow[] {
  return allRows(
    db,
    `SELECT server_id, content_type, file_name, size_bytes, width, height FROM attachment
     WHERE message_id = ? AND type <> 'Text' ORDER BY server_id`,
    messageId,
  );
}

function findByConversation(
  db: Database,
  ownNumber: E164,
  conversationId: string,
): number | undefined {
  // Two look-ups: SQLite plans a join anew for every value it is given, which takes longer than both.
  const linked = getRow<{ thread_id: number }>(
    db,
    'SELECT thread_id FROM thread_conversation WHERE conversation_id = ?',
    conversationId,
  );
  if (linked === undefined) return undefined;
  return getRow<{ id: number }>(
    db,
    'SELECT id FROM thread WHERE id = ? AND own_number = ?',
    linked.thread_id,
    ownNumber,
  )?.id;
}

function createThread(
  db: Database,
  ownNumber: E164,
  parties: readonly ThreadParty[],
  at: EpochMs,
): number {
  const id = insert(
    db,
    'INSERT INTO thread (own_number, party_key, last_at) VALUES (?, ?, ?)',
    ownNumber,
    partyKey(parties),
    at,
  );
  for (const [position, party] of parties.entries()) {
    insert(
      db,
      `INSERT INTO thread_party (thread_id, position, number, extension_number, name)
       VALUES (?, ?, ?, ?, ?)`,
      id,
      position,
      party.number,
      party.extensionNumber,
      party.name,
    );
  }
  return id;
}

/** Who is in a thread, as one text whatever the order they were named in. */
function partyKey(parties: readonly ThreadParty[]): string {
  return parties
    .map(({ number, extensionNumber, name }) => {
      if (number !== undefined) return number;
      if (extensionNumber !== undefined) return `ext:${extensionNumber}`;
      return `name:${name ?? ''}`;
    })
    .sort()
    .join(',');
}
