import type { Page } from '../../../../shared/model/app.ts';
import type { EpochMs, MessageId, ThreadId } from '../../../../shared/model/ids.ts';
import type { MessageView } from '../../../../shared/model/messages.ts';
import { defineQuery } from '../../db/define-query.ts';
import { toId, toRowId } from '../../db/row-id.ts';
import { allRows, getRow, run } from '../../db/statement.ts';
import { bringBack, markThreadRead, refreshThread } from '../rows.ts';
import { toMessageView, type MessageRow } from '../views.ts';

const newest = Number.MAX_SAFE_INTEGER;
/** How many later texts stand below one that a thread is opened at. */
const laterTexts = 20;

const columns = `id, thread_id, client_id, direction, status, body, from_number, from_name,
    created_at, is_read, failure`;

export const listMessagesSql = `
  SELECT ${columns} FROM message WHERE thread_id = ? AND id < ? AND is_discarded = 0
  ORDER BY id DESC LIMIT ?`;

export const listLaterMessagesSql = `
  SELECT ${columns} FROM message WHERE thread_id = ? AND id > ? AND is_discarded = 0
  ORDER BY id LIMIT ?`;

/** A thread's messages: back from a place, newest first, or on from it, oldest first. */
export const listMessages = defineQuery(
  'messages.list',
  (
    db,
    input: {
      readonly threadId: ThreadId;
      readonly after: string | undefined;
      readonly limit: number;
      readonly order?: 'newest' | 'oldest';
    },
  ): Page<MessageView> => {
    const { threadId, after, limit } = input;
    const thread = toRowId(threadId) ?? 0;
    const rows =
      input.order === 'oldest'
        ? allRows<MessageRow>(
            db,
            listLaterMessagesSql,
            thread,
            after === undefined ? -1 : (toRowId(after) ?? newest),
            limit,
          )
        : allRows<MessageRow>(
            db,
            listMessagesSql,
            thread,
            after === undefined ? newest : (toRowId(after) ?? 0),
            limit,
          );
    const last = rows.at(-1);
    return {
      items: rows.map((row) => toMessageView(db, row)),
      next: rows.length < limit || last === undefined ? undefined : String(last.id),
    };
  },
);

/** Where in its thread a text is: the page before the cursor has it, with a few later ones. */
export const locateMessage = defineQuery(
  'messages.locate',
  (
    db,
    input: { readonly messageId: MessageId },
  ): { readonly threadId: ThreadId; readonly after: string | undefined } | undefined => {
    const id = toRowId(input.messageId) ?? 0;
    const row = getRow<{ thread_id: number }>(
      db,
      'SELECT thread_id FROM message WHERE id = ? AND is_discarded = 0',
      id,
    );
    if (row === undefined) return undefined;
    const later = getRow<{ id: number }>(
      db,
      `SELECT id FROM message WHERE thread_id = ? AND id > ? AND is_discarded = 0
       ORDER BY id LIMIT 1 OFFSET ${laterTexts}`,
      row.thread_id,
      id,
    );
    return { threadId: toId(row.thread_id), after: later && String(later.id) };
  },
);

/** Marks a thread read; `at` by RingCentral's clock. Answers how many texts it has to be told of. */
export const markRead = defineQuery(
  'messages.mark-read',
  (db, input: { readonly threadId: ThreadId; readonly at: EpochMs }): number =>
    markThreadRead(db, toRowId(input.threadId) ?? 0, input.at),
);

export const lastInboundSql = `
  SELECT id, is_read, server_id FROM message
  WHERE thread_id = ? AND direction = 'inbound' AND is_discarded = 0 ORDER BY id DESC LIMIT 1`;

/**
 * Marks what came in last unread; a thread that was put away comes back by it. `at` by RingCentral's
 * clock. Answers whether there is such a text.
 */
export const markUnread = defineQuery(
  'messages.mark-unread',
  (db, input: { readonly threadId: ThreadId; readonly at: EpochMs }): boolean => {
    const id = toRowId(input.threadId) ?? 0;
    const last = getRow<{ id: number; is_read: number; server_id: string | null }>(
      db,
      lastInboundSql,
      id,
    );
    if (last === undefined) return false;
    if (last.is_read === 1) {
      run(
        db,
        'UPDATE message SET is_read = 0, is_read_untold = ?, read_set_at = ? WHERE id = ?',
        last.server_id === null ? 0 : 1,
        input.at,
        last.id,
      );
      refreshThread(db, id);
    }
    bringBack(db, id);
    return true;
  },
);
