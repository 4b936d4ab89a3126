import type { EpochMs, VoicemailId } from './ids.ts';
import type { Party } from './people.ts';

/**
 * How far RingCentral's transcript has come (`vmTranscriptionStatus`, its guide to voicemail):
 * `none` when the account makes none, `waiting` while it is being made or fetched.
 */
export type TranscriptState = 'none' | 'waiting' | 'there' | 'partial' | 'failed';

export type VoicemailView = {
  readonly id: VoicemailId;
  readonly from: Party;
  readonly createdAt: EpochMs;
  readonly durationSeconds: number | undefined;
  readonly isRead: boolean;
  readonly transcript: string | undefined;
  readonly transcriptState: TranscriptState;
  /** Undefined when RingCentral has kept no recording of it. */
  readonly media: MediaRef | undefined;
};

/** Something to listen to: a voicemail, a call recording; addressed under `/media/` of the app. */
export type MediaRef = {
  /** `voicemail-<id>`, `recording-<call record's id>`, `attachment-<message>-<id>`. */
  readonly id: string;
  readonly contentType: string;
  readonly durationSeconds: number | undefined;
};

/** A piece of media that can be played or saved. */
export type MediaReady = {
  /** The address for an `<audio>`, `<img>` or download in the window: `/media/<id>`. */
  readonly url: string;
  readonly contentType: string;
  readonly sizeBytes: number | undefined;
  /** Kept on this computer: it plays without RingCentral. */
  readonly isKept: boolean;
};

/** How much of this computer the media take. */
export type MediaCacheView = { readonly usedBytes: number; readonly limitBytes: number };
