import type { Database } from 'better-sqlite3';
import type { EpochMs, FileId } from '../../../shared/model/ids.ts';
import { toParty } from '../contacts/rows.ts';
import { defineQuery } from '../db/define-query.ts';
import { toRowId } from '../db/row-id.ts';
import { getRow } from '../db/statement.ts';
import { listFilesById } from '../files/rows.ts';

/** Where something to play comes from, and what is known of it. */
export type MediaSource = {
  readonly kind: 'voicemail' | 'recording' | 'attachment';
  /** Stays the same when rows are written anew: what is kept on disk is kept under it. */
  readonly identity: string;
  readonly uri: string;
  readonly contentType: string;
  readonly at: EpochMs;
  /** Who it is from or with. */
  readonly who: string | undefined;
  readonly fileName: string | undefined;
  /** A file of a text of the user's own: its bytes are in the profile, not at `uri`. */
  readonly own?: { readonly id: FileId; readonly sizeBytes: number };
};

/** What a media id stands for (`MediaRef`); undefined when there is no such thing, or no longer. */
export const findMedia = defineQuery(
  'media.find',
  (db, { mediaId }: { readonly mediaId: string }): MediaSource | undefined => {
    const [, kind = '', rest = ''] = /^(\w+)-([\w-]+)$/.exec(mediaId) ?? [];
    switch (kind) {
      case 'voicemail':
        return findVoicemail(db, toRowId(rest) ?? 0);
      case 'recording':
        return findRecording(db, rest);
      case 'attachment': {
        const [, messageId = '', attachmentId = ''] = /^(\d+)-(.+)$/.exec(rest) ?? [];
        return findAttachment(db, toRowId(messageId) ?? 0, attachmentId);
      }
      case 'outgoing':
        return findOutgoing(db, rest as FileId);
      default:
        return undefined;
    }
  },
);

type VoicemailAudio = {
  readonly server_id: string;
  readonly audio_id: string | null;
  readonly audio_uri: string;
  readonly audio_type: string | null;
  readonly number: string | null;
  readonly extension_number: string | null;
  readonly name: string | null;
  readonly created_at: number;
};

function findVoicemail(db: Database, id: number): MediaSource | undefined {
  const row = getRow<VoicemailAudio>(
    db,
    `SELECT server_id, audio_id, audio_uri, audio_type, number, extension_number, name, created_at
     FROM voicemail WHERE id = ? AND audio_uri IS NOT NULL`,
    id,
  );
  return (
    row && {
      kind: 'voicemail',
      identity: `voicemail ${row.server_id} ${row.audio_id ?? ''}`,
      uri: row.audio_uri,
      contentType: row.audio_type ?? 'audio/mpeg',
      at: row.created_at,
      who: nameOf(db, row),
      fileName: undefined,
    }
  );
}

type Recording = {
  readonly recording_id: string;
  readonly recording_uri: string;
  readonly started_at: number;
  readonly number: string | null;
  readonly extension_number: string | null;
  readonly name: string | null;
};

function findRecording(db: Database, serverId: string): MediaSource | undefined {
  const row = getRow<Recording>(
    db,
    `SELECT recording_id, recording_uri, call_record.started_at,
       call.number, call.extension_number, call.name
     FROM call_record JOIN call ON call.id = call_record.call_id
     WHERE call_record.server_id = ? AND recording_id IS NOT NULL AND recording_uri IS NOT NULL`,
    serverId,
  );
  return (
    row && {
      kind: 'recording',
      identity: `recording ${row.recording_id}`,
      uri: row.recording_uri,
      contentType: 'audio/mpeg',
      at: row.started_at,
      who: nameOf(db, row),
      fileName: undefined,
    }
  );
}

type Attachment = {
  readonly message_server_id: string | null;
  readonly uri: string;
  readonly content_type: string;
  readonly file_name: string | null;
  readonly created_at: number;
  readonly number: string | null;
  readonly extension_number: null;
  readonly name: string | null;
};

function findAttachment(
  db: Database,
  messageId: number,
  attachmentId: string,
): MediaSource | undefined {
  const row = getRow<Attachment>(
    db,
    `SELECT message.server_id AS message_server_id, uri, content_type, file_name, created_at,
       from_number AS number, NULL AS extension_number, from_name AS name
     FROM attachment JOIN message ON message.id = attachment.message_id
     WHERE attachment.message_id = ? AND attachment.server_id = ?`,
    messageId,
    attachmentId,
  );
  return (
    row && {
      kind: 'attachment',
      identity: `attachment ${row.message_server_id ?? ''} ${attachmentId}`,
      uri: row.uri,
      contentType: row.content_type,
      at: row.created_at,
      who: nameOf(db, row),
      fileName: row.file_name ?? undefined,
    }
  );
}

function findOutgoing(db: Database, id: FileId): MediaSource | undefined {
  const [file] = listFilesById(db, [id]);
  return (
    file && {
      kind: 'attachment',
      identity: `outgoing ${id}`,
      uri: '',
      contentType: file.contentType,
      at: file.addedAt,
      who: undefined,
      fileName: file.fileName,
      own: { id, sizeBytes: file.sizeBytes },
    }
  );
}

function nameOf(
  db: Database,
  row: Pick<Recording, 'number' | 'extension_number' | 'name'>,
): string | undefined {
  const { name, number, extensionNumber } = toParty(db, row);
  return name ?? number ?? extensionNumber;
}
