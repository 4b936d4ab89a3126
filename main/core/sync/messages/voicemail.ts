import type { E164, EpochMs } from '../../../../shared/model/ids.ts';
import type { TranscriptState } from '../../../../shared/model/voicemail.ts';
import type { ServerMessage } from '../../ringcentral/records.ts';
import { toThreadParty, type Home } from './mapping.ts';

/** A voicemail of the message store in the archive's terms. */
export type SyncedVoicemail = {
  readonly serverId: string;
  readonly number: E164 | undefined;
  readonly extensionNumber: string | undefined;
  readonly name: string | undefined;
  readonly createdAt: EpochMs;
  readonly modifiedAt: EpochMs;
  readonly durationSeconds: number | undefined;
  readonly isRead: boolean;
  readonly audio:
    { readonly id: string; readonly uri: string; readonly contentType: string } | undefined;
  readonly transcriptState: TranscriptState;
  /** Where RingCentral has the transcript, once it has one. */
  readonly transcriptUri: string | undefined;
};

/** The archive's form of a record of type `VoiceMail` (RingCentral's guide to voicemail). */
export function toSyncedVoicemail(record: ServerMessage, home: Home): SyncedVoicemail {
  const audio = record.attachments.find(({ type }) => type === 'AudioRecording');
  const transcript = record.attachments.find(({ type }) => type === 'AudioTranscription');
  return {
    serverId: record.id,
    ...toThreadParty(record.from, home.country),
    createdAt: record.createdAt,
    modifiedAt: record.modifiedAt,
    durationSeconds: audio?.durationSeconds,
    isRead: record.readStatus === 'Read',
    audio: audio && { id: audio.id, uri: audio.uri, contentType: audio.contentType },
    transcriptState: toTranscriptState(record.transcriptionStatus, transcript !== undefined),
    transcriptUri: transcript?.uri,
  };
}

/** `there` is for what has been fetched: what RingCentral has ready still waits for that. */
function toTranscriptState(status: string | undefined, hasFile: boolean): TranscriptState {
  switch (status) {
    case 'InProgress':
      return 'waiting';
    case 'Completed':
      return hasFile ? 'waiting' : 'failed';
    case 'CompletedPartially':
      return hasFile ? 'partial' : 'failed';
    case 'Failed':
    case 'TimedOut':
      return 'failed';
    default:
      return 'none';
  }
}
