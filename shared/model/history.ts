import type { CallRow } from './calls.ts';
import type { ContactId, E164, EpochMs } from './ids.ts';
import type { MessageView } from './messages.ts';
import type { NoteView } from './notes.ts';
import type { Party } from './people.ts';
import type { VoicemailView } from './voicemail.ts';

/** Whose history: a person with all their numbers, or what is known of someone who is none yet. */
export type Whose =
  | { readonly contactId: ContactId }
  | { readonly number: E164 }
  | { readonly extensionNumber: string };

/** Which calls or texts a list shows; what is left out is not narrowed by. */
export type HistoryFilter = {
  /** From this instant on. */
  readonly from?: EpochMs | undefined;
  /** Before this instant. */
  readonly until?: EpochMs | undefined;
  /** Part of a name, a company or a number in any format. */
  readonly who?: string | undefined;
};

export const callShows = ['all', 'missed', 'inbound', 'outbound', 'failed'] as const;
export type CallFilter = HistoryFilter & {
  readonly show?: (typeof callShows)[number] | undefined;
  readonly hasVoicemail?: boolean | undefined;
  readonly hasRecording?: boolean | undefined;
};

/** `inbound`: the last text came in, so an answer may be due; `outbound`: the last one went out. */
export const threadShows = [
  'all',
  'unread',
  'inbound',
  'outbound',
  'failed',
  'pinned',
  'muted',
  'done',
] as const;
export type ThreadFilter = HistoryFilter & {
  /** Threads with something unread before all others but pinned ones. */
  readonly unreadFirst?: boolean | undefined;
  readonly show?: (typeof threadShows)[number] | undefined;
};

/**
 * The shape of a long list, so that it can be scrolled to any place at once: how many rows, and
 * where each block of `blockSize` rows begins (a cursor for `after`; the first block has none).
 */
export type Outline = {
  readonly total: number;
  readonly blockSize: number;
  readonly blocks: readonly (string | undefined)[];
};

/** Something that was tried and came to nothing before RingCentral had a record of it. */
export type AttemptView = {
  readonly id: string;
  readonly what: 'call-refused' | 'text-discarded';
  readonly party: Party;
  readonly at: EpochMs;
  readonly text: string | undefined;
};

/** One entry of a person's timeline. */
export type TimelineItem =
  | { readonly kind: 'call'; readonly at: EpochMs; readonly call: CallRow }
  | { readonly kind: 'text'; readonly at: EpochMs; readonly message: MessageView }
  | { readonly kind: 'voicemail'; readonly at: EpochMs; readonly voicemail: VoicemailView }
  | { readonly kind: 'note'; readonly at: EpochMs; readonly note: NoteView }
  | { readonly kind: 'attempt'; readonly at: EpochMs; readonly attempt: AttemptView };

export const timelineKinds = ['call', 'text', 'voicemail', 'note', 'attempt'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** Who a timeline is of: everyone that its numbers belong to. */
export type TimelineHead = {
  readonly people: readonly Party[];
  readonly numbers: readonly E164[];
  readonly extensionNumbers: readonly string[];
  readonly counts: Readonly<Record<TimelineKind, number>>;
  readonly firstAt: EpochMs | undefined;
};
