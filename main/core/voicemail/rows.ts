import type { Database } from 'better-sqlite3';
import type { VoicemailId } from '../../../shared/model/ids.ts';
import type { MediaRef, TranscriptState, VoicemailView } from '../../../shared/model/voicemail.ts';
import { toParty } from '../contacts/rows.ts';
import { toId } from '../db/row-id.ts';

export type VoicemailRow = {
  readonly id: number;
  readonly number: string | null;
  readonly extension_number: string | null;
  readonly name: string | null;
  readonly created_at: number;
  readonly duration_seconds: number | null;
  readonly is_read: number;
  readonly audio_uri: string | null;
  readonly audio_type: string | null;
  readonly transcript: string | null;
  readonly transcript_state: TranscriptState;
};

/** What `toVoicemailView` reads of a voicemail. */
export const voicemailColumns = `voicemail.id, voicemail.number, voicemail.extension_number,
  voicemail.name, voicemail.created_at, voicemail.duration_seconds, voicemail.is_read,
  voicemail.audio_uri, voicemail.audio_type, voicemail.transcript, voicemail.transcript_state`;

/** A voicemail row in the form a window shows. */
export function toVoicemailView(db: Database, row: VoicemailRow): VoicemailView {
  return {
    id: toId<VoicemailId>(row.id),
    from: toParty(db, row),
    createdAt: row.created_at,
    durationSeconds: row.duration_seconds ?? undefined,
    isRead: row.is_read === 1,
    transcript: row.transcript ?? undefined,
    // What RingCentral has ready, and we have not fetched yet, is not there for the user.
    transcriptState:
      row.transcript_state === 'partial' && row.transcript === null
        ? 'waiting'
        : row.transcript_state,
    media: toMediaRef(row),
  };
}

function toMediaRef(row: VoicemailRow): MediaRef | undefined {
  if (row.audio_uri === null) return undefined;
  return {
    id: `voicemail-${row.id}`,
    contentType: row.audio_type ?? 'audio/mpeg',
    durationSeconds: row.duration_seconds ?? undefined,
  };
}
