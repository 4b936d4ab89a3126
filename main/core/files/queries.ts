import type { FileId } from '../../../shared/model/ids.ts';
import { defineQuery } from '../db/define-query.ts';
import { allRows, insert, run } from '../db/statement.ts';
import type { PixelSize } from './image-size.ts';
import { listFilesById, type OutgoingFile } from './rows.ts';

/** Takes note of a file whose bytes are on the disk already. */
export const addFile = defineQuery(
  'files.add',
  (
    db,
    input: {
      readonly file: OutgoingFile;
      readonly size: PixelSize | undefined;
    },
  ): void => {
    const { file, size } = input;
    insert(
      db,
      `INSERT INTO outgoing_file (id, file_name, content_type, size_bytes, width, height, added_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      file.id,
      file.fileName,
      file.contentType,
      file.sizeBytes,
      size?.width,
      size?.height,
      file.addedAt,
    );
  },
);

/** Forgets a file, unless it goes with a text already. Answers whether it was there. */
export const removeFile = defineQuery(
  'files.remove',
  (db, input: { readonly fileId: FileId }): boolean =>
    run(
      db,
      `DELETE FROM outgoing_file
       WHERE id = ? AND message_id IS NULL AND scheduled_id IS NULL`,
      input.fileId,
    ) > 0,
);

export const listFiles = defineQuery(
  'files.list',
  (db, input: { readonly fileIds: readonly FileId[] }): readonly OutgoingFile[] =>
    listFilesById(db, input.fileIds),
);

/** After a start: files that no draft, no text and nothing scheduled names are nobody's any more. */
export const dropUnnamed = defineQuery('files.drop-unnamed', (db): number =>
  run(
    db,
    `DELETE FROM outgoing_file WHERE message_id IS NULL AND scheduled_id IS NULL
     AND (draft_key IS NULL OR draft_key NOT IN (SELECT key FROM draft))`,
  ),
);

/**
 * The bytes of these are not on this computer: an archive that came from another. Texts that went out
 * show RingCentral's copies instead, and a draft is without them; a text that has yet to go keeps
 * knowing of them, so that it does not go without.
 */
export const dropLost = defineQuery(
  'files.drop-lost',
  (db, input: { readonly fileIds: readonly FileId[] }): number =>
    run(
      db,
      `DELETE FROM outgoing_file WHERE id IN (SELECT value FROM json_each(?))
       AND scheduled_id IS NULL AND (message_id IS NULL OR EXISTS (
         SELECT 1 FROM message WHERE message.id = message_id AND server_id IS NOT NULL
           AND status IN ('sent', 'delivered')
       ))`,
      JSON.stringify(input.fileIds),
    ),
);

/** Every file that something names. */
export const listAllFiles = defineQuery(
  'files.list-all',
  (db): readonly { readonly id: FileId; readonly sizeBytes: number }[] =>
    allRows<{ id: FileId; size_bytes: number }>(db, 'SELECT id, size_bytes FROM outgoing_file').map(
      ({ id, size_bytes: sizeBytes }) => ({ id, sizeBytes }),
    ),
);
