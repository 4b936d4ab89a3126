import type { Database } from 'better-sqlite3';
import type { E164, MessageId, ThreadId } from '../../../shared/model/ids.ts';
import type { ThreadView } from '../../../shared/model/messages.ts';
import { defineQuery } from '../db/define-query.ts';
import { toId, toRowId } from '../db/row-id.ts';
import { getRow } from '../db/statement.ts';
import { findLatestThread, threadColumns } from './rows.ts';
import { toThreadParty } from './sending/rows.ts';
import { toThreadView, type ThreadRow } from './views.ts';

export const firstUnreadSql = `
  SELECT min(id) AS id FROM message INDEXED BY message_unread
  WHERE thread_id = ? AND is_read = 0 AND is_discarded = 0`;

/** One thread, messages or not. */
export const getThread = defineQuery(
  'messages.get-thread',
  (db, input: { readonly threadId: ThreadId }): ThreadView | undefined => {
    const id = toRowId(input.threadId);
    const thread = getThreadView(db, id);
    if (thread === undefined || thread.unreadCount === 0) return thread;
    const first = getRow<{ id: number | null }>(db, firstUnreadSql, id)?.id ?? undefined;
    return { ...thread, firstUnreadId: first === undefined ? undefined : toId<MessageId>(first) };
  },
);

/** The thread with exactly these people; `from` undefined looks through all of the user's numbers. */
export const findThreadOf = defineQuery(
  'messages.find-thread',
  (
    db,
    input: { readonly senders: readonly E164[]; readonly to: readonly E164[] },
  ): ThreadView | undefined => {
    const to = input.to.map(toThreadParty);
    // Several of the user's numbers may have written to them: the one that did last.
    return getThreadView(db, findLatestThread(db, input.senders, to)?.id);
  },
);

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
