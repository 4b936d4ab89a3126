import type { Database } from 'better-sqlite3';
import type { ClientId, E164, EpochMs, MessageId, ThreadId } from '../../../shared/model/ids.ts';
import type { ThreadView } from '../../../shared/model/messages.ts';
import { recordActivity, settleActivity } from '../db/activity.ts';
import { defineQuery } from '../db/define-query.ts';
import { failureFromText } from '../db/failure-text.ts';
import { toId, toRowId } from '../db/row-id.ts';
import { getRow, run } from '../db/statement.ts';
import { enqueue, insertWaiting } from '../outbox/rows.ts';
import {
  findOrCreateThread,
  findThread,
  listPartyRows,
  refreshThread,
  threadColumns,
} from './rows.ts';
import { toThreadView, type MessageRow, type ThreadRow } from './views.ts';

/** One thread, messages or not. */
export const getThread = defineQuery(
  'messages.get-thread',
  (db, input: { readonly threadId: ThreadId }): ThreadView | undefined =>
    getThreadView(db, toRowId(input.threadId)),
);

/** The thread with exactly these people; `from` undefined looks through all of the user's numbers. */
export const findThreadOf = defineQuery(
  'messages.find-thread',
  (
    db,
    input: { readonly senders: readonly E164[]; readonly to: readonly E164[] },
  ): ThreadView | undefined => {
    const ids = input.senders.map((sender) => findThread(db, sender, input.to.map(toThreadParty)));
    return getThreadView(
      db,
      ids.find((id) => id !== undefined),
    );
  },
);

/** Who a text is for: a thread that is there, or people. */
export type Recipients = { readonly threadId: ThreadId } | { readonly numbers: readonly E164[] };

export type AcceptedText = {
  readonly messageId: MessageId;
  readonly threadId: ThreadId;
  /** It had been accepted before under the same client id. */
  readonly isRepeat: boolean;
};

/**
 * Accepts a text in one transaction: message, thread, activity and outbox row. The same client id
 * answers what it was accepted as before. Undefined when the thread is not there.
 */
export const acceptText = defineQuery(
  'messages.accept',
  (
    db,
    input: {
      readonly clientId: ClientId;
      readonly to: Recipients;
      readonly from: E164;
      readonly text: string;
      readonly at: EpochMs;
    },
  ): AcceptedText | undefined => {
    const { clientId, to, from, text, at } = input;
    const known = getRow<{ id: number; thread_id: number }>(
      db,
      'SELECT id, thread_id FROM message WHERE client_id = ?',
      clientId,
    );
    if (known !== undefined) return accepted(known.id, known.thread_id, true);
    const threadId = threadFor(db, to, from, at);
    if (threadId === undefined) return undefined;
    const id = insertWaiting(db, { threadId, clientId, from, text, at });
    refreshThread(db, threadId);
    return accepted(id, threadId, false);
  },
);

/** What became of a change: done, or why not. */
export type TextChange = {
  readonly outcome: 'done' | 'not-found' | 'not-possible' | 'looked-up';
  readonly threadId: ThreadId | undefined;
};

/**
 * Queues a failed text, or one whose outcome the user has judged, once more; not one that is still
 * being looked up, which may have gone. One that RingCentral
 * had taken keeps its record: it is set aside and a copy goes out, at the end of the thread.
 */
export const sendAgain = defineQuery(
  'messages.send-again',
  (
    db,
    input: { readonly messageId: MessageId; readonly clientId: ClientId; readonly at: EpochMs },
  ): TextChange => {
    const { clientId, at } = input;
    const row = getText(db, input.messageId);
    if (row === undefined) return { outcome: 'not-found', threadId: undefined };
    const threadId = toId<ThreadId>(row.thread_id);
    if (row.status === 'unknown' && failureFromText(row.failure)?.retry === 'auto') {
      return { outcome: 'looked-up', threadId };
    }
    const canRepeat = row.status === 'failed' || row.status === 'unknown';
    if (!canRepeat || row.direction !== 'outbound' || row.from_number === null) {
      return { outcome: 'not-possible', threadId };
    }
    if (row.server_id === null) {
      run(
        db,
        `UPDATE message SET status = 'queued', failure = NULL, modified_at = ? WHERE id = ?`,
        at,
        row.id,
      );
      enqueue(db, row.id, row.thread_id, at);
    } else {
      run(db, 'UPDATE message SET is_discarded = 1 WHERE id = ?', row.id);
      const from = row.from_number as E164;
      insertWaiting(db, { threadId: row.thread_id, clientId, from, text: row.body, at });
    }
    refreshThread(db, row.thread_id);
    return { outcome: 'done', threadId };
  },
);

/** Drops a waiting, failed or unknown text from its thread and the outbox; the log keeps it. */
export const discardText = defineQuery(
  'messages.discard',
  (db, input: { readonly messageId: MessageId; readonly at: EpochMs }): TextChange => {
    const row = getText(db, input.messageId);
    if (row === undefined) return { outcome: 'not-found', threadId: undefined };
    const threadId = toId<ThreadId>(row.thread_id);
    const changed = run(
      db,
      `UPDATE message SET is_discarded = 1, is_read = 1
       WHERE id = ? AND direction = 'outbound' AND status IN ('queued', 'failed', 'unknown')`,
      row.id,
    );
    if (changed === 0) return { outcome: 'not-possible', threadId };
    run(db, 'DELETE FROM outbox WHERE message_id = ?', row.id);
    const subject = `message:${row.id}`;
    settleActivity(db, { subject, outcome: 'discarded', at: input.at });
    const detail = { text: row.body, status: row.status };
    // Once for everyone it was meant for, so that each finds it in their timeline.
    for (const { number, extension_number: extension } of listPartyRows(db, row.thread_id)) {
      const whom = number ?? extension ?? undefined;
      const discarded = { kind: 'text-discarded', subject, detail, number: whom } as const;
      recordActivity(db, { ...discarded, at: input.at }, 'discarded');
    }
    refreshThread(db, row.thread_id);
    return { outcome: 'done', threadId };
  },
);

type TextRow = MessageRow & { readonly server_id: string | null };

function getText(db: Database, messageId: MessageId): TextRow | undefined {
  return getRow<TextRow>(
    db,
    'SELECT * FROM message WHERE id = ? AND is_discarded = 0',
    toRowId(messageId) ?? 0,
  );
}

function getThreadView(db: Database, id: number | undefined): ThreadView | undefined {
  if (id === undefined) return undefined;
  const row = getRow<ThreadRow>(
    db,
    `SELECT ${threadColumns} FROM thread LEFT JOIN message ON message.id = thread.last_message_id
     WHERE thread.id = ?`,
    id,
  );
  return row && toThreadView(db, row);
}

function threadFor(db: Database, to: Recipients, from: E164, at: EpochMs): number | undefined {
  if ('numbers' in to) {
    const parties = to.numbers.map(toThreadParty);
    return findOrCreateThread(db, { ownNumber: from, parties, at });
  }
  const id = toRowId(to.threadId) ?? 0;
  const thread = getRow<{ own_number: string }>(
    db,
    'SELECT own_number FROM thread WHERE id = ?',
    id,
  );
  if (thread === undefined || thread.own_number === from) return thread && id;
  // From another number of the user's it is another conversation with the same people.
  const parties = listPartyRows(db, id).map((row) => ({
    number: (row.number as E164 | null) ?? undefined,
    extensionNumber: row.extension_number ?? undefined,
    name: row.name ?? undefined,
  }));
  return findOrCreateThread(db, { ownNumber: from, parties, at });
}

function accepted(id: number, threadId: number, isRepeat: boolean): AcceptedText {
  return { messageId: toId(id), threadId: toId(threadId), isRepeat };
}

function toThreadParty(number: E164): Parameters<typeof findThread>[2][number] {
  return { number, extensionNumber: undefined, name: undefined };
}
