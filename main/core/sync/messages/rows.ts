import type { Database } from 'better-sqlite3';
import { nextRowId } from '../../db/row-id.ts';
import { getRow, insert, run } from '../../db/statement.ts';
import { mergeRead, type ReadMark } from '../../read-state/rows.ts';
import type { ServerAttachment } from '../../ringcentral/records.ts';
import type { SyncedVoicemail } from './voicemail.ts';

type Known = ReadMark & { readonly id: number };

/** Writes a voicemail once by its server id; a record that has been overtaken changes nothing. */
export function writeVoicemail(db: Database, voicemail: SyncedVoicemail): void {
  const known = getRow<Known>(
    db,
    `SELECT id, modified_at, is_read, is_read_untold, read_set_at FROM voicemail
     WHERE server_id = ?`,
    voicemail.serverId,
  );
  if (known === undefined) insertVoicemail(db, voicemail);
  else if (voicemail.modifiedAt >= known.modified_at) updateVoicemail(db, known, voicemail);
}

function insertVoicemail(db: Database, voicemail: SyncedVoicemail): void {
  insert(
    db,
    `INSERT INTO voicemail (id, server_id, number, extension_number, name, created_at,
       modified_at, duration_seconds, is_read, audio_id, audio_uri, audio_type, transcript_state,
       transcript_uri) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    nextRowId(db, 'voicemail', voicemail.createdAt),
    voicemail.serverId,
    voicemail.number,
    voicemail.extensionNumber,
    voicemail.name,
    voicemail.createdAt,
    voicemail.modifiedAt,
    voicemail.durationSeconds,
    voicemail.isRead ? 1 : 0,
    voicemail.audio?.id,
    voicemail.audio?.uri,
    voicemail.audio?.contentType,
    voicemail.transcriptState,
    voicemail.transcriptUri,
  );
}

/**
 * The audio stays known when the record no longer names it, and a transcript that has been fetched
 * is not asked for again. What was read here and RingCentral has not heard of stays read.
 */
function updateVoicemail(db: Database, known: Known, voicemail: SyncedVoicemail): void {
  const { modifiedAt } = voicemail;
  const mark = mergeRead(known, voicemail, false);
  run(
    db,
    `UPDATE voicemail SET modified_at = ?, is_read = ?, is_read_untold = ?, availability = 'Alive',
       duration_seconds = coalesce(?, duration_seconds), audio_id = coalesce(?, audio_id),
       audio_uri = coalesce(?, audio_uri), audio_type = coalesce(?, audio_type),
       transcript_uri = coalesce(?, transcript_uri),
       transcript_state = CASE WHEN transcript IS NULL THEN ? ELSE transcript_state END
     WHERE id = ?`,
    modifiedAt,
    mark.isRead,
    mark.isUntold,
    voicemail.durationSeconds,
    voicemail.audio?.id,
    voicemail.audio?.uri,
    voicemail.audio?.contentType,
    voicemail.transcriptUri,
    voicemail.transcriptState,
    known.id,
  );
}

/** Writes what hangs on a text: RingCentral numbers attachments within their message. */
export function writeAttachments(
  db: Database,
  messageId: number,
  attachments: readonly ServerAttachment[],
): void {
  for (const { id, uri, type, contentType, fileName, sizeBytes, size } of attachments) {
    run(
      db,
      `INSERT INTO attachment (message_id, server_id, uri, type, content_type, file_name,
         size_bytes, width, height) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (message_id, server_id) DO UPDATE SET uri = excluded.uri,
         width = coalesce(excluded.width, width), height = coalesce(excluded.height, height)`,
      messageId,
      id,
      uri,
      type,
      contentType,
      fileName,
      sizeBytes,
      size?.width,
      size?.height,
    );
  }
}
