import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { getRow } from './statement.ts';

/** Rows that one millisecond has room for. The product stays below 2^53 for 280 years. */
const perMs = 1024;

/** The tables whose row ids are in the order of time. */
type TimedTable = 'message' | 'call' | 'voicemail' | 'note';

/**
 * A free row id for something that happened at `at`: `at * 1024 + n`, so that row order is time
 * order although a backfill arrives newest first. Call it in the transaction that uses the id.
 */
export function nextRowId(db: Database, table: TimedTable, at: EpochMs): number {
  const first = at * perMs;
  const { last } = getRow<{ last: number | null }>(
    db,
    `SELECT max(id) AS last FROM ${table} WHERE id >= ? AND id < ?`,
    first,
    first + perMs,
  ) ?? { last: null };
  if (last === null) return first;
  let id = last + 1;
  while (getRow(db, `SELECT 1 FROM ${table} WHERE id = ?`, id) !== undefined) id += 1;
  return id;
}

/** When what a row id stands for happened, in epoch milliseconds. */
export function timeOfRowId(id: number): EpochMs {
  return Math.floor(id / perMs);
}

/** The first row id that something at `at` or later can have. */
export function firstRowIdOf(at: EpochMs): number {
  return at * perMs;
}

/** A row id as the window knows it. */
export function toId<Id extends string>(rowId: number): Id {
  return String(rowId) as Id;
}

/** The row id behind an id from the window; undefined for anything that is none of ours. */
export function toRowId(id: string): number | undefined {
  return /^\d{1,16}$/.test(id) ? Number(id) : undefined;
}
