import { create } from 'zustand';
import type { Whose } from '../../../shared/model/history.ts';
import type { CallId, NoteId } from '../../../shared/model/ids.ts';
import { rememberForAccount } from '../account-memory.ts';

/** A note that is being changed, as its editor has it. */
export type NoteEdit = { readonly text: string; readonly outcome: string | undefined };

/** What has been written of notes and is not stored yet. */
type Drafts = {
  /** Of new ones, by what they are about. */
  readonly texts: Readonly<Record<string, string>>;
  readonly edits: Readonly<Partial<Record<NoteId, NoteEdit>>>;
};

const none: Drafts = { texts: {}, edits: {} };

const useDrafts = create<Drafts>()(() => none);

export function callKey(callId: CallId): string {
  return `call:${callId}`;
}

export function whoseKey(whose: Whose): string {
  if ('contactId' in whose) return `contact:${whose.contactId}`;
  return 'number' in whose ? `number:${whose.number}` : `extension:${whose.extensionNumber}`;
}

export function useDraft(key: string): string {
  return useDrafts(({ texts }) => texts[key] ?? '');
}

export function readDraft(key: string): string {
  return useDrafts.getState().texts[key] ?? '';
}

export function writeDraft(key: string, text: string): void {
  useDrafts.setState(({ texts }) => ({ texts: { ...texts, [key]: text } }));
}

/** A draft has been stored; what has been written since then stays. */
export function dropDraft(key: string, stored: string): void {
  if (readDraft(key) === stored) writeDraft(key, '');
}

/** How a note is being changed; it outlives looking something up elsewhere. */
export function useNoteEdit(noteId: NoteId): NoteEdit | undefined {
  return useDrafts(({ edits }) => edits[noteId]);
}

/** Undefined: it is stored, or not wanted after all. */
export function writeNoteEdit(noteId: NoteId, edit: NoteEdit | undefined): void {
  useDrafts.setState(({ edits }) => ({ edits: { ...edits, [noteId]: edit } }));
}

rememberForAccount({
  forget: () => useDrafts.setState(none),
  hasUnsaved() {
    const { texts, edits } = useDrafts.getState();
    return (
      Object.values(texts).some((text) => text.trim() !== '') || Object.values(edits).some(Boolean)
    );
  },
});
