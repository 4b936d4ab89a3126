import type { Database } from 'better-sqlite3';
import { failure, type Failure } from '../../../shared/failure.ts';
import type { E164, EpochMs, ThreadId } from '../../../shared/model/ids.ts';
import { settleActivity } from '../db/activity.ts';
import { defineQuery } from '../db/define-query.ts';
import { toId } from '../db/row-id.ts';
import { allRows, getRow, run } from '../db/statement.ts';
import { listFilesOfText, type OutgoingFile } from '../files/rows.ts';
import { linkConversation, listPartyRows, refreshThread } from '../messages/rows.ts';
import { moveToScheduled } from '../scheduled/rows.ts';
import { findObstacle, listTooLate } from './last-look.ts';
import { moveUp } from './put-back/rows.ts';
import { adoptRecord, setStatus } from './rows.ts';

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

/** The next text, taken to be sent; or one that something stands against, and what became of it. */
export type Claimed =
  | { readonly kind: 'job'; readonly job: Job }
  /** It failed, or it asks as one for later that has missed its time. */
  | { readonly kind: 'refused' | 'missed'; readonly threadId: ThreadId };

type DueRow = {
  readonly message_id: number;
  readonly thread_id: number;
  readonly attempts: number;
};

/**
 * Takes the next text that may go out and marks it `sending`, before any byte of it leaves. The
 * lease tells a text in flight from one that waits; only start-up ends the lease of another run.
 * One that must not go leaves the line instead.
 */
export const claim = defineQuery(
  'outbox.claim',
  (db, input: { readonly now: EpochMs; readonly leaseMs: number }): Claimed | undefined => {
    const { now } = input;
    moveUp(db, now);
    const due = getRow<DueRow>(db, dueSql, now);
    if (due === undefined) return undefined;
    const job = readJob(db, due);
    const obstacle = findObstacle(db, { id: job.messageId, now, from: job.from, to: job.to });
    if (obstacle === 'too-late') {
      for (const { id, at: sendAt } of listTooLate(db, due.thread_id, now)) {
        moveToScheduled(db, { id, sendAt, at: now });
      }
      return { kind: 'missed', threadId: job.threadId };
    }
    if (obstacle === 'opted-out') {
      const reason = failure('rejected', 'text.recipient-opted-out', { retry: 'user' });
      stop(db, { messageId: job.messageId, status: 'failed', failure: reason, at: now });
      refreshThread(db, due.thread_id);
      return { kind: 'refused', threadId: job.threadId };
    }
    const leaseUntil = now + input.leaseMs;
    run(
      db,
      'UPDATE outbox SET lease_until = ?, held_until = NULL WHERE message_id = ?',
      leaseUntil,
      job.messageId,
    );
    run(
      db,
      `UPDATE message SET status = 'sending', modified_at = ?, failure = NULL WHERE id = ?`,
      now,
      job.messageId,
    );
    return { kind: 'job', job };
  },
);

function readJob(db: Database, { message_id: id, thread_id: threadId, attempts }: DueRow): Job {
  const text = getRow<{ body: string; from_number: E164 }>(
    db,
    'SELECT body, from_number FROM message WHERE id = ?',
    id,
  );
  return {
    messageId: id,
    threadId: toId(threadId),
    from: text?.from_number ?? ('' as E164),
    to: listPartyRows(db, threadId).flatMap(({ number }) => (number as E164 | null) ?? []),
    text: text?.body ?? '',
    files: listFilesOfText(db, id),
    attempts,
  };
}

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

type Stopped = {
  readonly messageId: number;
  readonly status: 'failed' | 'unknown';
  readonly failure: Failure;
  readonly at: EpochMs;
};

/** RingCentral refused it, or nobody knows: either way it is not sent again by itself. */
export const settleStopped = defineQuery('outbox.settle-stopped', (db, input: Stopped): void =>
  stop(db, input),
);

function stop(db: Database, { messageId, status, failure: reason, at }: Stopped): void {
  run(db, 'DELETE FROM outbox WHERE message_id = ?', messageId);
  setStatus(db, messageId, { status, failure: reason });
  settleActivity(db, { subject: `message:${messageId}`, outcome: status, at });
}

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
    const reason = failure('rejected', 'text.outcome-unknown', { retry: 'auto' });
    for (const { id: messageId } of rows) {
      stop(db, { messageId, status: 'unknown', failure: reason, at: input.now });
    }
    run(db, 'UPDATE outbox SET lease_until = NULL WHERE lease_until IS NOT NULL');
    return rows.length;
  },
);

export type HoldsEnded = {
  readonly threads: readonly ThreadId[];
  /** Threads of texts that are not sent so late without a word of the user's. */
  readonly missed: readonly ThreadId[];
  /** When the next hold ends. */
  readonly nextAt: EpochMs | undefined;
};

/**
 * Ends the holds that are over. Those that were before `askBefore` had nobody to end them, as the
 * computer slept: they ask.
 */
export const endHolds = defineQuery(
  'outbox.end-holds',
  (db, input: { readonly now: EpochMs; readonly askBefore: EpochMs }): HoldsEnded => {
    const { now, askBefore } = input;
    moveUp(db, now);
    const missed = askAboutHeld(db, { now, askBefore });
    const over = allRows<{ thread_id: number }>(
      db,
      'SELECT DISTINCT thread_id FROM outbox WHERE held_until <= ?',
      now,
    );
    run(db, 'UPDATE outbox SET held_until = NULL WHERE held_until <= ?', now);
    const next = getRow<{ at: number | null }>(
      db,
      'SELECT min(held_until) AS at FROM outbox WHERE held_until IS NOT NULL',
    );
    const threads = over.map((row) => toId<ThreadId>(row.thread_id));
    return { threads, missed, nextAt: next?.at ?? undefined };
  },
);

/** Makes texts whose hold was over before then texts for later that missed their time. */
function askAboutHeld(
  db: Database,
  { now, askBefore }: { readonly now: EpochMs; readonly askBefore: EpochMs },
): readonly ThreadId[] {
  const late = allRows<{ message_id: number; held_until: number }>(
    db,
    `SELECT message_id, held_until FROM outbox
     WHERE held_until < ? AND lease_until IS NULL ORDER BY message_id`,
    askBefore,
  );
  const threads = late.map((row) =>
    moveToScheduled(db, { id: row.message_id, sendAt: row.held_until, at: now }),
  );
  return [...new Set(threads)].map((id) => toId<ThreadId>(id));
}

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
    const missed = askAboutHeld(db, { now, askBefore });
    const until = now + holdMs;
    const heldAnew = run(
      db,
      'UPDATE outbox SET held_until = ?, due_at = ? WHERE held_until IS NOT NULL',
      holdMs > 0 ? until : undefined,
      until,
    );
    const heldUntil = heldAnew > 0 && holdMs > 0 ? until : undefined;
    return { heldUntil, missed };
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
