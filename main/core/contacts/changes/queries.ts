import type { Database } from 'better-sqlite3';
import type { ContactId, E164, EpochMs } from '../../../../shared/model/ids.ts';
import { beginActivity, settleActivity, type Activity } from '../../db/activity.ts';
import { defineQuery } from '../../db/define-query.ts';
import { allRows, getRow, run } from '../../db/statement.ts';
import { findEntryId, markEntries, putEntries, writeEntry, type Entry } from '../entries/rows.ts';
import { changePeople } from '../people/rows.ts';
import {
  findPersonId,
  listOwnEntries,
  toPeopleRecords,
  type OwnEntry,
  type PersonRecord,
} from '../views/rows.ts';

/** A change of someone, in the activity log: begun before RingCentral is asked, settled after. */
export type LoggedChange = {
  readonly subject: string;
  readonly what: 'create' | 'change' | 'remove';
  readonly where: 'account' | 'local';
  readonly at: EpochMs;
};

/** Writes a change down ahead of its request. */
export const beginContactChange = defineQuery(
  'contacts.begin-change',
  (db, change: LoggedChange): void => beginActivity(db, toActivity(change)),
);

/** A change that came to nothing. */
export const abandonContactChange = defineQuery(
  'contacts.abandon-change',
  (db, input: { readonly subject: string; readonly outcome: string; readonly at: EpochMs }): void =>
    settleActivity(db, input),
);

function toActivity({ subject, what, where, at }: LoggedChange): Activity {
  return { kind: 'contact', subject, detail: { what, where }, at };
}

/** Stores what RingCentral answered, and settles the change. Answers the person. */
export const storeServerEntry = defineQuery(
  'contacts.store-server-entry',
  (db, input: { readonly entry: Entry; readonly change: LoggedChange }): PersonRecord => {
    putEntries(db, [input.entry]);
    settle(db, input.change);
    return requirePerson(db, findEntryId(db, input.entry) ?? 0);
  },
);

/** Writes an entry of this computer, new or in the place of one. Answers the person. */
export const storeLocalEntry = defineQuery(
  'contacts.store-local-entry',
  (
    db,
    input: {
      readonly entry: Entry;
      readonly id: number | undefined;
      readonly change: LoggedChange;
    },
  ): PersonRecord => {
    beginActivity(db, toActivity(input.change));
    const people = changePeople(db);
    if (input.id !== undefined) people.touch(input.id);
    const id = writeEntry(db, input.entry, input.id);
    people.touch(id);
    people.settle();
    settle(db, input.change);
    return requirePerson(db, id);
  },
);

/** Takes entries out of the lists. */
export const removeEntries = defineQuery(
  'contacts.remove-entries',
  (db, input: { readonly ids: readonly number[]; readonly change: LoggedChange }): void => {
    markEntries(db, input.ids, 'Deleted');
    settle(db, input.change);
  },
);

/** A person with the entries that are their own; undefined when there is nobody any more. */
export const getOwnEntries = defineQuery(
  'contacts.get-own-entries',
  (
    db,
    input: { readonly contactId: ContactId },
  ): { readonly isAlive: boolean; readonly own: readonly OwnEntry[] } | undefined => {
    const id = findPersonId(db, input.contactId);
    if (id === undefined) return undefined;
    const row = getRow<{ availability: string }>(
      db,
      'SELECT availability FROM contact WHERE id = ?',
      id,
    );
    return { isAlive: row?.availability === 'Alive', own: listOwnEntries(db, id) };
  },
);

/** Makes a person a favourite, the last in the order, or one no more; false when nobody is there. */
export const setFavourite = defineQuery(
  'contacts.set-favourite',
  (db, input: { readonly contactId: ContactId; readonly isFavourite: boolean }): boolean => {
    const id = findPersonId(db, input.contactId);
    if (id === undefined) return false;
    // Several entries of the person may have been favourites before they were found to be one.
    const of = 'person_id IN (SELECT id FROM contact WHERE person_id = ?)';
    if (!input.isFavourite) return run(db, `DELETE FROM favourite WHERE ${of}`, id) >= 0;
    if (getRow(db, `SELECT 1 FROM favourite WHERE ${of}`, id) !== undefined) return true;
    const sql = `INSERT INTO favourite (person_id, position)
      SELECT ?, coalesce(max(position), 0) + 1 FROM favourite`;
    return run(db, sql, id) === 1;
  },
);

/** Gives a key of the dial pad a number, or frees it. A number is on one key only. */
export const setSpeedDial = defineQuery(
  'contacts.set-speed-dial',
  (db, input: { readonly key: number; readonly number: E164 | undefined }): void => {
    const { key, number } = input;
    run(db, 'DELETE FROM speed_dial WHERE key = ? OR number = ?', key, number);
    if (number !== undefined) {
      run(db, 'INSERT INTO speed_dial (key, number) VALUES (?, ?)', key, number);
    }
  },
);

/** How many entries the user's address book at RingCentral has, as far as it is known here. */
export const countPersonal = defineQuery(
  'contacts.count-personal',
  (db): number =>
    getRow<{ count: number }>(
      db,
      `SELECT count(*) AS count FROM contact
       WHERE source = 'personal' AND availability = 'Alive'`,
    )?.count ?? 0,
);

/** What an earlier run did not see the end of: whether RingCentral took it, the next sync tells. */
export const settleLeftChanges = defineQuery(
  'contacts.settle-left-changes',
  (db, input: { readonly at: EpochMs }): number => {
    const left = allRows<{ subject: string }>(
      db,
      `SELECT subject FROM activity WHERE settled_at IS NULL AND kind = 'contact'`,
    );
    for (const { subject } of left) {
      settleActivity(db, { subject, outcome: 'unknown', at: input.at });
    }
    return left.length;
  },
);

function settle(db: Database, { subject, at }: LoggedChange): void {
  settleActivity(db, { subject, outcome: 'done', at });
}

function requirePerson(db: Database, entryId: number): PersonRecord {
  const id = getRow<{ id: number }>(
    db,
    'SELECT person_id AS id FROM contact WHERE id = ?',
    entryId,
  )?.id;
  const [person] = toPeopleRecords(db, id === undefined ? [] : [id]);
  if (person === undefined) throw new Error(`entry ${entryId} belongs to nobody`);
  return person;
}
