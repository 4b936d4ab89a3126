import type { CallRow } from './calls.ts';
import type { MessageView } from './messages.ts';
import type { NoteView } from './notes.ts';
import type { Party } from './people.ts';
import type { VoicemailView } from './voicemail.ts';

/** What the search's chips narrow it to. */
export const searchKinds = ['all', 'people', 'texts', 'calls', 'voicemails', 'notes'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Where the words are in a text: UTF-16 offsets, in order, not overlapping. */
export type Marks = readonly { readonly start: number; readonly end: number }[];

/** A stretch of text around the first hit, with the hits in it. */
export type Excerpt = { readonly text: string; readonly marks: Marks };

export type SearchHit =
  | { readonly kind: 'person'; readonly party: Party; readonly excerpt: Excerpt }
  | {
      readonly kind: 'text';
      readonly message: Omit<MessageView, 'text' | 'attachments' | 'waiting'>;
      /** Everyone but the user in its thread. */
      readonly parties: readonly Party[];
      readonly excerpt: Excerpt;
    }
  | { readonly kind: 'call'; readonly call: CallRow; readonly excerpt: Excerpt }
  | { readonly kind: 'voicemail'; readonly voicemail: VoicemailView; readonly excerpt: Excerpt }
  | { readonly kind: 'note'; readonly note: NoteView; readonly excerpt: Excerpt };

/** A page of hits, newest first (people: best match first, and before everything else). */
export type SearchPage = {
  readonly items: readonly SearchHit[];
  readonly next: string | undefined;
};
