import { failure } from '../../../shared/failure.ts';
import type { CallId, NoteId } from '../../../shared/model/ids.ts';
import type { NoteView } from '../../../shared/model/notes.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock } from '../ports.ts';
import { addNote, changeNote, listNotesOfCall, removeNote, type NoteText } from './queries.ts';
import type { About } from './rows.ts';

/** What a window says of a note. */
export type NoteInput = { readonly text: string; readonly outcome?: string | undefined };

export type Notes = {
  /** Writes a note about a call or about someone; it never leaves this computer. */
  add(about: About, input: NoteInput): Promise<Result<NoteView>>;
  change(noteId: NoteId, input: NoteInput): Promise<Result<NoteView>>;
  /** Removes a note; removing it again changes nothing. */
  remove(noteId: NoteId): Promise<Result<void>>;
  ofCall(callId: CallId): Promise<readonly NoteView[]>;
};

export type NotesDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly events: Pick<Events, 'changed'>;
};

/** Remarks and outcomes of calls and people. */
export function createNotes({ archive, clock, events }: NotesDeps): Notes {
  /** A call's row shows the outcome of its latest note. */
  const tell = (note: NoteView): void => {
    events.changed({ area: 'notes' });
    if (note.callId !== undefined) events.changed({ area: 'calls' });
  };

  return {
    async add(about, input) {
      const said = whatIsSaid(input);
      if (!said.ok) return said;
      const note = await archive.write(addNote, { ...said.value, about, at: clock.now() });
      if (note === undefined) return fail(goneAbout(about));
      tell(note);
      return ok(note);
    },
    async change(noteId, input) {
      const said = whatIsSaid(input);
      if (!said.ok) return said;
      const note = await archive.write(changeNote, { ...said.value, noteId, at: clock.now() });
      if (note === undefined) return fail(failure('not-found', 'note.gone'));
      tell(note);
      return ok(note);
    },
    async remove(noteId) {
      const note = await archive.write(removeNote, { noteId, at: clock.now() });
      if (note === undefined) return ok();
      tell(note);
      // A follow-up of the note stays, and no longer leads to it.
      events.changed({ area: 'follow-ups' });
      return ok();
    },
    ofCall: (callId) => archive.read(listNotesOfCall, { callId }),
  };
}

/** Why there is nothing to write a note or follow-up about. */
export function goneAbout(about: About): ReturnType<typeof failure> {
  return failure('not-found', 'callId' in about ? 'call.gone' : 'contact.gone');
}

function whatIsSaid(input: NoteInput): Result<NoteText> {
  const text = input.text.trim();
  if (text === '' && input.outcome === undefined) {
    return fail(failure('invalid', 'note.empty', { field: 'text' }));
  }
  return ok({ text, outcome: input.outcome });
}
