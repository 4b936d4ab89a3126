import { failure } from '../../../../shared/failure.ts';
import type { EpochMs, ThreadId } from '../../../../shared/model/ids.ts';
import { defineQuery } from '../../db/define-query.ts';
import { failureFromText } from '../../db/failure-text.ts';
import { toId } from '../../db/row-id.ts';
import { allRows, getRow } from '../../db/statement.ts';
import { refreshThread } from '../../messages/rows.ts';
import {
  adoptRecord,
  findRecords,
  groupAlike,
  ownFileCount,
  setStatus,
  type UnknownText,
} from '../rows.ts';

/** What looking for texts of unknown outcome came to. */
export type Reconciliation = {
  readonly adopted: readonly number[];
  /** More records fit than texts are missing: only the user can tell. */
  readonly ambiguous: readonly number[];
  readonly missing: readonly {
    readonly id: number;
    /** When its request left, by our clock. */
    readonly leftAt: EpochMs;
  }[];
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
    const missing: { readonly id: number; readonly leftAt: EpochMs }[] = [];
    const threads = new Set<ThreadId>();
    for (const group of groupAlike(texts)) {
      const records = findRecords(db, group, input.clockAheadMs);
      if (records.length > group.length) {
        ambiguous.push(...group.map(({ id }) => id));
        continue;
      }
      for (const [index, { id, thread_id: threadId, modified_at: leftAt }] of group.entries()) {
        const record = records[index];
        if (record === undefined) {
          missing.push({ id, leftAt });
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
