import type { Database } from 'better-sqlite3';
import type { ScheduledText, SendTime, TextQuestion } from '../../../shared/model/drafts.ts';
import type { ClientId, E164, EpochMs, ScheduledId, ThreadId } from '../../../shared/model/ids.ts';
import { toParty } from '../contacts/rows.ts';
import { settleActivity } from '../db/activity.ts';
import { failureFromText } from '../db/failure-text.ts';
import { toId, toRowId } from '../db/row-id.ts';
import { allRows, getRow, insert, run } from '../db/statement.ts';
import { listFilesOf, moveFiles } from '../messages/sending/rows.ts';
import { listPartyRows, refreshThread } from '../messages/rows.ts';

/** A time as it was chosen. */
export type ChosenTime = Omit<SendTime, 'zone'> & { readonly zone?: string | undefined };

/** A text for later as its row has it. */
export type ScheduledRow = {
  readonly id: number;
  readonly thread_id: number;
  readonly client_id: ClientId;
  readonly body: string;
  readonly from_number: E164;
  readonly send_at: number;
  readonly zone: string | null;
  readonly cancel_on_reply: number;
  readonly confirmed: string;
  readonly reason: string | null;
  readonly state: ScheduledText['state'];
  readonly failure: string | null;
};

export const scheduledColumns = `id, thread_id, client_id, body, from_number, send_at, zone,
    cancel_on_reply, confirmed, reason, state, failure`;

/** Writes a text down that waits for its time; answers its row id. */
export function insertScheduled(
  db: Database,
  text: {
    readonly threadId: number;
    readonly clientId: ClientId;
    readonly text: string;
    readonly from: E164;
    readonly time: ChosenTime;
    readonly confirmed: readonly TextQuestion[];
    readonly reason: string | undefined;
    readonly state: ScheduledText['state'];
    /** By RingCentral's clock. */
    readonly createdAt: EpochMs;
  },
): number {
  return insert(
    db,
    `INSERT INTO scheduled_text (thread_id, client_id, body, from_number, send_at, zone,
       cancel_on_reply, confirmed, reason, state, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    text.threadId,
    text.clientId,
    text.text,
    text.from,
    text.time.at,
    text.time.zone,
    text.time.cancelOnReply ? 1 : 0,
    JSON.stringify(text.confirmed),
    text.reason,
    text.state,
    text.createdAt,
  );
}

/** How many texts of a thread wait for their time or for the user's word. */
export function countScheduled(db: Database, threadId: number): number {
  const row = getRow<{ count: number }>(
    db,
    'SELECT count(*) AS count FROM scheduled_text WHERE thread_id = ?',
    threadId,
  );
  return row?.count ?? 0;
}

/**
 * Calls off what was to be, where they have written since it was set: in the transaction that brings
 * what they wrote, so that none goes out after it. Answers whether there was any.
 */
export function answerScheduled(db: Database, threadId: number, writtenAt: EpochMs): boolean {
  const changed = run(
    db,
    `UPDATE scheduled_text SET state = 'answered'
     WHERE thread_id = ? AND state = 'waiting' AND cancel_on_reply = 1 AND created_at < ?`,
    threadId,
    writtenAt,
  );
  return changed > 0;
}

/** Makes a text in line one that has missed its time, and asks; answers its thread. */
export function moveToScheduled(
  db: Database,
  { id, sendAt, at }: { readonly id: number; readonly sendAt: EpochMs; readonly at: EpochMs },
): number {
  const text = getRow<{
    thread_id: number;
    client_id: ClientId;
    body: string;
    from_number: E164;
    created_at: number;
  }>(
    db,
    'SELECT thread_id, client_id, body, from_number, created_at FROM message WHERE id = ?',
    id,
  );
  if (text === undefined) throw new Error('a text in line has no message');
  const scheduledId = insertScheduled(db, {
    threadId: text.thread_id,
    clientId: text.client_id,
    text: text.body,
    from: text.from_number,
    time: { at: sendAt, zone: undefined, cancelOnReply: false },
    confirmed: [],
    reason: undefined,
    state: 'missed',
    createdAt: text.created_at,
  });
  moveFiles(db, { messageId: id }, { scheduledId });
  run(db, 'DELETE FROM outbox WHERE message_id = ?', id);
  run(db, 'DELETE FROM message WHERE id = ?', id);
  settleActivity(db, { subject: `message:${id}`, outcome: 'missed', at });
  refreshThread(db, text.thread_id);
  return text.thread_id;
}

/** Forgets texts for later in conversations with these people alone; its words are nobody else's. */
export function removeScheduledIn(db: Database, threadIds: readonly number[]): void {
  run(
    db,
    'DELETE FROM scheduled_text WHERE thread_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(threadIds),
  );
}

/** A row in the form a window shows. */
export function toScheduledText(db: Database, row: ScheduledRow): ScheduledText {
  return {
    id: toId<ScheduledId>(row.id),
    threadId: toId<ThreadId>(row.thread_id),
    text: row.body,
    files: listFilesOf(db, { scheduledId: row.id }),
    from: row.from_number,
    parties: listPartyRows(db, row.thread_id).map((party) => toParty(db, party)),
    time: timeOf(row),
    state: row.state,
    failure: failureFromText(row.failure),
  };
}

export function timeOf(row: ScheduledRow): SendTime {
  return {
    at: row.send_at,
    zone: row.zone ?? undefined,
    cancelOnReply: row.cancel_on_reply === 1,
  };
}

/** One text for later; undefined when it is not there. */
export function getScheduledRow(db: Database, id: ScheduledId): ScheduledRow | undefined {
  return getRow<ScheduledRow>(
    db,
    `SELECT ${scheduledColumns} FROM scheduled_text WHERE id = ?`,
    toRowId(id) ?? 0,
  );
}

/** The numbers a text for later goes to. */
export function listRecipients(db: Database, threadId: number): readonly E164[] {
  return listPartyRows(db, threadId).flatMap(({ number }) => (number as E164 | null) ?? []);
}

/** Texts for later, by the sort of question: those that ask first, then the soonest. */
export function listScheduledRows(
  db: Database,
  threadId: number | undefined,
): readonly ScheduledRow[] {
  const order = `ORDER BY state = 'waiting', send_at, id`;
  return threadId === undefined
    ? allRows(db, `SELECT ${scheduledColumns} FROM scheduled_text ${order}`)
    : allRows(
        db,
        `SELECT ${scheduledColumns} FROM scheduled_text WHERE thread_id = ? ${order}`,
        threadId,
      );
}
