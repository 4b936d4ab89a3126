import { statSync } from 'node:fs';
import type { ArchiveSizeView } from '../../../shared/model/keeping.ts';
import { defineQuery, defineUpkeep } from '../db/define-query.ts';
import { timeOfRowId } from '../db/row-id.ts';
import { getRow } from '../db/statement.ts';

/** How large the archive is and how far it goes back. */
export const readSize = defineQuery('keeping.read-size', (db): ArchiveSizeView => {
  const count = (table: string): number =>
    getRow<{ count: number }>(db, `SELECT count(*) AS count FROM ${table}`)?.count ?? 0;
  const oldest = ['message', 'call', 'voicemail'].flatMap((table) => {
    const row = getRow<{ id: number | null }>(db, `SELECT min(id) AS id FROM ${table}`);
    return row?.id ?? [];
  });
  return {
    fileBytes: sizeOf(db.name) + sizeOf(`${db.name}-wal`),
    texts: count('message'),
    calls: count('call'),
    voicemails: count('voicemail'),
    oldestAt: oldest.length === 0 ? undefined : timeOfRowId(Math.min(...oldest)),
  };
});

/** The share of the file that holds nothing, 0 to 1. */
export const readSlack = defineQuery('keeping.read-slack', (db): number => {
  const pages = Number(db.pragma('page_count', { simple: true }));
  const free = Number(db.pragma('freelist_count', { simple: true }));
  return pages === 0 ? 0 : free / pages;
});

/**
 * Writes the file anew without what was deleted, and empties the write-ahead log, where it would
 * otherwise be found still. Answers whether that could be emptied: someone's long read is in the way
 * until it ends.
 */
export const freeRoom = defineUpkeep('keeping.free-room', (db): boolean => {
  db.exec('VACUUM');
  return emptyLog(db);
});

export const emptyWriteAheadLog = defineUpkeep('keeping.empty-log', (db): boolean => emptyLog(db));

function emptyLog(db: Parameters<typeof freeRoom.run>[0]): boolean {
  const [row] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
  return row?.busy === 0;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
