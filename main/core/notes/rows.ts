import type { Database } from 'better-sqlite3';
import type { CallId, ContactId, FollowUpId, NoteId } from '../../../shared/model/ids.ts';
import type { FollowUpView, NoteView } from '../../../shared/model/notes.ts';
import type { Party } from '../../../shared/model/people.ts';
import { toParty, type PartyRow } from '../contacts/rows.ts';
import { toId } from '../db/row-id.ts';
import { getRow, run } from '../db/statement.ts';

/** The columns that `toNoteView` reads, of a table or alias called `note`. */
export const noteColumns = `note.id, note.call_id, note.contact_id, note.number,
  note.extension_number, note.name, note.outcome, note.body, note.created_at, note.modified_at`;

export type NoteRow = PartyRow & {
  readonly id: number;
  readonly call_id: number | null;
  readonly contact_id: number | null;
  readonly outcome: string | null;
  readonly body: string;
  readonly created_at: number;
  readonly modified_at: number;
};

/** The columns that `toFollowUpView` reads, of a table or alias called `follow_up`. */
export const followUpColumns = `follow_up.id, follow_up.note_id, follow_up.call_id,
  follow_up.contact_id, follow_up.number, follow_up.extension_number, follow_up.name,
  follow_up.body, follow_up.due_at, follow_up.done_at`;

export type FollowUpRow = PartyRow & {
  readonly id: number;
  readonly note_id: number | null;
  readonly call_id: number | null;
  readonly contact_id: number | null;
  readonly body: string;
  readonly due_at: number;
  readonly done_at: number | null;
};

/** A note row in the form a window shows. */
export function toNoteView(db: Database, row: NoteRow): NoteView {
  return {
    id: toId<NoteId>(row.id),
    callId: row.call_id === null ? undefined : toId<CallId>(row.call_id),
    party: toWhom(db, row),
    outcome: row.outcome ?? undefined,
    text: row.body,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}

/** A follow-up row in the form a window shows. */
export function toFollowUpView(db: Database, row: FollowUpRow): FollowUpView {
  return {
    id: toId<FollowUpId>(row.id),
    party: toWhom(db, row),
    callId: row.call_id === null ? undefined : toId<CallId>(row.call_id),
    noteId: row.note_id === null ? undefined : toId<NoteId>(row.note_id),
    text: row.body,
    dueAt: row.due_at,
    doneAt: row.done_at ?? undefined,
  };
}

/** Gives a call's notes and follow-ups to the call it is merged into; again changes nothing. */
export function moveNotes(db: Database, fromCallId: number, toCallId: number): void {
  run(db, 'UPDATE note SET call_id = ? WHERE call_id = ?', toCallId, fromCallId);
  run(db, 'UPDATE follow_up SET call_id = ? WHERE call_id = ?', toCallId, fromCallId);
}

type ContactRow = { readonly id: number; readonly name: string; readonly company: string | null };

/** Whom it was written about: that very person where a number belongs to several. */
function toWhom(db: Database, row: PartyRow & { readonly contact_id: number | null }): Party {
  const party = toParty(db, row);
  if (row.contact_id === null) return party;
  const person = getRow<ContactRow>(db, personSql, row.contact_id);
  if (person === undefined || party.contactId === toId(person.id)) return party;
  return {
    ...party,
    contactId: toId<ContactId>(person.id),
    name: person.name,
    company: person.company ?? undefined,
  };
}

/** Entries of several sources are one person; the one that stands for them may have changed. */
const personSql = `
  SELECT person.id, person.name, person.company
  FROM contact AS entry JOIN contact AS person ON person.id = entry.person_id
  WHERE entry.id = ? AND person.availability = 'Alive'`;
