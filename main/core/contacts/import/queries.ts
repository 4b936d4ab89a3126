import type { Database } from 'better-sqlite3';
import type {
  ContactImportDraft,
  ContactImportView,
  ImportEntry,
} from '../../../../shared/model/contact-import.ts';
import type { ContactImportId, CountryCode, EpochMs } from '../../../../shared/model/ids.ts';
import { recordActivity } from '../../db/activity.ts';
import { defineQuery } from '../../db/define-query.ts';
import { toId, toRowId } from '../../db/row-id.ts';
import { allRows, getRow, insert, run } from '../../db/statement.ts';
import { markEntries, readEntry, writeEntry, type Entry } from '../entries/rows.ts';
import { changePeople } from '../people/rows.ts';
import { listOwnEntries, toPeopleRecords } from '../views/rows.ts';
import type { FileEntry } from './file-entry.ts';
import {
  planImport,
  readFileEntry,
  toTraces,
  type ImportPlan,
  type KnownPerson,
  type ReadEntry,
} from './plan.ts';

/** So many entries of each action are shown; the counts are of all. */
const mostShown = 200;
const actions = ['add', 'merge', 'unchanged', 'refuse'] as const;

type ToImport = { readonly entries: readonly FileEntry[]; readonly country: CountryCode };

/** What an import would do, as the archive is now. */
export const planContactImport = defineQuery(
  'contacts.plan-import',
  (db, input: ToImport): Pick<ContactImportDraft, 'counts' | 'entries'> => {
    const { entries } = plan(db, input);
    const of = (action: ImportEntry['action']): readonly ImportEntry[] =>
      entries.filter((entry) => entry.action === action);
    return {
      counts: {
        add: of('add').length,
        merge: of('merge').length,
        unchanged: of('unchanged').length,
        refuse: of('refuse').length,
      },
      entries: actions.flatMap((action) => of(action).slice(0, mostShown)),
    };
  },
);

/** Does it: all of it, and what it did to each entry, or nothing. */
export const useContactImport = defineQuery(
  'contacts.use-import',
  (
    db,
    input: ToImport & { readonly fileName: string; readonly at: EpochMs },
  ): ContactImportView => {
    const { fileName, at } = input;
    const { writes } = plan(db, input);
    const id = insert(db, 'INSERT INTO contact_import (file_name, at) VALUES (?, ?)', fileName, at);
    const people = changePeople(db);
    for (const { id: known, entry } of writes) {
      const before = known === undefined ? undefined : readEntry(db, known);
      if (known !== undefined) people.touch(known);
      const written = writeEntry(db, entry, known);
      people.touch(written);
      insert(
        db,
        `INSERT INTO contact_import_change (import_id, contact_id, before, after)
         VALUES (?, ?, ?, ?)`,
        id,
        written,
        before && JSON.stringify(before),
        JSON.stringify(readEntry(db, written)),
      );
    }
    people.settle();
    record(db, id, 'import', at);
    return requireImport(db, id);
  },
);

/** Imports that have not been taken back, the latest first. */
export const listContactImports = defineQuery(
  'contacts.list-imports',
  (db): readonly ContactImportView[] =>
    allRows<ImportRow>(db, `${importsSql} WHERE undone_at IS NULL ORDER BY id DESC`).map(toView),
);

/** Takes an import back; entries changed since stay as they are. False when there is none. */
export const undoContactImport = defineQuery(
  'contacts.undo-import',
  (db, input: { readonly importId: ContactImportId; readonly at: EpochMs }): boolean => {
    const id = toRowId(input.importId) ?? 0;
    const sql = 'UPDATE contact_import SET undone_at = ? WHERE id = ? AND undone_at IS NULL';
    if (run(db, sql, input.at, id) === 0) return false;
    const changes = allRows<ChangeRow>(
      db,
      'SELECT contact_id, before, after FROM contact_import_change WHERE import_id = ?',
      id,
    ).filter((change) => JSON.stringify(readEntry(db, change.contact_id)) === change.after);
    markEntries(
      db,
      changes.filter(({ before }) => before === null).map(({ contact_id: contact }) => contact),
      'Deleted',
    );
    const people = changePeople(db);
    for (const { contact_id: contact, before } of changes) {
      if (before === null || !isAlive(db, contact)) continue;
      people.touch(contact);
      writeEntry(db, JSON.parse(before) as Entry, contact);
      people.touch(contact);
    }
    people.settle();
    record(db, id, 'undo-import', input.at);
    return true;
  },
);

type ChangeRow = {
  readonly contact_id: number;
  readonly before: string | null;
  readonly after: string;
};

type ImportRow = {
  readonly id: number;
  readonly file_name: string;
  readonly at: number;
  readonly added: number;
  readonly merged: number;
};

const importsSql = `
  SELECT id, file_name, at,
    (SELECT count(*) FROM contact_import_change
      WHERE import_id = contact_import.id AND before IS NULL) AS added,
    (SELECT count(*) FROM contact_import_change
      WHERE import_id = contact_import.id AND before IS NOT NULL) AS merged
  FROM contact_import`;

function toView({ id, file_name: fileName, at, added, merged }: ImportRow): ContactImportView {
  return { id: toId<ContactImportId>(id), fileName, at, added, merged };
}

function requireImport(db: Database, id: number): ContactImportView {
  const row = getRow<ImportRow>(db, `${importsSql} WHERE id = ?`, id);
  if (row === undefined) throw new Error(`import ${id} is not there`);
  return toView(row);
}

function record(db: Database, id: number, what: 'import' | 'undo-import', at: EpochMs): void {
  recordActivity(
    db,
    { kind: 'contact', subject: `contact-import:${id}`, detail: { what }, at },
    'done',
  );
}

function isAlive(db: Database, id: number): boolean {
  const sql = `SELECT 1 FROM contact WHERE id = ? AND availability = 'Alive'`;
  return getRow(db, sql, id) !== undefined;
}

function plan(db: Database, { entries, country }: ToImport): ImportPlan {
  const read = entries.map((entry) => readFileEntry(entry, country));
  return planImport(read, findKnown(db, read));
}

/** Everyone who has a number or an address that the file has, too. */
function findKnown(db: Database, entries: readonly ReadEntry[]): readonly KnownPerson[] {
  const { numbers, emails } = toTraces(entries);
  const ids = allRows<{ id: number }>(
    db,
    findKnownSql,
    JSON.stringify(numbers),
    JSON.stringify(emails),
  ).map(({ id }) => id);
  return toPeopleRecords(db, ids).map((person) => {
    const local = listOwnEntries(db, Number(person.id)).find(
      ({ entry }) => entry.source === 'local',
    );
    const { name, firstName, lastName, company, jobTitle, email, remarks, numbers: said } = person;
    const texts = { name, firstName, lastName, company, jobTitle, email, remarks };
    return { name, local, said: { source: 'local', serverId: undefined, ...texts, numbers: said } };
  });
}

const findKnownSql = `
  SELECT DISTINCT contact.person_id AS id FROM contact
  WHERE availability = 'Alive' AND id IN (
    SELECT contact_id FROM contact_number WHERE number IN (SELECT value FROM json_each(?))
    UNION SELECT id FROM contact WHERE email COLLATE NOCASE IN (SELECT value FROM json_each(?))
  )`;
