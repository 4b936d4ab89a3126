import type { Database } from 'better-sqlite3';
import type { E164 } from '../../../../shared/model/ids.ts';
import type { ContactSource } from '../../../../shared/model/people.ts';
import { allRows, getRow, insert, run } from '../../db/statement.ts';
import { fold } from '../../../../shared/fold.ts';
import { nameKey } from '../fold.ts';
import { sourceRanks } from '../grouping.ts';
import { changePeople } from '../people/rows.ts';

export type EntryNumber = {
  readonly label: string;
  readonly typed: string;
  readonly number: E164 | undefined;
  readonly extensionNumber: string | undefined;
};

/** What one source says of someone, in the archive's terms. */
export type Entry = {
  readonly source: ContactSource;
  /** Undefined for an entry of this computer alone. */
  readonly serverId: string | undefined;
  readonly name: string;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly company: string | undefined;
  readonly jobTitle: string | undefined;
  readonly email: string | undefined;
  readonly remarks: string | undefined;
  readonly numbers: readonly EntryNumber[];
};

/**
 * Writes the entries of a server by its ids, alive again where they were not, and says anew who is
 * whom. One that is there as it is stays untouched. Answers the ids of those that changed. Runs
 * inside the caller's transaction.
 */
export function putEntries(db: Database, entries: readonly Entry[]): readonly number[] {
  const people = changePeople(db);
  const changed = entries.flatMap((entry) => {
    const known = findEntryId(db, entry);
    if (known !== undefined && isStored(db, known, entry)) return [];
    if (known !== undefined) people.touch(known);
    const id = writeEntry(db, entry, known);
    people.touch(id);
    return [id];
  });
  people.settle();
  return changed;
}

/** Writes one entry, new or in the place of another; whoever calls it settles who is whom. */
export function writeEntry(db: Database, entry: Entry, known: number | undefined): number {
  const values = toValues(entry);
  const id = known ?? insert(db, insertSql, entry.source, entry.serverId, ...values);
  if (known !== undefined) {
    run(db, updateSql, ...values, id);
    run(db, 'DELETE FROM contact_number WHERE contact_id = ?', id);
  }
  for (const { label, typed, number, extensionNumber } of entry.numbers) {
    const rank = sourceRanks[entry.source];
    insert(db, insertNumberSql, id, label, typed, number, extensionNumber, rank);
  }
  return id;
}

/** Marks entries as no longer there, and says anew who is whom. Nothing is forgotten. */
export function markEntries(db: Database, ids: readonly number[], availability: string): void {
  const people = changePeople(db);
  for (const id of ids) {
    run(db, 'UPDATE contact SET availability = ? WHERE id = ?', availability, id);
    people.touch(id);
  }
  people.settle();
}

/** An entry as it is stored; undefined where there is none. */
export function readEntry(db: Database, id: number): Entry | undefined {
  const row = getRow<EntryRow>(db, `SELECT ${entryColumns} FROM contact WHERE id = ?`, id);
  if (row === undefined) return undefined;
  const numbers = allRows<NumberRow>(
    db,
    `SELECT label, typed, number, extension_number FROM contact_number
     WHERE contact_id = ? ORDER BY id`,
    id,
  );
  return toEntry(row, numbers);
}

/** The entry that has this id at its server. */
export function findEntryId(
  db: Database,
  { source, serverId }: Pick<Entry, 'source' | 'serverId'>,
): number | undefined {
  if (serverId === undefined) return undefined;
  const sql = 'SELECT id FROM contact WHERE source = ? AND server_id = ?';
  return getRow<{ id: number }>(db, sql, source, serverId)?.id;
}

export const entryColumns =
  'source, server_id, name, first_name, last_name, company, job_title, email, remarks';

export type EntryRow = {
  readonly source: ContactSource;
  readonly server_id: string | null;
  readonly name: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly company: string | null;
  readonly job_title: string | null;
  readonly email: string | null;
  readonly remarks: string | null;
};

export type NumberRow = {
  readonly label: string;
  readonly typed: string;
  readonly number: E164 | null;
  readonly extension_number: string | null;
};

export function toEntry(row: EntryRow, numbers: readonly NumberRow[]): Entry {
  return {
    source: row.source,
    serverId: row.server_id ?? undefined,
    name: row.name,
    firstName: row.first_name ?? undefined,
    lastName: row.last_name ?? undefined,
    company: row.company ?? undefined,
    jobTitle: row.job_title ?? undefined,
    email: row.email ?? undefined,
    remarks: row.remarks ?? undefined,
    numbers: numbers.map(({ label, typed, number, extension_number: extensionNumber }) => ({
      label,
      typed,
      number: number ?? undefined,
      extensionNumber: extensionNumber ?? undefined,
    })),
  };
}

const insertSql = `
  INSERT INTO contact (source, server_id, name, first_name, last_name, company, job_title, email,
    remarks, sort_name, match_text, name_key, availability)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'Alive')`;
const updateSql = `
  UPDATE contact SET name = ?, first_name = ?, last_name = ?, company = ?, job_title = ?,
    email = ?, remarks = ?, sort_name = ?, match_text = ?, name_key = ?, availability = 'Alive'
  WHERE id = ?`;
const insertNumberSql = `
  INSERT INTO contact_number (contact_id, label, typed, number, extension_number, rank)
  VALUES (?, ?, ?, ?, ?, ?)`;

function toValues(entry: Entry): readonly (string | undefined)[] {
  const { name, firstName, lastName, company, jobTitle, email, remarks } = entry;
  return [name, firstName, lastName, company, jobTitle, email, remarks, ...toFolded(entry)];
}

/** What is derived of an entry: see the columns. */
function toFolded({ name, company, jobTitle, email }: Entry): readonly [string, string, string] {
  const words = [name, company, jobTitle, email].filter(Boolean).join(' ');
  return [fold(name) || name.toLowerCase(), fold(words), nameKey(name)];
}

/** Whether an entry is there, alive, as it is; what an older Sidetone derived counts as a change. */
function isStored(db: Database, id: number, entry: Entry): boolean {
  const row = getRow<{
    availability: string;
    sort_name: string;
    match_text: string;
    name_key: string;
  }>(db, 'SELECT availability, sort_name, match_text, name_key FROM contact WHERE id = ?', id);
  const derived = [row?.sort_name, row?.match_text, row?.name_key];
  return (
    row?.availability === 'Alive' &&
    String(derived) === String(toFolded(entry)) &&
    JSON.stringify(readEntry(db, id)) === JSON.stringify(pick(entry))
  );
}

/** The fields in the order that `toEntry` has them, whatever else came along. */
function pick(entry: Entry): Entry {
  const { source, serverId, name, firstName, lastName, company, jobTitle, email, remarks } = entry;
  return {
    source,
    serverId,
    name,
    firstName,
    lastName,
    company,
    jobTitle,
    email,
    remarks,
    numbers: entry.numbers.map(({ label, typed, number, extensionNumber }) => ({
      label,
      typed,
      number,
      extensionNumber,
    })),
  };
}
