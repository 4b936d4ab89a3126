import type { EpochMs } from '../../../shared/model/ids.ts';
import type { LocalEventType } from '../../../shared/model/local-events.ts';
import type { VoicemailView } from '../../../shared/model/voicemail.ts';
import type { CallRecordRow, TextRecordRow } from '../local-api/history/rows.ts';

/** What an event is about, as the archive has it now. */
export type EventSubject =
  | { readonly kind: 'call'; readonly call: CallRecordRow }
  | { readonly kind: 'message'; readonly message: TextRecordRow }
  | { readonly kind: 'voicemail'; readonly voicemail: VoicemailView };

/** Something that other programs are told of. */
export type LocalEvent = {
  /** In the order of being noted; the next one is larger, not always by one. */
  readonly seq: number;
  readonly type: LocalEventType;
  readonly at: EpochMs;
  readonly subject: EventSubject;
};

/** Where the feed stands. */
export type FeedStanding = {
  readonly epoch: string;
  /** The oldest that is kept, and the latest that there ever was. */
  readonly first: number;
  readonly last: number;
};
