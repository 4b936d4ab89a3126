import type { Database } from 'better-sqlite3';
import type { EpochMs, FileId } from '../../../shared/model/ids.ts';
import { allRows, run } from '../db/statement.ts';

/** A file of a text as it goes out, without its bytes. */
export type OutgoingFile = {
  readonly id: FileId;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly addedAt: EpochMs;
};

type Row = {
  readonly id: string;
  readonly file_name: string;
  readonly content_type: string;
  readonly size_bytes: number;
  readonly added_at: number;
};

const columns = 'id, file_name, content_type, size_bytes, added_at';

/** The files of a text, in their order. */
export function listFilesOfText(db: Database, messageId: number): readonly OutgoingFile[] {
  return allRows<Row>(
    db,
    `SELECT ${columns} FROM outgoing_file WHERE message_id = ? ORDER BY position, added_at, id`,
    messageId,
  ).map(toFile);
}

/** The files of those ids that are there, in no order. */
export function listFilesById(db: Database, ids: readonly FileId[]): readonly OutgoingFile[] {
  return allRows<Row>(
    db,
    `SELECT ${columns} FROM outgoing_file WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  ).map(toFile);
}

/** A text that is dropped takes its files along; their bytes go when the folder is tidied. */
export function removeFilesOfText(db: Database, messageId: number): void {
  run(db, 'DELETE FROM outgoing_file WHERE message_id = ?', messageId);
}

function toFile(row: Row): OutgoingFile {
  return {
    id: row.id as FileId,
    fileName: row.file_name,
    contentType: row.content_type,
    sizeBytes: row.size_bytes,
    addedAt: row.added_at,
  };
}
