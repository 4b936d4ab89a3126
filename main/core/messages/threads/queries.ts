import type { Database } from 'better-sqlite3';
import type { Page } from '../../../../shared/model/app.ts';
import type { Outline, ThreadFilter } from '../../../../shared/model/history.ts';
import type { ThreadView } from '../../../../shared/model/messages.ts';
import { defineQuery } from '../../db/define-query.ts';
import { firstRowIdOf } from '../../db/row-id.ts';
import { allRows, getRow } from '../../db/statement.ts';
import { keysMatching, type WhoKeys } from '../../history/rows.ts';
import { allOf, blockSize, walkBlocks, type Narrowing } from '../../history/walk.ts';
import { threadColumns } from '../rows.ts';
import { toThreadView, type ThreadRow } from '../views.ts';

const newest = Number.MAX_SAFE_INTEGER;

const shows: Readonly<Record<NonNullable<ThreadFilter['show']>, string | undefined>> = {
  all: undefined,
  unread: 'unread_count > 0',
  inbound: `direction = 'inbound'`,
  outbound: `direction = 'outbound'`,
  // What is not sure to have gone wants looking after as much as what failed.
  failed: `EXISTS (
      SELECT 1 FROM message AS text
      WHERE text.thread_id = thread.id AND text.status = 'failed' AND text.is_discarded = 0
    ) OR EXISTS (
      SELECT 1 FROM message AS text
      WHERE text.thread_id = thread.id AND text.status = 'unknown' AND text.is_discarded = 0
    )`,
};

/** What narrows the list of threads: each part looks at one thread, none at all of its texts. */
export function threadNarrowing(filter: ThreadFilter, keys: WhoKeys | undefined): Narrowing {
  const show = shows[filter.show ?? 'all'];
  return allOf([
    show === undefined ? undefined : { sql: show, values: [] },
    withTextsBetween(filter),
    keys && withPeople(keys),
  ]);
}

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
    const outline = walkBlocks(
      (after, count) => {
        const sql = stepSql(narrowing);
        const row = getRow<Place>(db, sql, ...values, ...before(after), count - 1);
        return row && cursorOf(row);
      },
      (after) =>
        getRow<{ count: number }>(db, countSql(narrowing), ...values, ...before(after))?.count ?? 0,
    );
    return { ...outline, blockSize };
  },
);

export const countUnreadSql =
  'SELECT sum(unread_count) AS count FROM thread INDEXED BY thread_unread WHERE unread_count > 0';

/** Unread texts over all threads. */
export const countUnread = defineQuery(
  'messages.count-unread',
  (db): number => getRow<{ count: number | null }>(db, countUnreadSql)?.count ?? 0,
);

function narrowingOf(db: Database, filter: ThreadFilter = {}): Narrowing {
  const who = filter.who?.trim();
  return threadNarrowing(filter, who ? keysMatching(db, 'thread_party', who) : undefined);
}

type Place = { readonly last_at: number; readonly id: number };

const cursorOf = ({ last_at: at, id }: Place): string => `${at}.${id}`;

function before(after: string | undefined): readonly [at: number, id: number] {
  const [at = newest, id = newest] = after?.split('.').map(Number) ?? [];
  return [at, id];
}

function withTextsBetween({ from: first, until }: ThreadFilter): Narrowing | undefined {
  if (first === undefined && until === undefined) return undefined;
  return {
    sql: `last_at >= ? AND EXISTS (
      SELECT 1 FROM message AS text
      WHERE text.thread_id = thread.id AND text.id >= ? AND text.id < ? AND text.is_discarded = 0
    )`,
    values: [
      first ?? 0,
      firstRowIdOf(first ?? 0),
      until === undefined ? newest : firstRowIdOf(until),
    ],
  };
}

function withPeople(keys: WhoKeys): Narrowing {
  const among = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`;
  return {
    sql: `thread.id IN (SELECT thread_id FROM thread_party
      WHERE ${['number', 'extension_number', 'name'].map(among).join(' OR ')})`,
    values: [keys.numbers, keys.extensionNumbers, keys.names].map((values) =>
      JSON.stringify(values),
    ),
  };
}
