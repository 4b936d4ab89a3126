import type { Database } from 'better-sqlite3';
import type { Failure } from '../../../shared/failure.ts';
import type {
  ScheduledText,
  SendTime,
  TextDecision,
  TextQuestion,
} from '../../../shared/model/drafts.ts';
import type { E164, EpochMs, MessageId, ScheduledId, ThreadId } from '../../../shared/model/ids.ts';
import { recordActivity } from '../db/activity.ts';
import { defineQuery } from '../db/define-query.ts';
import { failureFromText, failureToText } from '../db/failure-text.ts';
import { toId, toRowId } from '../db/row-id.ts';
import { allRows, getRow, run } from '../db/statement.ts';
import { settleDraft } from '../drafts/rows.ts';
import {
  areFree,
  findAccepted,
  giveFiles,
  moveFiles,
  threadFor,
  type Acceptance,
  type NewText,
} from '../messages/sending/rows.ts';
import { listPartyRows, refreshThread } from '../messages/rows.ts';
import { insertWaiting } from '../outbox/rows.ts';
import {
  getScheduledRow,
  insertScheduled,
  listRecipients,
  listScheduledRows,
  scheduledColumns,
  timeOf,
  toScheduledText,
  type ChosenTime,
  type ScheduledRow,
} from './rows.ts';

/** Accepts a text for later in one transaction; the same client id answers what it was before. */
export const acceptScheduled = defineQuery(
  'scheduled.accept',
  (
    db,
    input: NewText & {
      readonly time: ChosenTime;
      readonly confirmed: readonly TextQuestion[];
      readonly reason: string | undefined;
      /** That it waits because it is quiet there now is logged. */
      readonly decision?: TextDecision | undefined;
      /** By RingCentral's clock. */
      readonly createdAt: EpochMs;
    },
  ): Acceptance => {
    const { clientId, to, from, text, files, at, time, confirmed, reason, createdAt } = input;
    const known = findAccepted(db, clientId);
    if (known !== undefined) return known;
    if (!areFree(db, files)) return { gone: 'file' };
    const threadId = threadFor(db, to, from, at);
    if (threadId === undefined) return { gone: 'thread' };
    const id = insertScheduled(db, {
      threadId,
      clientId,
      text,
      from,
      time,
      confirmed,
      reason,
      createdAt,
      state: 'waiting',
    });
    giveFiles(db, files, { scheduledId: id });
    if (input.decision?.isPutOff === true) {
      const detail = { until: time.at, decision: input.decision };
      const activity = { kind: 'text-put-off', subject: `scheduled:${id}`, detail, at } as const;
      const numbers = listPartyRows(db, threadId).flatMap(({ number }) => number ?? []);
      for (const number of numbers) recordActivity(db, { ...activity, number }, 'waiting');
    }
    settleDraft(db, 'threadId' in to ? to.threadId : 'new', text);
    return {
      messageId: undefined,
      scheduledId: toId(id),
      threadId: toId(threadId),
      isRepeat: false,
    };
  },
);

export const listScheduled = defineQuery(
  'scheduled.list',
  (db, input: { readonly threadId: ThreadId | undefined }): readonly ScheduledText[] => {
    const { threadId } = input;
    const rows = listScheduledRows(db, threadId && (toRowId(threadId) ?? 0));
    return rows.map((row) => toScheduledText(db, row));
  },
);

export const countAskingSql = `SELECT count(*) AS count FROM scheduled_text WHERE state <> 'waiting'`;

/** How many texts for later want the user's word. */
export const countAsking = defineQuery(
  'scheduled.count-asking',
  (db): number => getRow<{ count: number }>(db, countAskingSql)?.count ?? 0,
);

/** What has to be judged of a text for later before it goes. */
export type DueText = {
  readonly scheduledId: ScheduledId;
  readonly threadId: ThreadId;
  readonly to: readonly E164[];
  readonly from: E164;
  readonly text: string;
  readonly fileCount: number;
  readonly time: SendTime;
  readonly confirmed: readonly TextQuestion[];
  readonly reason: string | undefined;
  readonly state: ScheduledText['state'];
  readonly failure: Failure | undefined;
};

/** One text for later; undefined when it is not there. */
export const getScheduled = defineQuery(
  'scheduled.get',
  (db, input: { readonly scheduledId: ScheduledId }): DueText | undefined => {
    const row = getScheduledRow(db, input.scheduledId);
    return row && toDueText(db, row);
  },
);

export const dueScheduledSql = `
  SELECT ${scheduledColumns} FROM scheduled_text
  WHERE state = 'waiting' AND send_at <= ? AND (send_at, id) > (?, ?)
  ORDER BY send_at, id LIMIT 50`;

/** Some of the texts whose time has come, the earliest first; none when there are no more. */
export const listDue = defineQuery(
  'scheduled.list-due',
  (
    db,
    input: { readonly now: EpochMs; readonly after: DueText | undefined },
  ): readonly DueText[] => {
    const { now, after } = input;
    const place = [after?.time.at ?? 0, (after && toRowId(after.scheduledId)) ?? 0] as const;
    return allRows<ScheduledRow>(db, dueScheduledSql, now, ...place).map((row) =>
      toDueText(db, row),
    );
  },
);

/** When the next text for later is due after an instant; undefined when there is none. */
export const nextScheduledAt = defineQuery(
  'scheduled.next',
  (db, input: { readonly after: EpochMs }): EpochMs | undefined =>
    getRow<{ at: number | null }>(
      db,
      `SELECT min(send_at) AS at FROM scheduled_text WHERE state = 'waiting' AND send_at > ?`,
      input.after,
    )?.at ?? undefined,
);

/**
 * Makes a text for later a text in line, at the end of its thread: it is no longer the one when it
 * is the other. Undefined, and nothing is done, when it is not as it was judged any more: changed,
 * answered, discarded, or already gone.
 */
export const releaseScheduled = defineQuery(
  'scheduled.release',
  (
    db,
    input: {
      readonly judged: DueText;
      /** With what was added to a first text. */
      readonly text: string;
      readonly decision: TextDecision | undefined;
      readonly at: EpochMs;
    },
  ): MessageId | undefined => {
    const { judged, text, decision, at } = input;
    const row = getScheduledRow(db, judged.scheduledId);
    if (row === undefined || !isAsJudged(row, judged)) return undefined;
    const { id: scheduledId, thread_id: threadId, client_id: clientId, from_number: from } = row;
    const id = insertWaiting(db, { threadId, clientId, from, text, at, decision });
    moveFiles(db, { scheduledId }, { messageId: id });
    run(db, 'DELETE FROM scheduled_text WHERE id = ?', scheduledId);
    refreshThread(db, threadId);
    return toId(id);
  },
);

/** From now on it asks, unless it is not as it was judged any more; answers whether it does. */
export const holdBack = defineQuery(
  'scheduled.hold-back',
  (
    db,
    input: {
      readonly judged: DueText;
      readonly state: 'missed' | 'refused';
      readonly failure: Failure | undefined;
    },
  ): boolean => {
    const { judged, state, failure } = input;
    const row = getScheduledRow(db, judged.scheduledId);
    if (row === undefined || !isAsJudged(row, judged)) return false;
    run(
      db,
      'UPDATE scheduled_text SET state = ?, failure = ? WHERE id = ?',
      state,
      failureToText(failure),
      row.id,
    );
    return true;
  },
);

/** Rewords a text for later, or gives it another time, at which it then goes; answers its thread. */
export const changeScheduled = defineQuery(
  'scheduled.change',
  (
    db,
    input: {
      readonly scheduledId: ScheduledId;
      readonly text: string | undefined;
      readonly time: ChosenTime | undefined;
      /** By RingCentral's clock: what they wrote until then is known to the user. */
      readonly createdAt: EpochMs;
    },
  ): ThreadId | undefined => {
    const { text, time, createdAt } = input;
    const row = getScheduledRow(db, input.scheduledId);
    if (row === undefined) return undefined;
    if (text !== undefined) {
      run(db, 'UPDATE scheduled_text SET body = ? WHERE id = ?', text, row.id);
    }
    if (time !== undefined) {
      run(
        db,
        `UPDATE scheduled_text SET send_at = ?, zone = ?, cancel_on_reply = ?, state = 'waiting',
           failure = NULL, created_at = ? WHERE id = ?`,
        time.at,
        time.zone,
        time.cancelOnReply ? 1 : 0,
        createdAt,
        row.id,
      );
    }
    return toId(row.thread_id);
  },
);

/** Drops a text for later; the log keeps it. Answers its thread. */
export const discardScheduled = defineQuery(
  'scheduled.discard',
  (
    db,
    input: { readonly scheduledId: ScheduledId; readonly at: EpochMs },
  ): ThreadId | undefined => {
    const row = getScheduledRow(db, input.scheduledId);
    if (row === undefined) return undefined;
    const detail = { text: row.body, sendAt: row.send_at };
    for (const number of listRecipients(db, row.thread_id)) {
      const discarded = { kind: 'text-discarded', subject: '', detail, number } as const;
      recordActivity(db, { ...discarded, at: input.at }, 'discarded');
    }
    // Its files go along.
    run(db, 'DELETE FROM scheduled_text WHERE id = ?', row.id);
    return toId(row.thread_id);
  },
);

function isAsJudged(row: ScheduledRow, judged: DueText): boolean {
  return row.body === judged.text && row.send_at === judged.time.at && row.state === judged.state;
}

function toDueText(db: Database, row: ScheduledRow): DueText {
  const files = getRow<{ count: number }>(
    db,
    'SELECT count(*) AS count FROM outgoing_file WHERE scheduled_id = ?',
    row.id,
  );
  return {
    scheduledId: toId(row.id),
    threadId: toId(row.thread_id),
    to: listRecipients(db, row.thread_id),
    from: row.from_number,
    text: row.body,
    fileCount: files?.count ?? 0,
    time: timeOf(row),
    confirmed: JSON.parse(row.confirmed) as readonly TextQuestion[],
    reason: row.reason ?? undefined,
    state: row.state,
    failure: failureFromText(row.failure),
  };
}
