import type { Database } from 'better-sqlite3';
import type { CallFilter, ThreadFilter, Whose } from '../../../../shared/model/history.ts';
import { pageOfCallsSql, walkOf } from '../../calls/history/rows.ts';
import { whoseRows } from '../../contacts/rows.ts';
import { firstRowIdOf } from '../../db/row-id.ts';
import { allRows, getRow } from '../../db/statement.ts';
import { narrowingOf } from '../../messages/threads/rows.ts';
import type { ExportRecord } from './record.ts';

/** What is written out. */
export type ExportWhat =
  | { readonly kind: 'calls'; readonly filter?: CallFilter | undefined }
  | { readonly kind: 'messages'; readonly filter?: ThreadFilter | undefined }
  | { readonly kind: 'person'; readonly whose: Whose }
  | { readonly kind: 'everything' };

/** Ids of one kind, newest first: `sql` is bound to the values, the id before, and a limit. */
export type Source = {
  readonly kind: ExportRecord['kind'];
  readonly sql: string;
  readonly values: readonly unknown[];
};

/** Where the records of an export are found. */
export function sourcesOf(db: Database, what: ExportWhat): readonly Source[] {
  switch (what.kind) {
    case 'calls':
      return [callSource(db, what.filter)];
    case 'messages':
      return [textSource(db, what.filter)];
    case 'person':
      return personSources(db, what.whose);
    case 'everything':
      return [
        callSource(db, undefined),
        textSource(db, undefined),
        { kind: 'voicemail', sql: pageOf('voicemail', '1'), values: [] },
        { kind: 'note', sql: pageOf('note', '1'), values: [] },
      ];
  }
}

/** How many records a source has. */
export function countOf(db: Database, { sql, values }: Source): number {
  const row = getRow<{ count: number }>(
    db,
    `SELECT count(*) AS count FROM (${sql})`,
    ...values,
    Number.MAX_SAFE_INTEGER,
    -1,
  );
  return row?.count ?? 0;
}

/** The ids of a source before one, the newest first. */
export function idsBefore(
  db: Database,
  { sql, values }: Source,
  before: number,
  limit: number,
): readonly number[] {
  return allRows<{ id: number }>(db, sql, ...values, before, limit).map(({ id }) => id);
}

const pageOf = (table: string, narrowing: string): string =>
  `SELECT id FROM ${table} WHERE ${narrowing} AND id < ? ORDER BY id DESC LIMIT ?`;

function callSource(db: Database, filter: CallFilter | undefined): Source {
  const walk = walkOf(db, filter);
  return { kind: 'call', sql: pageOfCallsSql(walk), values: walk.narrowing.values };
}

/** The texts of the threads that the filter shows, within its dates. `+` keeps to the order of time. */
function textSource(db: Database, filter: ThreadFilter | undefined): Source {
  if (filter === undefined || Object.values(filter).every((value) => value === undefined)) {
    return { kind: 'text', sql: pageOf('message', 'is_discarded = 0'), values: [] };
  }
  const narrowing = narrowingOf(db, filter);
  return {
    kind: 'text',
    sql: pageOf(
      'message',
      `is_discarded = 0 AND id >= ? AND id < ? AND +thread_id IN (
        SELECT thread.id FROM thread JOIN message ON message.id = thread.last_message_id
        WHERE ${narrowing.sql})`,
    ),
    values: [
      firstRowIdOf(filter.from ?? 0),
      filter.until === undefined ? Number.MAX_SAFE_INTEGER : firstRowIdOf(filter.until),
      ...narrowing.values,
    ],
  };
}

function personSources(db: Database, whose: Whose): readonly Source[] {
  const { contactIds, numbers, extensionNumbers } = whoseRows(db, whose);
  const keys = [JSON.stringify(numbers), JSON.stringify(extensionNumbers)];
  const among = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`;
  const ofThem = `(${among('number')} OR ${among('extension_number')})`;
  return [
    { kind: 'call', sql: pageOf('call', ofThem), values: keys },
    {
      kind: 'text',
      sql: pageOf(
        'message',
        `is_discarded = 0 AND thread_id IN (SELECT thread_id FROM thread_party WHERE ${ofThem})`,
      ),
      values: keys,
    },
    { kind: 'voicemail', sql: pageOf('voicemail', ofThem), values: keys },
    {
      kind: 'note',
      sql: pageOf('note', `(${ofThem} OR ${among('contact_id')})`),
      values: [...keys, JSON.stringify(contactIds)],
    },
  ];
}
