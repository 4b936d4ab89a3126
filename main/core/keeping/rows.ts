import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { getRow, run } from '../db/statement.ts';

/** Whose ids an erased record's is among: voicemails come with the texts. */
export type ErasedFeed = 'messages' | 'calls' | 'contacts';

/**
 * The instant before which everything has been dropped on purpose: nothing older is fetched or
 * written again. Undefined while everything is kept.
 */
export function keepFrom(db: Database): EpochMs | undefined {
  return getRow<{ at: number }>(db, 'SELECT from_at AS at FROM archive_floor WHERE id = 1')?.at;
}

/** Notes that everything before an instant is dropped; an earlier one than before changes nothing. */
export function raiseFloor(db: Database, at: EpochMs): void {
  run(
    db,
    `INSERT INTO archive_floor (id, from_at) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET from_at = max(from_at, excluded.from_at)`,
    at,
  );
}

/** Keeps a record of RingCentral's from coming back with a sync. */
export function rememberErased(db: Database, feed: ErasedFeed, serverId: string): void {
  run(
    db,
    'INSERT INTO erased_record (feed, server_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
    feed,
    serverId,
  );
}

/**
 * The records that may be written: none that the user has erased, none from before what is kept.
 * Whatever writes records of RingCentral's passes them through this, in the same transaction.
 */
export function withoutErased<T extends { readonly serverId?: string | undefined }>(
  db: Database,
  feed: ErasedFeed,
  records: readonly T[],
  timeOf?: (record: T) => EpochMs,
): readonly T[] {
  const floor = timeOf && keepFrom(db);
  const isAnyErased = getRow(db, 'SELECT 1 FROM erased_record LIMIT 1') !== undefined;
  if (floor === undefined && !isAnyErased) return records;
  return records.filter((record) => {
    const isBelow = floor !== undefined && timeOf !== undefined && timeOf(record) < floor;
    return !isBelow && !isErased(db, feed, record.serverId);
  });
}

function isErased(db: Database, feed: ErasedFeed, serverId: string | undefined): boolean {
  const sql = 'SELECT 1 FROM erased_record WHERE feed = ? AND server_id = ?';
  return serverId !== undefined && getRow(db, sql, feed, serverId) !== undefined;
}
