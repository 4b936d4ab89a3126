import type { Database } from 'better-sqlite3';
import type { Whose } from '../../../shared/model/history.ts';
import type { ContactId, E164 } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { plainLine } from '../../../shared/plain-line.ts';
import { toId, toRowId } from '../db/row-id.ts';
import { allRows } from '../db/statement.ts';
import { toPattern } from './pattern.ts';

/** A side of a call or text as its row has it. */
export type PartyRow = {
  readonly number: string | null;
  readonly extension_number: string | null;
  readonly name: string | null;
};

type PersonRow = { readonly id: number; readonly name: string; readonly company: string | null };

/** A switchboard belongs to hundreds: so many entries are looked at, and so many names told. */
const mostEntries = 24;
const mostShared = 8;

/**
 * Who that is: the person with this number, whoever is in the user's own address book first, else
 * the name that came along. Others who have the number are named with them.
 */
export function toParty(db: Database, row: PartyRow): Party {
  return partyFrom(row, findPeople(db, row));
}

/** As `toParty`, for a page of rows: the contacts are looked into once for all their numbers. */
export function readParties(
  db: Database,
  numbers: readonly (string | null)[],
): (row: PartyRow) => Party {
  const wanted = [...new Set(numbers.filter((number) => number !== null))];
  const rows = allRows<PersonRow & { readonly number: string }>(
    db,
    peopleByNumbersSql,
    JSON.stringify(wanted),
  );
  const known = Map.groupBy(rows, ({ number }) => number);
  return (row) =>
    row.number === null ? toParty(db, row) : partyFrom(row, eachOnce(known.get(row.number) ?? []));
}

function partyFrom(row: PartyRow, people: readonly PersonRow[]): Party {
  const [person, ...others] = people;
  return {
    contactId: person && toId<ContactId>(person.id),
    // A name that strangers gave cannot turn round what is written beside it.
    name: plainLine(person?.name ?? row.name ?? '') || undefined,
    company: person?.company ?? undefined,
    number: (row.number as E164 | null) ?? undefined,
    extensionNumber: row.extension_number ?? undefined,
    ...(others.length > 0 && { sharedWith: others.slice(0, mostShared).map(({ name }) => name) }),
  };
}

/** The people who have a number or an extension, each once, the user's own first. */
export function findPeople(
  db: Database,
  row: Pick<PartyRow, 'number' | 'extension_number'>,
): readonly PersonRow[] {
  const rows =
    row.number !== null
      ? allRows<PersonRow>(db, peopleByNumberSql, row.number)
      : row.extension_number !== null
        ? allRows<PersonRow>(db, peopleByExtensionSql, row.extension_number)
        : [];
  return eachOnce(rows);
}

function eachOnce(rows: readonly PersonRow[]): readonly PersonRow[] {
  return rows.length < 2 ? rows : [...new Map(rows.map((person) => [person.id, person])).values()];
}

/** The plus keeps SQLite from planning the join anew for every number it is asked for: a third of the time. */
const peopleBy = (column: 'number' | 'extension_number'): string => `
  SELECT person.id, person.name, coalesce(person.company, entry.company) AS company
  FROM contact_number JOIN contact AS entry ON entry.id = contact_number.contact_id
    JOIN contact AS person ON person.id = entry.person_id
  WHERE contact_number.${column} = +? AND entry.availability = 'Alive'
  ORDER BY contact_number.rank, contact_number.contact_id
  LIMIT ${mostEntries}`;
export const peopleByNumberSql = peopleBy('number');
export const peopleByExtensionSql = peopleBy('extension_number');

/** In the same order; without a limit, for a switchboard's number comes once. */
export const peopleByNumbersSql = `
  SELECT contact_number.number, person.id, person.name,
    coalesce(person.company, entry.company) AS company
  FROM json_each(?) CROSS JOIN contact_number ON contact_number.number = json_each.value
    JOIN contact AS entry ON entry.id = contact_number.contact_id
    JOIN contact AS person ON person.id = entry.person_id
  WHERE entry.availability = 'Alive'
  ORDER BY contact_number.rank, contact_number.contact_id`;

/** Where the history of someone is to be looked for. */
export type WhoseRows = {
  /** All entries of the person; of a bare number, the entries that have it. */
  readonly contactIds: readonly number[];
  readonly numbers: readonly E164[];
  readonly extensionNumbers: readonly string[];
};

/** All entries of a person with all their numbers, by any one of them; or a bare number itself. */
export function whoseRows(db: Database, whose: Whose): WhoseRows {
  if ('number' in whose) {
    const contactIds = listOwners(db, 'number', whose.number);
    return { contactIds, numbers: [whose.number], extensionNumbers: [] };
  }
  if ('extensionNumber' in whose) {
    const contactIds = listOwners(db, 'extension_number', whose.extensionNumber);
    return { contactIds, numbers: [], extensionNumbers: [whose.extensionNumber] };
  }
  const entries = listEntries(db, whose.contactId);
  const alive = entries.filter(({ availability }) => availability === 'Alive');
  const counted = (alive.length > 0 ? alive : entries).map(({ id }) => id);
  const rows = allRows<NumberRow>(db, numbersOfSql, JSON.stringify(counted));
  return { contactIds: entries.map(({ id }) => id), ...toNumbers(rows) };
}

type NumberRow = { readonly number: E164 | null; readonly extension_number: string | null };

const numbersOfSql = `
  SELECT number, extension_number FROM contact_number
  WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY rank, contact_id, id`;

/** The entries of the person that one of them, dead or alive, belongs to. */
function listEntries(
  db: Database,
  contactId: ContactId,
): readonly { readonly id: number; readonly availability: string }[] {
  return allRows(
    db,
    `SELECT id, availability FROM contact
     WHERE person_id = (SELECT person_id FROM contact WHERE id = ?) ORDER BY id`,
    toRowId(contactId) ?? 0,
  );
}

function listOwners(
  db: Database,
  column: 'number' | 'extension_number',
  value: string,
): readonly number[] {
  const rows = allRows<{ id: number }>(
    db,
    `SELECT DISTINCT contact_id AS id FROM contact_number WHERE ${column} = ? LIMIT ${mostMatches}`,
    value,
  );
  return rows.map(({ id }) => id);
}

/** A text that half the address book matches narrows nothing; this many numbers it may stand for. */
const mostMatches = 1_000;

/**
 * The numbers that a text may mean: of people whose name or company has its words, and those that
 * have its digits, in whatever format. A number that nobody has is not among them: compare its
 * digits with the rows themselves.
 */
export function numbersMatching(db: Database, text: string): Omit<WhoseRows, 'contactIds'> {
  const pattern = toPattern(text);
  if (pattern === undefined) return { numbers: [], extensionNumbers: [] };
  const { words, literal } = pattern;
  const digits = pattern.digits ?? null;
  const values = [...words, literal, literal, digits, digits];
  return toNumbers(allRows<NumberRow>(db, numbersMatchingSql, ...values));
}

/** Whether an entry has the words: folded, in any order, or as typed where it has signs. */
export const hasWordsSql = `(
  (entry.match_text LIKE ? ESCAPE '\\' AND entry.match_text LIKE ? ESCAPE '\\'
    AND entry.match_text LIKE ? ESCAPE '\\')
  OR entry.name LIKE ? ESCAPE '\\' OR entry.company LIKE ? ESCAPE '\\')`;

const numbersMatchingSql = `
  SELECT DISTINCT contact_number.number, contact_number.extension_number
  FROM contact AS entry JOIN contact_number ON contact_number.contact_id = entry.id
  WHERE entry.availability = 'Alive'
    AND (${hasWordsSql} OR contact_number.number LIKE ? OR contact_number.extension_number LIKE ?)
  LIMIT ${mostMatches}`;

function toNumbers(rows: readonly NumberRow[]): Omit<WhoseRows, 'contactIds'> {
  return {
    numbers: [...new Set(rows.flatMap(({ number }) => number ?? []))],
    extensionNumbers: [...new Set(rows.flatMap((row) => row.extension_number ?? []))],
  };
}
