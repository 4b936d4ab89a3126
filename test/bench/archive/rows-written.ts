import Sqlite, { type Database } from 'better-sqlite3';
import { rowsPerTransaction } from '../../../main/core/sync/chunks.ts';
import type { BareChunk } from './bare-worker.ts';

type Row = Readonly<Record<string, unknown>>;

/** Highest row ids before a page was written: what is new is known by them. */
export type Mark = { readonly threads: number };

export function markOf(db: Database): Mark {
  return { threads: Number(db.prepare('SELECT coalesce(max(id), 0) FROM thread').pluck().get()) };
}

/**
 * The rows that records of these ids became, with the threads that came with them, as transactions
 * of as many records as the product writes in one.
 */
export function readRows(
  file: string,
  written: { readonly texts: readonly string[]; readonly calls: readonly string[] },
  mark: Mark,
): readonly BareChunk[] {
  const db = new Sqlite(file, { readonly: true });
  try {
    const messages = written.texts.flatMap((id) => find(db, 'message', 'server_id', id));
    const records = written.calls.flatMap((id) => find(db, 'call_record', 'server_id', id));
    return [...chunk(messages, withThreads(db, mark)), ...chunk(records, withCalls(db))];
  } finally {
    db.close();
  }
}

function chunk(rows: readonly Row[], complete: (rows: readonly Row[]) => BareChunk): BareChunk[] {
  const count = Math.ceil(rows.length / rowsPerTransaction);
  return Array.from({ length: count }, (_, index) =>
    complete(rows.slice(index * rowsPerTransaction, (index + 1) * rowsPerTransaction)),
  );
}

function withThreads(db: Database, mark: Mark): (rows: readonly Row[]) => BareChunk {
  const known = new Set<unknown>();
  return (messages) => {
    const ids = [...new Set(messages.map(({ thread_id: id }) => id))].filter(
      (id) => Number(id) > mark.threads && !known.has(id),
    );
    ids.forEach((id) => known.add(id));
    const of = (table: string): readonly Row[] =>
      ids.flatMap((id) => find(db, table, 'thread_id', id));
    return {
      thread: ids.flatMap((id) => find(db, 'thread', 'id', id)),
      thread_party: of('thread_party'),
      thread_conversation: of('thread_conversation'),
      message: messages,
    };
  };
}

function withCalls(db: Database): (rows: readonly Row[]) => BareChunk {
  const known = new Set<unknown>();
  return (records) => {
    const ids = [...new Set(records.map(({ call_id: id }) => id))].filter((id) => !known.has(id));
    ids.forEach((id) => known.add(id));
    return { call: ids.flatMap((id) => find(db, 'call', 'id', id)), call_record: records };
  };
}

function find(db: Database, table: string, column: string, value: unknown): readonly Row[] {
  return db.prepare(`SELECT * FROM ${table} WHERE ${column} = ?`).all(value) as Row[];
}
