import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { getRow, run } from '../db/statement.ts';
import { readErasedParties, type Party } from './erased-parties/rows.ts';

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

/** What tells whether a record is wanted, beside its id. */
export type RecordTraits<T> = {
  readonly timeOf: (record: T) => EpochMs;
  /** Whether it is of someone who has been erased, when told who of those at its time has been. */
  readonly isOf: (record: T, isErased: (party: Party) => boolean) => boolean;
};

/**
 * The records that may be written: none that the user has erased or of someone erased, none from
 * before what is kept.
 * Whatever writes records of RingCentral's passes them through this, in the same transaction.
 */
export function withoutErased<T extends { readonly serverId?: string | undefined }>(
  db: Database,
  feed: ErasedFeed,
  records: readonly T[],
  traits?: RecordTraits<T>,
): readonly T[] {
  const floor = (traits && keepFrom(db)) ?? -Infinity;
  const isErasedParty = traits && readErasedParties(db);
  const isAnyErased = getRow(db, 'SELECT 1 FROM erased_record LIMIT 1') !== undefined;
  return records.filter((record) => {
    if (isAnyErased && isErased(db, feed, record.serverId)) return false;
    if (traits === undefined) return true;
    const at = traits.timeOf(record);
    if (at < floor) return false;
    return !isErasedParty || !traits.isOf(record, (party) => isErasedParty(party, at));
  });
}

function isErased(db: Database, feed: ErasedFeed, serverId: string | undefined): boolean {
  const sql = 'SELECT 1 FROM erased_record WHERE feed = ? AND server_id = ?';
  return serverId !== undefined && getRow(db, sql, feed, serverId) !== undefined;
}
