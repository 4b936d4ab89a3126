import type { Database } from 'better-sqlite3';
import { failure, type Failure } from '../../../shared/failure.ts';
import type { E164, EpochMs, ThreadId } from '../../../shared/model/ids.ts';
import { settleActivity } from '../db/activity.ts';
import { defineQuery } from '../db/define-query.ts';
import { failureFromText, failureToText } from '../db/failure-text.ts';
import { toId } from '../db/row-id.ts';
import { allRows, getRow, run } from '../db/statement.ts';
import { listFilesOfText, type OutgoingFile } from '../files/rows.ts';
import { bringBackOf, linkConversation, listPartyRows, refreshThread } from '../messages/rows.ts';
import { moveToScheduled } from '../scheduled/rows.ts';
import { adoptRecord, findRecords, groupAlike, ownFileCount, type UnknownText } from './rows.ts';

/** A text on its way out. */
export type Job = {
  readonly messageId: number;
  readonly threadId: ThreadId;
  readonly from: E164;
  readonly to: readonly E164[];
  readonly text: string;
  readonly files: readonly OutgoingFile[];
  readonly attempts: number;
};

/**
 * The first text of each thread that nothing of is on its way; `due_at` is asked of that first one
 * only, so that a text never overtakes the one before it.
 */
const heads = `lease_until IS NULL AND NOT EXISTS (
    SELECT 1 FROM outbox AS earlier
    WHERE earlier.thread_id = outbox.thread_id AND earlier.message_id < outbox.message_id
  )`;
export const dueSql = `
  SELECT message_id, thread_id, attempts FROM outbox WHERE due_at <= ? AND ${heads}
  ORDER BY due_at, message_id LIMIT 1`;

/**
 * Takes the next text that may go out and marks it `sending`, before any byte of it leaves. The
 * lease tells a text in flight from one that waits; only start-up ends the lease of another run.
 */
export const claim = defineQuery(
  'outbox.claim',
  (db, input: { readonly now: EpochMs; readonly leaseMs: number }): Job | undefined => {
    const due = getRow<{ message_id: number; thread_id: number; attempts: number }>(
      db,
      dueSql,
      input.now,
    );
    if (due === undefined) return undefined;
    const id = due.message_id;
    run(
      db,
      'UPDATE outbox SET lease_until = ? WHERE message_id = ?',
      input.now + input.leaseMs,
      id,
    );
    run(
      db,
      `UPDATE message SET status = 'sending', modified_at = ?, failure = NULL WHERE id = ?`,
      input.now,
      id,
    );
    const text = getRow<{ body: string; from_number: E164 }>(
      db,
      'SELECT body, from_number FROM message WHERE id = ?',
      id,
    );
    return {
      messageId: id,
      threadId: toId(due.thread_id),
      from: text?.from_number ?? ('' as E164),
      to: listPartyRows(db, due.thread_id).flatMap(({ number }) => (number as E164 | null) ?? []),
      text: text?.body ?? '',
      files: listFilesOfText(db, id),
      attempts: due.attempts,
    };
  },
);

/** When the next text falls due that waits for nothing else; undefined when there is none. */
export const nextDueAt = defineQuery('outbox.next-due', (db): EpochMs | undefined => {
  const row = getRow<{ due_at: number | null }>(
    db,
    `SELECT min(due_at) AS due_at FROM outbox WHERE ${heads}`,
  );
  return row?.due_at ?? undefined;
});

/** Adopts the server's id, links the conversation and deletes the job, in one transaction. */
export const settleSent = defineQuery(
  'outbox.settle-sent',
  (
    db,
    input: {
      readonly messageId: number;
      readonly serverId: string;
      readonly modifiedAt: EpochMs;
      readonly conversationId: string | undefined;
      readonly at: EpochMs;
    },
  ): void => {
    const { messageId, conversationId } = input;
    const threadId = adoptRecord(db, input);
    if (threadId === undefined) return;
    if (conversationId !== undefined) linkConversation(db, threadId, conversationId);
    run(db, 'DELETE FROM outbox WHERE message_id = ?', messageId);
    refreshThread(db, threadId);
  },
);

/** Puts a text back in line. */
export const settleWaiting = defineQuery(
  'outbox.settle-waiting',
  (
    db,
    input: {
      readonly messageId: number;
      readonly dueAt: EpochMs;
      readonly attempts: number;
    },
  ): void => {
    const { messageId, dueAt, attempts } = input;
    run(
      db,
      'UPDATE outbox SET lease_until = NULL, due_at = ?, attempts = ? WHERE message_id = ?',
      dueAt,
      attempts,
      messageId,
    );
    setStatus(db, messageId, { status: 'queued', failure: undefined });
  },
);

/** RingCentral refused it, or nobody knows: either way it is not sent again by itself. */
export const settleStopped = defineQuery(
  'outbox.settle-stopped',
  (
    db,
    input: {
      readonly messageId: number;
      readonly status: 'failed' | 'unknown';
      readonly failure: Failure;
      readonly at: EpochMs;
    },
  ): void => {
    const { messageId, status, at } = input;
    run(db, 'DELETE FROM outbox WHERE message_id = ?', messageId);
    setStatus(db, messageId, { status, failure: input.failure });
    settleActivity(db, { subject: `message:${messageId}`, outcome: status, at });
  },
);

/**
 * After a start: texts that were being sent when Sidetone stopped may have gone out, so they become
 * `unknown`, never `queued`. Answers how many.
 */
export const recoverSending = defineQuery(
  'outbox.recover',
  (db, input: { readonly now: EpochMs }): number => {
    const rows = allRows<{ id: number; thread_id: number }>(
      db,
      `SELECT id, message.thread_id FROM message JOIN outbox ON outbox.message_id = message.id
       WHERE status = 'sending'`,
    );
    for (const { id } of rows) {
      run(db, 'DELETE FROM outbox WHERE message_id = ?', id);
      setStatus(db, id, {
        status: 'unknown',
        failure: failure('rejected', 'text.outcome-unknown', { retry: 'auto' }),
      });
      settleActivity(db, { subject: `message:${id}`, outcome: 'unknown', at: input.now });
    }
    run(db, 'UPDATE outbox SET lease_until = NULL WHERE lease_until IS NOT NULL');
    return rows.length;
  },
);

/** Ends the holds that are over; answers whose threads, and when the next one ends. */
export const endHolds = defineQuery(
  'outbox.end-holds',
  (
    db,
    input: { readonly now: EpochMs },
  ): { readonly threads: readonly ThreadId[]; readonly nextAt: EpochMs | undefined } => {
    const over = allRows<{ thread_id: number }>(
      db,
      'SELECT DISTINCT thread_id FROM outbox WHERE held_until <= ?',
      input.now,
    );
    run(db, 'UPDATE outbox SET held_until = NULL WHERE held_until <= ?', input.now);
    const next = getRow<{ at: number | null }>(
      db,
      'SELECT min(held_until) AS at FROM outbox WHERE held_until IS NOT NULL',
    );
    return { threads: over.map((row) => toId(row.thread_id)), nextAt: next?.at ?? undefined };
  },
);

export type HeldRecovery = {
  /** When the fresh hold of the others ends; undefined when there are none. */
  readonly heldUntil: EpochMs | undefined;
  /** Threads of texts that are not sent so late without a word of the user's. */
  readonly missed: readonly ThreadId[];
};

/**
 * After a start: texts that were being held when Sidetone ended are held anew. Those whose hold was
 * over before `askBefore` are texts for later that missed their time: they ask.
 */
export const recoverHeld = defineQuery(
  'outbox.recover-held',
  (
    db,
    input: { readonly now: EpochMs; readonly holdMs: number; readonly askBefore: EpochMs },
  ): HeldRecovery => {
    const { now, holdMs, askBefore } = input;
    const late = allRows<{ message_id: number; held_until: number }>(
      db,
      'SELECT message_id, held_until FROM outbox WHERE held_until < ? ORDER BY message_id',
      askBefore,
    );
    const missed = late.map((row) =>
      moveToScheduled(db, { id: row.message_id, sendAt: row.held_until, at: now }),
    );
    const until = now + holdMs;
    const heldAnew = run(
      db,
      'UPDATE outbox SET held_until = ?, due_at = ? WHERE held_until IS NOT NULL',
      holdMs > 0 ? until : undefined,
      until,
    );
    const heldUntil = heldAnew > 0 && holdMs > 0 ? until : undefined;
    return { heldUntil, missed: [...new Set(missed)].map((id) => toId(id)) };
  },
);

/** How many texts have not gone, and of them are held. */
export const countWaiting = defineQuery(
  'outbox.count',
  (db): { readonly waiting: number; readonly held: number } =>
    getRow(db, 'SELECT count(*) AS waiting, count(held_until) AS held FROM outbox') ?? {
      waiting: 0,
      held: 0,
    },
);

/** What looking for texts of unknown outcome came to. */
export type Reconciliation = {
  readonly adopted: readonly number[];
  /** More records fit than texts are missing: only the user can tell. */
  readonly ambiguous: readonly number[];
  readonly missing: readonly number[];
  /** Threads in which something changed. */
  readonly threads: readonly ThreadId[];
};

/**
 * Looks for texts of unknown outcome among the records that sync has stored: same sender and
 * recipients (the thread), same text, the time of the attempt, and an id that no text of ours has.
 * `modified_at` of an unknown text is when its request left, by our clock; records are dated by
 * RingCentral's, which ours may be ahead of.
 */
export const reconcileUnknown = defineQuery(
  'outbox.reconcile',
  (db, input: { readonly now: EpochMs; readonly clockAheadMs: number }): Reconciliation => {
    const texts = allRows<UnknownText>(
      db,
      `SELECT id, thread_id, body, modified_at, ${ownFileCount} AS files FROM message
       WHERE status = 'unknown' AND is_discarded = 0 AND server_id IS NULL ORDER BY id`,
    );
    const adopted: number[] = [];
    const ambiguous: number[] = [];
    const missing: number[] = [];
    const threads = new Set<ThreadId>();
    for (const group of groupAlike(texts)) {
      const records = findRecords(db, group, input.clockAheadMs);
      if (records.length > group.length) {
        ambiguous.push(...group.map(({ id }) => id));
        continue;
      }
      for (const [index, { id, thread_id: threadId }] of group.entries()) {
        const record = records[index];
        if (record === undefined) {
          missing.push(id);
          continue;
        }
        adoptRecord(db, { messageId: id, ...record, at: input.now });
        refreshThread(db, threadId);
        adopted.push(id);
        threads.add(toId(threadId));
      }
    }
    return { adopted, ambiguous, missing, threads: [...threads] };
  },
);

/** Looking it up has not helped: from now on the text asks the user. Answers the threads touched. */
export const askUser = defineQuery(
  'outbox.ask-user',
  (db, input: { readonly messageIds: readonly number[] }): readonly ThreadId[] => {
    const reason = failure('rejected', 'text.outcome-unknown', { retry: 'user' });
    return input.messageIds.flatMap((id) => {
      const row = getRow<{ thread_id: number; failure: string | null }>(
        db,
        `SELECT thread_id, failure FROM message WHERE id = ? AND status = 'unknown'`,
        id,
      );
      if (row === undefined || failureFromText(row.failure)?.retry === 'user') return [];
      setStatus(db, id, { status: 'unknown', failure: reason });
      return [toId<ThreadId>(row.thread_id)];
    });
  },
);

function setStatus(
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
