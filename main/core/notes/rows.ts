import type { Database } from 'better-sqlite3';
import type { Whose } from '../../../shared/model/history.ts';
import type { CallId, ContactId, FollowUpId, NoteId } from '../../../shared/model/ids.ts';
import type { FollowUpView, NoteView } from '../../../shared/model/notes.ts';
import type { Party } from '../../../shared/model/people.ts';
import { toParty, whoseRows, type PartyRow } from '../contacts/rows.ts';
import { toId, toRowId } from '../db/row-id.ts';
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

/** What a note or follow-up is about: a call with whoever was on the other side, or someone. */
export type About = { readonly callId: CallId } | { readonly whose: Whose };

/** Whom a note is about, as its row keeps it: found again by number, and by person. */
export type Whom = {
  readonly callId: number | undefined;
  readonly contactId: number | undefined;
  readonly number: string | undefined;
  readonly extensionNumber: string | undefined;
  readonly name: string | undefined;
};

/** Whom a note will be about; undefined when the call or the person is not there. */
export function findWhom(db: Database, about: About): Whom | undefined {
  if ('whose' in about) return findSomeone(db, about.whose);
  const sql = 'SELECT id, number, extension_number, name FROM call WHERE id = ?';
  const call = getRow<PartyRow & { readonly id: number }>(db, sql, toRowId(about.callId) ?? 0);
  return call && { ...whomOf(toParty(db, call)), callId: call.id };
}

function findSomeone(db: Database, whose: Whose): Whom | undefined {
  const { numbers, extensionNumbers } = whoseRows(db, whose);
  const [number = null] = numbers;
  const [extension = null] = extensionNumbers;
  const reach = { number, extension_number: extension, name: null };
  if (!('contactId' in whose)) return whomOf(toParty(db, reach));
  const person = getRow<PersonRow>(db, personSql, toRowId(whose.contactId) ?? 0);
  if (person === undefined) return undefined;
  return { ...whomOf(toParty(db, reach)), contactId: person.id, name: person.name };
}

/** Of a number that several people have, none is picked. */
function whomOf(party: Party): Whom {
  const isShared = party.sharedWith !== undefined;
  const { contactId, number, extensionNumber, name } = party;
  return {
    callId: undefined,
    contactId: isShared || contactId === undefined ? undefined : toRowId(contactId),
    number,
    extensionNumber,
    name: isShared ? undefined : name,
  };
}

type PersonRow = { readonly id: number; readonly name: string; readonly company: string | null };

/** Whom it was written about: that very person where a number belongs to several. */
function toWhom(db: Database, row: PartyRow & { readonly contact_id: number | null }): Party {
  const party = toParty(db, row);
  if (row.contact_id === null) return party;
  const person = getRow<PersonRow>(db, personSql, row.contact_id);
  if (person === undefined || party.contactId === toId(person.id)) return party;
  const { number, extensionNumber } = party;
  return {
    contactId: toId<ContactId>(person.id),
    name: person.name,
    company: person.company ?? undefined,
    number,
    extensionNumber,
  };
}

/** By any entry of the person: those of several sources are one, and which stands for it changes. */
const personSql = `
  SELECT person.id, person.name, coalesce(person.company, entry.company) AS company
  FROM contact AS entry JOIN contact AS person ON person.id = entry.person_id
  WHERE entry.id = ? AND entry.availability = 'Alive'`;
