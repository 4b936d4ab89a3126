import type { Page } from '../../../../shared/model/app.ts';
import type { Outline, ThreadFilter } from '../../../../shared/model/history.ts';
import type { EpochMs, ThreadId } from '../../../../shared/model/ids.ts';
import type { ThreadView } from '../../../../shared/model/messages.ts';
import { defineQuery } from '../../db/define-query.ts';
import { toRowId } from '../../db/row-id.ts';
import { allRows, getRow, run } from '../../db/statement.ts';
import { walkBlocks, type Narrowing } from '../../history/walk.ts';
import { markThreadRead, threadColumns } from '../rows.ts';
import { toThreadView, type ThreadRow } from '../views.ts';
import { narrowingOf, partsOf } from './rows.ts';

const newest = Number.MAX_SAFE_INTEGER;

const from = 'thread JOIN message ON message.id = thread.last_message_id';
const order = 'ORDER BY last_at DESC, thread.id DESC';

/** One part of the list: what an index of threads by their last text is walked for. */
export const listThreadsSql = (part: Narrowing): string => `
  SELECT ${threadColumns} FROM ${from}
  WHERE ${part.sql} AND (last_at, thread.id) < (?, ?) ${order} LIMIT ?`;

const stepSql = (part: Narrowing): string => `
  SELECT last_at, thread.id FROM ${from}
  WHERE ${part.sql} AND (last_at, thread.id) < (?, ?) ${order} LIMIT 1 OFFSET ?`;

const countSql = (part: Narrowing): string => `
  SELECT count(*) AS count FROM ${from}
  WHERE ${part.sql} AND (last_at, thread.id) < (?, ?)`;

/** Pinned threads, then the newest activity first; those left without a message are not shown. */
export const listThreads = defineQuery(
  'messages.list-threads',
  (
    db,
    input: {
      readonly filter?: ThreadFilter | undefined;
      readonly after: string | undefined;
      readonly limit: number;
    },
  ): Page<ThreadView> => {
    const { filter = {}, limit } = input;
    const parts = partsOf(filter, narrowingOf(db, filter));
    const start = placeOf(input.after);
    const rows: ThreadRow[] = [];
    let end: string | undefined;
    for (const [index, part] of parts.entries()) {
      if (index < start.part || rows.length === limit) continue;
      const found = allRows<ThreadRow>(
        db,
        listThreadsSql(part),
        ...part.values,
        ...before(start, index),
        limit - rows.length,
      );
      const last = found.at(-1);
      if (last !== undefined) end = cursorOf(index, last);
      rows.push(...found);
    }
    return {
      items: rows.map((row) => toThreadView(db, row)),
      next: rows.length < limit ? undefined : end,
    };
  },
);

/** How many threads a filter shows, and where each block of them begins. */
export const outlineThreads = defineQuery(
  'messages.outline',
  (db, input: { readonly filter?: ThreadFilter | undefined }): Outline => {
    const { filter = {} } = input;
    const parts = partsOf(filter, narrowingOf(db, filter));
    const countIn = (start: Place, index: number): number => {
      const part = parts[index];
      if (part === undefined || index < start.part) return 0;
      const values = [...part.values, ...before(start, index)];
      return getRow<{ count: number }>(db, countSql(part), ...values)?.count ?? 0;
    };
    return walkBlocks(
      (after, count) => {
        const start = placeOf(after);
        let left = count;
        for (const [index, part] of parts.entries()) {
          if (index < start.part) continue;
          const values = [...part.values, ...before(start, index), left - 1];
          const row = getRow<{ last_at: number; id: number }>(db, stepSql(part), ...values);
          if (row !== undefined) return cursorOf(index, row);
          // The last part is counted once, when all blocks have been found.
          if (index < parts.length - 1) left -= countIn(start, index);
        }
        return undefined;
      },
      (after) => parts.reduce((sum, _, index) => sum + countIn(placeOf(after), index), 0),
    );
  },
);

export type ThreadChange = {
  readonly threadId: ThreadId;
  readonly isPinned?: boolean | undefined;
  readonly isMuted?: boolean | undefined;
  readonly isDone?: boolean | undefined;
  /** By this computer's clock, and by RingCentral's. */
  readonly at: EpochMs;
  readonly serverAt: EpochMs;
};

/**
 * Pins, mutes or puts away a thread; what is put away counts as read. Answers how many texts
 * RingCentral has to be told of, or undefined when the thread is not there.
 */
export const setThread = defineQuery(
  'messages.set-thread',
  (db, change: ThreadChange): number | undefined => {
    const id = toRowId(change.threadId) ?? 0;
    if (getRow(db, 'SELECT 1 FROM thread WHERE id = ?', id) === undefined) return undefined;
    const { isPinned, isMuted, isDone, at } = change;
    const marks = { pinned_at: isPinned, muted_at: isMuted, done_at: isDone };
    for (const [column, isOn] of Object.entries(marks)) {
      if (isOn === undefined) continue;
      const value = isOn ? at : undefined;
      // What is so already keeps its time.
      const sql = `UPDATE thread SET ${column} = ? WHERE id = ? AND (${column} IS NULL) = ?`;
      run(db, sql, value, id, Number(isOn));
    }
    return isDone === true ? markThreadRead(db, id, change.serverAt) : 0;
  },
);

export const countUnreadSql = `
  SELECT sum(unread_count) AS count FROM thread INDEXED BY thread_unread
  WHERE unread_count > 0 AND muted_at IS NULL`;

/** Unread texts over all threads but muted ones, of which nothing is told. */
export const countUnread = defineQuery(
  'messages.count-unread',
  (db): number => getRow<{ count: number | null }>(db, countUnreadSql)?.count ?? 0,
);

/** A row that has been passed, and the part of the list that it is in. */
type Place = { readonly part: number; readonly at: number; readonly id: number };

const cursorOf = (part: number, row: { readonly last_at: number; readonly id: number }): string =>
  `${part}.${row.last_at}.${row.id}`;

function placeOf(after: string | undefined): Place {
  const [part = 0, at = newest, id = newest] = after?.split('.').map(Number) ?? [];
  return { part, at, id };
}

/** Where a part is read from: the place in its own part, all of those that follow. */
function before({ part, at, id }: Place, index: number): readonly [at: number, id: number] {
  return index === part ? [at, id] : [newest, newest];
}
