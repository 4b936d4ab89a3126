import type { CallId, EpochMs, FollowUpId, NoteId } from './ids.ts';
import type { Party } from './people.ts';

/** What a note is about: a call, or someone. */
export type NoteAbout = { readonly callId: CallId } | { readonly party: Party };

/** A remark of the user's about a call or a person; it never leaves this computer. */
export type NoteView = {
  readonly id: NoteId;
  readonly callId: CallId | undefined;
  readonly party: Party;
  /** One of the settings' outcomes, or one that was among them when the note was written. */
  readonly outcome: string | undefined;
  readonly text: string;
  readonly createdAt: EpochMs;
  readonly modifiedAt: EpochMs;
};

/** Someone to get back to, at a time; overdue until it is done. */
export type FollowUpView = {
  readonly id: FollowUpId;
  readonly party: Party;
  readonly callId: CallId | undefined;
  readonly noteId: NoteId | undefined;
  readonly text: string;
  readonly dueAt: EpochMs;
  readonly doneAt: EpochMs | undefined;
};
