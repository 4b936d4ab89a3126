import type { Database } from 'better-sqlite3';
import { failure, type Failure } from '../../../shared/failure.ts';
import type { TextDecision } from '../../../shared/model/drafts.ts';
import type { ClientId, E164, EpochMs } from '../../../shared/model/ids.ts';
import type { MessageWaiting } from '../../../shared/model/messages.ts';
import { beginActivity, settleActivity } from '../db/activity.ts';
import { failureToText } from '../db/failure-text.ts';
import { firstRowIdOf, nextRowId, timeOfRowId } from '../db/row-id.ts';
import { allRows, getRow, insert, run } from '../db/statement.ts';
import type { Asker } from '../local-api/asker.ts';
import { noteRequestRow } from '../local-api/rows.ts';
import { bringBack, bringBackOf, refreshThread } from '../messages/rows.ts';

/** Writes a text down as `queued`, with its job in the outbox; answers its row id. */
export function insertWaiting(
  db: Database,
  text: {
    readonly threadId: number;
    readonly clientId: ClientId;
    readonly from: E164;
    readonly text: string;
    readonly at: EpochMs;
    /** When it may leave; undefined: at once. */
    readonly heldUntil?: EpochMs | undefined;
    readonly decision?: TextDecision | undefined;
    readonly asker?: Asker | undefined;
  },
): number {
  const { threadId, clientId, from, text: body, at, heldUntil, decision, asker } = text;
  // Below what the other side said last, even when this computer's clock is behind.
  const last = getRow<{ id: number | null }>(
    db,
    'SELECT last_message_id AS id FROM thread WHERE id = ?',
    threadId,
  );
  const id = nextRowId(db, 'message', Math.max(at, timeOfRowId(last?.id ?? 0)));
  insert(
    db,
    `INSERT INTO message (id, thread_id, client_id, direction, status, body, from_number,
       created_at, modified_at) VALUES (?, ?, ?, 'outbound', 'queued', ?, ?, ?, ?)`,
    id,
    threadId,
    clientId,
    body,
    from,
    at,
    at,
  );
  enqueue(db, { id, threadId, at, heldUntil, decision, asker });
  if (asker !== undefined) noteRequestRow(db, { id: asker.requestId, rowId: id });
  bringBack(db, threadId);
  return id;
}

/** Puts a text in line and begins its activity. */
export function enqueue(
  db: Database,
  job: {
    readonly id: number;
    readonly threadId: number;
    readonly at: EpochMs;
    readonly heldUntil?: EpochMs | undefined;
    /** What the user said yes to on the way. */
    readonly decision?: TextDecision | undefined;
    /** Of a program that asked for it. */
    readonly asker?: Asker | undefined;
  },
): void {
  const { id, threadId, at, heldUntil, decision, asker } = job;
  insert(
    db,
    'INSERT INTO outbox (message_id, thread_id, due_at, held_until) VALUES (?, ?, ?, ?)',
    id,
    threadId,
    heldUntil ?? at,
    heldUntil,
  );
  const detail = { ...(decision && { decision }), ...(asker && { program: asker.program }) };
  beginActivity(db, { kind: 'text', subject: `message:${id}`, detail, at });
}

/** Takes a text out of the line that nothing of has left; answers whether it was there. */
export function takeOut(db: Database, id: number): boolean {
  return run(db, 'DELETE FROM outbox WHERE message_id = ? AND lease_until IS NULL', id) > 0;
}

/** Lets a text go that is held; one that waits for something else goes on waiting for it. */
export function endHold(db: Database, id: number, at: EpochMs): void {
  run(
    db,
    `UPDATE outbox SET held_until = NULL, due_at = min(due_at, ?)
     WHERE message_id = ? AND held_until IS NOT NULL`,
    at,
    id,
  );
}

/** What a text in line waits for, as far as it is its own; undefined when it may go at once. */
export function waitingOf(db: Database, id: number): MessageWaiting | undefined {
  const job = getRow<{
    thread_id: number;
    held_until: number | null;
    due_at: number;
    attempts: number;
  }>(db, 'SELECT thread_id, held_until, due_at, attempts FROM outbox WHERE message_id = ?', id);
  if (job === undefined) return undefined;
  if (job.held_until !== null) return { for: 'hold', until: job.held_until };
  const earlier = 'SELECT 1 FROM outbox WHERE thread_id = ? AND message_id < ?';
  if (getRow(db, earlier, job.thread_id, id) !== undefined) return { for: 'turn' };
  return job.attempts > 0 ? { for: 'retry', at: job.due_at } : undefined;
}

type Twin = {
  readonly id: number;
  readonly thread_id: number;
  readonly client_id: string | null;
  readonly status: string;
  readonly failure: string | null;
  readonly modified_at: number;
};

/**
 * Makes a record of RingCentral's the one of a text of ours: one bubble, whoever came first. A row
 * that sync had made of the record is folded into ours. Answers the text's thread, or undefined
 * when the text is not there; the caller refreshes that thread.
 */
export function adoptRecord(
  db: Database,
  input: {
    readonly messageId: number;
    readonly serverId: string;
    /** The record's `lastModifiedTime`; later states of it are told apart by this. */
    readonly modifiedAt: EpochMs;
    readonly at: EpochMs;
  },
): number | undefined {
  const { messageId, serverId, modifiedAt, at } = input;
  const own = getRow<{ thread_id: number }>(
    db,
    'SELECT thread_id FROM message WHERE id = ?',
    messageId,
  );
  if (own === undefined) return undefined;
  const twin = getRow<Twin>(
    db,
    `SELECT id, thread_id, client_id, status, failure, modified_at FROM message
     WHERE server_id = ? AND id <> ?`,
    serverId,
    messageId,
  );
  const isSynced = twin?.client_id === null;
  if (twin !== undefined) {
    if (isSynced) foldIn(db, twin.id, messageId);
    else giveBackRecord(db, twin.id);
    if (twin.thread_id !== own.thread_id) refreshThread(db, twin.thread_id);
  }
  run(
    db,
    'UPDATE message SET server_id = ?, status = ?, failure = ?, modified_at = ? WHERE id = ?',
    serverId,
    isSynced ? twin.status : 'sent',
    isSynced ? twin.failure : undefined,
    isSynced ? Math.max(modifiedAt, twin.modified_at) : modifiedAt,
    messageId,
  );
  settleActivity(db, { subject: `message:${messageId}`, outcome: 'sent', at });
  return own.thread_id;
}

/** The row that sync made goes; what hangs on it moves over. */
function foldIn(db: Database, syncedId: number, messageId: number): void {
  run(db, 'UPDATE attachment SET message_id = ? WHERE message_id = ?', messageId, syncedId);
  run(db, 'DELETE FROM message WHERE id = ?', syncedId);
}

/** A like text had been taken for this record; the answer to the request says it was another. */
function giveBackRecord(db: Database, messageId: number): void {
  const reason = failure('rejected', 'text.outcome-unknown', { retry: 'auto' });
  run(db, 'DELETE FROM attachment WHERE message_id = ?', messageId);
  run(
    db,
    `UPDATE message SET server_id = NULL, status = 'unknown', failure = ? WHERE id = ?`,
    failureToText(reason),
    messageId,
  );
}

/** How far the two clocks may be apart beyond what is known of them when a record is looked for. */
const skewMs = 2 * 60_000;
/** How long after the attempt its record may be dated. */
const latestMs = 15 * 60_000;

/** A text whose request left at `modified_at`, and of which nothing was heard. */
export type UnknownText = {
  readonly id: number;
  readonly thread_id: number;
  readonly body: string;
  /** How many files go with it. */
  readonly files: number;
  readonly modified_at: number;
};

/** Texts that say the same in the same thread: which of two equal records is whose is no matter. */
export function groupAlike(texts: readonly UnknownText[]): readonly (readonly UnknownText[])[] {
  const groups = Map.groupBy(
    texts,
    ({ thread_id: thread, body, files }) => `${thread} ${files} ${body.trim()}`,
  );
  return [...groups.values()];
}

type Said = { readonly body: string; readonly files: number };
type NearRow = Said & { readonly server_id: string; readonly modified_at: number };

type FoundRecord = { readonly serverId: string; readonly modifiedAt: EpochMs };

/** How many files go with a text of ours, and how many came with a record of RingCentral's. */
export const ownFileCount =
  '(SELECT count(*) FROM outgoing_file WHERE outgoing_file.message_id = message.id)';
const recordFileCount = `(
    SELECT count(*) FROM attachment WHERE attachment.message_id = message.id AND type <> 'Text'
  )`;

/**
 * Row ids are in the order of time: a thread of tens of thousands is not looked through. The plus
 * keeps SQLite from going by the client id, which all records have in common.
 */
export const nearRecordsSql = `
  SELECT server_id, body, modified_at, ${recordFileCount} AS files FROM message
  WHERE thread_id = ? AND id >= ? AND id < ? AND direction = 'outbound' AND +client_id IS NULL
    AND server_id IS NOT NULL
  ORDER BY id`;
const sendingSql = `
  SELECT body, ${ownFileCount} AS files FROM outbox CROSS JOIN message ON message.id = message_id
  WHERE outbox.thread_id = ? AND status = 'sending'`;

/**
 * Records that may be these texts, oldest first; none while a like text is going out. Texts are
 * dated by our clock, records by RingCentral's.
 */
export function findRecords(
  db: Database,
  group: readonly UnknownText[],
  clockAheadMs: number,
): readonly FoundRecord[] {
  const [first] = group;
  if (first === undefined) return [];
  const isAlike = ({ body, files }: Said): boolean =>
    body.trim() === first.body.trim() && files === first.files;
  const sending = allRows<Said>(db, sendingSql, first.thread_id);
  if (sending.some(isAlike)) return [];
  const attempts = group.map(({ modified_at: at }) => at - clockAheadMs);
  return allRows<NearRow>(
    db,
    nearRecordsSql,
    first.thread_id,
    firstRowIdOf(Math.min(...attempts) - skewMs),
    firstRowIdOf(Math.max(...attempts) + latestMs + 1),
  )
    .filter(isAlike)
    .map(({ server_id: serverId, modified_at: modifiedAt }) => ({ serverId, modifiedAt }));
}

/** How a text stands, and why; one that has not gone brings its conversation back. */
export function setStatus(
  db: Database,
  messageId: number,
  to: { readonly status: string; readonly failure: Failure | undefined },
): void {
  run(
    db,
    'UPDATE message SET status = ?, failure = ? WHERE id = ?',
    to.status,
    failureToText(to.failure),
    messageId,
  );
  if (to.status === 'failed' || to.status === 'unknown') bringBackOf(db, messageId);
}
