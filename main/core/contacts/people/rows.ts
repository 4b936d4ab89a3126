import type { Database } from 'better-sqlite3';
import type { ContactSource } from '../../../../shared/model/people.ts';
import { allRows, run } from '../../db/statement.ts';
import { toPeople, type GroupEntry } from '../grouping.ts';

/** Says who is whom around the entries that one transaction changes. */
export type PeopleChange = {
  /** Call it before an entry is changed and after: what it had and has in common with others counts. */
  touch(id: number): void;
  /** Call it once, at the end. */
  settle(): void;
};

/** Begins a change of entries. Everything happens inside the caller's transaction. */
export function changePeople(db: Database): PeopleChange {
  const names = new Set<string>();
  const marks = new Set<string>();
  let isTouched = false;
  return {
    touch(id) {
      isTouched = true;
      for (const entry of loadEntries(db, [id])) {
        if (entry.nameKey !== '') names.add(entry.nameKey);
        for (const mark of entry.marks) marks.add(mark);
      }
    },
    settle() {
      if (isTouched) regroup(db, names, marks);
    },
  };
}

/**
 * Groups all entries of some names, and those without a name that have a mark in common with them
 * or among the given. To place one without a name, whoever has its number is looked at, too.
 */
function regroup(db: Database, names: ReadonlySet<string>, marks: ReadonlySet<string>): void {
  const named = loadEntries(db, listNamed(db, [...names]));
  const nameless = loadNameless(
    db,
    new Set([...marks, ...named.flatMap((entry) => [...entry.marks])]),
  );
  const owners = listNamesWith(db, [...new Set(nameless.flatMap((entry) => [...entry.marks]))]);
  const beside = loadEntries(
    db,
    listNamed(
      db,
      owners.filter((name) => !names.has(name)),
    ),
  );
  const all = [...named, ...nameless, ...beside];
  const people = toPeople(all);
  for (const { id, personId } of all) {
    const person = people.get(id) ?? id;
    if (person !== personId) run(db, 'UPDATE contact SET person_id = ? WHERE id = ?', person, id);
  }
}

/** Entries without a name that hang together by the marks, however far. */
function loadNameless(db: Database, marks: ReadonlySet<string>): readonly LoadedEntry[] {
  const found = new Map<number, LoadedEntry>();
  const seen = new Set<string>();
  let next = [...marks];
  while (next.length > 0) {
    for (const mark of next) seen.add(mark);
    const ids = listWith<{ id: number }>(db, namelessSql, next).map(({ id }) => id);
    const entries = loadEntries(
      db,
      ids.filter((id) => !found.has(id)),
    );
    for (const entry of entries) found.set(entry.id, entry);
    next = entries.flatMap((entry) => entry.marks).filter((mark) => !seen.has(mark));
  }
  return [...found.values()];
}

type LoadedEntry = GroupEntry & { readonly personId: number };

function loadEntries(db: Database, ids: readonly number[]): readonly LoadedEntry[] {
  if (ids.length === 0) return [];
  const wanted = JSON.stringify(ids);
  const rows = allRows<{
    id: number;
    person_id: number;
    source: ContactSource;
    availability: string;
    name_key: string;
    email: string | null;
  }>(
    db,
    `SELECT id, person_id, source, availability, name_key, email FROM contact
     WHERE id IN (SELECT value FROM json_each(?))`,
    wanted,
  );
  const numbers = allRows<{ id: number; mark: string }>(
    db,
    `SELECT contact_id AS id, coalesce('n' || number, 'x' || extension_number) AS mark
     FROM contact_number WHERE contact_id IN (SELECT value FROM json_each(?))
       AND (number IS NOT NULL OR extension_number IS NOT NULL)`,
    wanted,
  );
  const byEntry = Map.groupBy(numbers, ({ id }) => id);
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    source: row.source,
    isAlive: row.availability === 'Alive',
    nameKey: row.name_key,
    marks: [
      ...(byEntry.get(row.id) ?? []).map(({ mark }) => mark),
      ...(row.email === null ? [] : [`m${row.email.toLowerCase()}`]),
    ],
  }));
}

function listNamed(db: Database, names: readonly string[]): readonly number[] {
  if (names.length === 0) return [];
  const rows = allRows<{ id: number }>(
    db,
    `SELECT id FROM contact
     WHERE name_key <> '' AND name_key IN (SELECT value FROM json_each(?))`,
    JSON.stringify(names),
  );
  return rows.map(({ id }) => id);
}

function listNamesWith(db: Database, marks: readonly string[]): readonly string[] {
  if (marks.length === 0) return [];
  return listWith<{ name: string }>(db, namesSql, marks).map(({ name }) => name);
}

/** Runs a statement that takes numbers, extensions and e-mail addresses as lists. */
function listWith<Row>(db: Database, sql: string, marks: readonly string[]): readonly Row[] {
  const of = (kind: string): string =>
    JSON.stringify(marks.filter((mark) => mark.startsWith(kind)).map((mark) => mark.slice(1)));
  return allRows<Row>(db, sql, of('n'), of('x'), of('m'));
}

const idsWith = `
  SELECT contact_id FROM contact_number WHERE number IN (SELECT value FROM json_each(?))
  UNION SELECT contact_id FROM contact_number
    WHERE extension_number IN (SELECT value FROM json_each(?))
  UNION SELECT id FROM contact WHERE email COLLATE NOCASE IN (SELECT value FROM json_each(?))`;
const namelessSql = `SELECT id FROM contact WHERE name_key = '' AND id IN (${idsWith})`;
const namesSql = `
  SELECT DISTINCT name_key AS name FROM contact WHERE name_key <> '' AND id IN (${idsWith})`;
