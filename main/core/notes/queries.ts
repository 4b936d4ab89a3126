import type { Database } from 'better-sqlite3';
import type { CallId, EpochMs, NoteId } from '../../../shared/model/ids.ts';
import type { NoteView } from '../../../shared/model/notes.ts';
import { recordActivity } from '../db/activity.ts';
import { defineQuery } from '../db/define-query.ts';
import { nextRowId, toRowId } from '../db/row-id.ts';
import { allRows, getRow, insert, run } from '../db/statement.ts';
import { findWhom, noteColumns, toNoteView, type About, type NoteRow } from './rows.ts';

export type NoteText = { readonly text: string; readonly outcome: string | undefined };

/** Writes a note; undefined when the call or person is not there. */
export const addNote = defineQuery(
  'notes.add',
  (db, input: NoteText & { readonly about: About; readonly at: EpochMs }): NoteView | undefined => {
    const { text, outcome, about, at } = input;
    const whom = findWhom(db, about);
    if (whom === undefined) return undefined;
    const id = nextRowId(db, 'note', at);
    insert(
      db,
      `INSERT INTO note (id, call_id, contact_id, number, extension_number, name, outcome, body,
         created_at, modified_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      whom.callId,
      whom.contactId,
      whom.number,
      whom.extensionNumber,
      whom.name,
      outcome,
      text,
      at,
      at,
    );
    return logged(db, id, 'added', at);
  },
);

/** Rewrites a note; undefined when it is not there. */
export const changeNote = defineQuery(
  'notes.change',
  (
    db,
    input: NoteText & { readonly noteId: NoteId; readonly at: EpochMs },
  ): NoteView | undefined => {
    const { text, outcome, at } = input;
    const id = toRowId(input.noteId) ?? 0;
    const changed = run(
      db,
      'UPDATE note SET body = ?, outcome = ?, modified_at = ? WHERE id = ?',
      text,
      outcome,
      at,
      id,
    );
    return changed === 0 ? undefined : logged(db, id, 'changed', at);
  },
);

/** Removes a note; its follow-ups stay. Answers the note as it was. */
export const removeNote = defineQuery(
  'notes.remove',
  (db, input: { readonly noteId: NoteId; readonly at: EpochMs }): NoteView | undefined => {
    const id = toRowId(input.noteId) ?? 0;
    if (getNote(db, id) === undefined) return undefined;
    const note = logged(db, id, 'removed', input.at);
    run(db, 'DELETE FROM note WHERE id = ?', id);
    return note;
  },
);

export const notesOfCallSql = `
  SELECT ${noteColumns} FROM note WHERE note.call_id = ? ORDER BY note.id`;

/** The notes of a call, in the order they were written. */
export const listNotesOfCall = defineQuery(
  'notes.of-call',
  (db, input: { readonly callId: CallId }): readonly NoteView[] =>
    allRows<NoteRow>(db, notesOfCallSql, toRowId(input.callId) ?? 0).map((row) =>
      toNoteView(db, row),
    ),
);

function getNote(db: Database, id: number): NoteRow | undefined {
  return getRow<NoteRow>(db, `SELECT ${noteColumns} FROM note WHERE note.id = ?`, id);
}

/** Writes down what was done to a note, never what it says: who removes one wants it gone. */
function logged(
  db: Database,
  id: number,
  outcome: 'added' | 'changed' | 'removed',
  at: EpochMs,
): NoteView | undefined {
  const row = getNote(db, id);
  if (row === undefined) return undefined;
  const number = row.number ?? row.extension_number ?? undefined;
  recordActivity(db, { kind: 'note', subject: `note:${id}`, number, at }, outcome);
  return toNoteView(db, row);
}
