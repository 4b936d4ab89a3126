import type { Page } from '../../../../shared/model/app.ts';
import type { Outline, ThreadFilter } from '../../../../shared/model/history.ts';
import type { ThreadView } from '../../../../shared/model/messages.ts';
import { defineQuery } from '../../db/define-query.ts';
import { allRows, getRow } from '../../db/statement.ts';
import { walkBlocks, type Narrowing } from '../../history/walk.ts';
import { threadColumns } from '../rows.ts';
import { toThreadView, type ThreadRow } from '../views.ts';
import { narrowingOf } from './rows.ts';

const newest = Number.MAX_SAFE_INTEGER;

const from = 'thread JOIN message ON message.id = thread.last_message_id';
const order = 'ORDER BY last_at DESC, thread.id DESC';

/** Without a narrowing: what the index of threads by their last text is walked for. */
export const listThreadsSql = (narrowing: Narrowing): string => `
  SELECT ${threadColumns} FROM ${from}
  WHERE ${narrowing.sql} AND (last_at, thread.id) < (?, ?) ${order} LIMIT ?`;

const stepSql = (narrowing: Narrowing): string => `
  SELECT last_at, thread.id FROM ${from}
  WHERE ${narrowing.sql} AND (last_at, thread.id) < (?, ?) ${order} LIMIT 1 OFFSET ?`;

const countSql = (narrowing: Narrowing): string => `
  SELECT count(*) AS count FROM ${from}
  WHERE ${narrowing.sql} AND (last_at, thread.id) < (?, ?)`;

/** Threads with the newest activity first; those left without a message are not shown. */
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
    const narrowing = narrowingOf(db, input.filter);
    const rows = allRows<ThreadRow>(
      db,
      listThreadsSql(narrowing),
      ...narrowing.values,
      ...before(input.after),
      input.limit,
    );
    const last = rows.at(-1);
    return {
      items: rows.map((row) => toThreadView(db, row)),
      next: rows.length < input.limit || last === undefined ? undefined : cursorOf(last),
    };
  },
);

/** How many threads a filter shows, and where each block of them begins. */
export const outlineThreads = defineQuery(
  'messages.outline',
  (db, input: { readonly filter?: ThreadFilter | undefined }): Outline => {
    const narrowing = narrowingOf(db, input.filter);
    const { values } = narrowing;
    return walkBlocks(
      (after, count) => {
        const sql = stepSql(narrowing);
        const row = getRow<Place>(db, sql, ...values, ...before(after), count - 1);
        return row && cursorOf(row);
      },
      (after) =>
        getRow<{ count: number }>(db, countSql(narrowing), ...values, ...before(after))?.count ?? 0,
    );
  },
);

export const countUnreadSql =
  'SELECT sum(unread_count) AS count FROM thread INDEXED BY thread_unread WHERE unread_count > 0';

/** Unread texts over all threads. */
export const countUnread = defineQuery(
  'messages.count-unread',
  (db): number => getRow<{ count: number | null }>(db, countUnreadSql)?.count ?? 0,
);

type Place = { readonly last_at: number; readonly id: number };

const cursorOf = ({ last_at: at, id }: Place): string => `${at}.${id}`;

function before(after: string | undefined): readonly [at: number, id: number] {
  const [at = newest, id = newest] = after?.split('.').map(Number) ?? [];
  return [at, id];
}
