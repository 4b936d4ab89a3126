import type { Database } from 'better-sqlite3';
import type { CrmValues } from '../../../shared/crm.ts';
import type { PersonBrief } from '../../../shared/model/cards.ts';
import type { Whose } from '../../../shared/model/history.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { toParty, whoseRows, type PartyRow, type WhoseRows } from '../contacts/rows.ts';
import { defineQuery } from '../db/define-query.ts';
import { firstRowIdOf, timeOfRowId, toRowId } from '../db/row-id.ts';
import { allRows, getRow } from '../db/statement.ts';
import {
  followUpColumns,
  noteColumns,
  toFollowUpView,
  toNoteView,
  type About,
  type FollowUpRow,
  type NoteRow,
} from '../notes/rows.ts';
import { listThreadsOf } from '../timeline/rows.ts';

const mostFollowUps = 3;
const mostNotes = 2;

const latest = (table: string, column: string, more = ''): string =>
  `SELECT id FROM ${table} WHERE ${column} = ? AND id < ?${more} ORDER BY id DESC LIMIT 1`;

/** A call that came to nothing was no contact. */
const reached = ` AND outcome NOT IN ('in-progress', 'cancelled', 'blocked', 'failed', 'unknown')`;

/** One index each, and one row of it. */
export const latestSql = {
  callByNumber: latest('call', 'number', reached),
  callByExtension: latest('call', 'extension_number', reached),
  textOfThread: latest('message', 'thread_id', ` AND is_discarded = 0 AND status <> 'failed'`),
  voicemailByNumber: latest('voicemail', 'number'),
  voicemailByExtension: latest('voicemail', 'extension_number'),
} as const;

/** Open follow-ups are few: they are walked by when they are due. */
export const followUpsOfSql = `
  SELECT ${followUpColumns} FROM follow_up
  WHERE done_at IS NULL AND (number IN (SELECT value FROM json_each(?))
    OR extension_number IN (SELECT value FROM json_each(?))
    OR contact_id IN (SELECT value FROM json_each(?)))
  ORDER BY due_at, id LIMIT ${mostFollowUps}`;

export const notesOfSql = `
  SELECT ${noteColumns} FROM note WHERE note.id IN (
    SELECT id FROM note WHERE number IN (SELECT value FROM json_each(?))
    UNION SELECT id FROM note WHERE extension_number IN (SELECT value FROM json_each(?))
    UNION SELECT id FROM note WHERE contact_id IN (SELECT value FROM json_each(?))
  ) ORDER BY note.id DESC LIMIT ${mostNotes}`;

/** What the archive knows of someone, without what the settings say. */
export type ArchivedBrief = Omit<PersonBrief, 'hasCrmPage'> & {
  readonly email: string | undefined;
};

/** The last contact over all numbers of someone before an instant, what is open, what was noted. */
export const readBrief = defineQuery(
  'cards.read-brief',
  (db, input: { readonly whose: Whose; readonly before: EpochMs }): ArchivedBrief => {
    const { whose, before } = input;
    const rows = whoseRows(db, whose);
    // As in the timeline: what was noted of a person is not told of everyone with their number.
    const contactIds = 'contactId' in whose ? rows.contactIds : [];
    const keys = [rows.numbers, rows.extensionNumbers, contactIds].map((each) =>
      JSON.stringify(each),
    );
    return {
      lastContact: lastContact(db, rows, before),
      followUps: allRows<FollowUpRow>(db, followUpsOfSql, ...keys).map((row) =>
        toFollowUpView(db, row),
      ),
      notes: allRows<NoteRow>(db, notesOfSql, ...keys).map((row) => toNoteView(db, row)),
      email: 'contactId' in whose ? emailOf(db, rows.contactIds) : undefined,
    };
  },
);

/** What a page of a CRM can be opened by: a call with whoever was on the other side, or someone. */
export const readCrmValues = defineQuery(
  'cards.read-crm-values',
  (db, about: About): CrmValues | undefined => {
    if ('whose' in about) return crmValuesOf(db, about.whose);
    const row = getRow<PartyRow>(
      db,
      'SELECT number, extension_number, name FROM call WHERE id = ?',
      toRowId(about.callId) ?? 0,
    );
    if (row === undefined) return undefined;
    const { contactId, name, number, extensionNumber, sharedWith } = toParty(db, row);
    // Of a number that several people have, nobody's address is picked.
    const isOne = contactId !== undefined && sharedWith === undefined;
    const email = isOne ? emailOf(db, whoseRows(db, { contactId }).contactIds) : undefined;
    return { number, name, email, extension: extensionNumber, callId: about.callId };
  },
);

function crmValuesOf(db: Database, whose: Whose): CrmValues {
  const { contactIds, numbers, extensionNumbers } = whoseRows(db, whose);
  const [number, extension] = [numbers[0], extensionNumbers[0]];
  if (!('contactId' in whose)) {
    const row = { number: number ?? null, extension_number: extension ?? null, name: null };
    return { number, name: toParty(db, row).name, email: undefined, extension };
  }
  const sql = 'SELECT name FROM contact WHERE id = ?';
  const person = getRow<{ name: string }>(db, sql, toRowId(whose.contactId) ?? 0);
  return { number, name: person?.name, email: emailOf(db, contactIds), extension };
}

function lastContact(db: Database, rows: WhoseRows, before: EpochMs): PersonBrief['lastContact'] {
  const { numbers, extensionNumbers } = rows;
  const find = (sql: string, values: readonly (string | number)[]): readonly number[] =>
    values.flatMap(
      (value) => getRow<{ id: number }>(db, sql, value, firstRowIdOf(before))?.id ?? [],
    );
  const threads = listThreadsOf(db, rows).map(({ id }) => id);
  const found = (
    [
      ['call', find(latestSql.callByNumber, numbers)],
      ['call', find(latestSql.callByExtension, extensionNumbers)],
      ['text', find(latestSql.textOfThread, threads)],
      ['voicemail', find(latestSql.voicemailByNumber, numbers)],
      ['voicemail', find(latestSql.voicemailByExtension, extensionNumbers)],
    ] as const
  ).flatMap(([kind, ids]) => ids.map((id) => ({ kind, id })));
  const [last] = found.sort((one, other) => other.id - one.id);
  return last && { kind: last.kind, at: timeOfRowId(last.id) };
}

function emailOf(db: Database, contactIds: readonly number[]): string | undefined {
  const sql = `
    SELECT email FROM contact WHERE id IN (SELECT value FROM json_each(?))
      AND email IS NOT NULL AND email <> '' AND availability = 'Alive'
    ORDER BY id LIMIT 1`;
  return getRow<{ email: string }>(db, sql, JSON.stringify(contactIds))?.email;
}
