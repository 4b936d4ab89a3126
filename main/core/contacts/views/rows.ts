import type { Database } from 'better-sqlite3';
import type { ContactId } from '../../../../shared/model/ids.ts';
import {
  contactNumberLabels,
  type ContactDraft,
  type ContactNumber,
  type ContactNumberLabel,
  type ContactView,
} from '../../../../shared/model/people.ts';
import { toId, toRowId } from '../../db/row-id.ts';
import { allRows, getRow } from '../../db/statement.ts';
import {
  entryColumns,
  toEntry,
  type Entry,
  type EntryRow,
  type NumberRow,
} from '../entries/rows.ts';
import { sourceRanks } from '../grouping.ts';

/** A person as the archive knows them; whether they can be changed, the session says. */
export type PersonRecord = Omit<ContactView, 'canEdit'>;

type MemberRow = EntryRow & {
  readonly id: number;
  readonly person_id: number;
  readonly availability: string;
};
type Member = { readonly id: number; readonly isAlive: boolean; readonly entry: Entry };

/** The people behind these ids, each with what all their entries say, in the order of the ids. */
export function toPeopleRecords(db: Database, ids: readonly number[]): readonly PersonRecord[] {
  const wanted = JSON.stringify(ids);
  const rows = allRows<MemberRow>(db, membersSql, wanted);
  const numbers = Map.groupBy(
    allRows<NumberRow & { contact_id: number }>(db, numbersSql, wanted),
    ({ contact_id: id }) => id,
  );
  const people = Map.groupBy(rows, ({ person_id: person }) => person);
  const favourites = new Set(
    allRows<{ id: number }>(db, favouritesSql, wanted).map(({ id }) => id),
  );
  return ids.flatMap((id) => {
    const members = (people.get(id) ?? []).map((row) => ({
      id: row.id,
      isAlive: row.availability === 'Alive',
      entry: toEntry(row, numbers.get(row.id) ?? []),
    }));
    return members.length === 0 ? [] : [toRecord(id, members, favourites.has(id))];
  });
}

const membersSql = `
  SELECT id, person_id, availability, ${entryColumns} FROM contact
  WHERE person_id IN (SELECT value FROM json_each(?))`;
const numbersSql = `
  SELECT contact_id, label, typed, number, extension_number FROM contact_number
  WHERE contact_id IN (
    SELECT id FROM contact WHERE person_id IN (SELECT value FROM json_each(?))
  ) ORDER BY id`;
const favouritesSql = `
  SELECT DISTINCT contact.person_id AS id
  FROM favourite JOIN contact ON contact.id = favourite.person_id
  WHERE contact.person_id IN (SELECT value FROM json_each(?))`;

/** The person that an entry belongs to. */
export function findPersonId(db: Database, contactId: ContactId): number | undefined {
  const sql = 'SELECT person_id AS id FROM contact WHERE id = ?';
  return getRow<{ id: number }>(db, sql, toRowId(contactId) ?? 0)?.id;
}

/** The entries of someone that are their own to change: not the company directory's. */
export type OwnEntry = { readonly id: number; readonly entry: Entry };

/** In the order in which they are offered for editing: RingCentral's address book first. */
export function listOwnEntries(db: Database, personId: number): readonly OwnEntry[] {
  const rows = allRows<MemberRow>(db, membersSql, JSON.stringify([personId]));
  const numbers = Map.groupBy(
    allRows<NumberRow & { contact_id: number }>(db, numbersSql, JSON.stringify([personId])),
    ({ contact_id: id }) => id,
  );
  return rows
    .filter(({ source, availability }) => source !== 'company' && availability === 'Alive')
    .map((row) => ({ id: row.id, entry: toEntry(row, numbers.get(row.id) ?? []) }))
    .toSorted(inOrder);
}

function toRecord(id: number, all: readonly Member[], isFavourite: boolean): PersonRecord {
  const alive = all.filter(({ isAlive }) => isAlive);
  const members = (alive.length > 0 ? alive : all).toSorted(inOrder);
  const entries = members.map(({ entry }) => entry);
  const chosen = members.find((member) => member.id === id)?.entry;
  const known = chosen === undefined ? entries : [chosen, ...entries];
  const first = <Value>(read: (entry: Entry) => Value | undefined): Value | undefined =>
    known.map(read).find((value) => value !== undefined);
  const own = alive.length > 0 && entries.find(({ source }) => source !== 'company');
  return {
    id: toId<ContactId>(id),
    name: first(({ name }) => name) ?? '',
    firstName: chosen?.firstName ?? first(({ firstName }) => firstName),
    lastName: chosen?.lastName ?? first(({ lastName }) => lastName),
    company: first(({ company }) => company),
    jobTitle: first(({ jobTitle }) => jobTitle),
    email: first(({ email }) => email),
    remarks: first(({ remarks }) => remarks),
    sources: [...new Set(entries.map(({ source }) => source))],
    numbers: mergeNumbers(entries),
    isFavourite,
    ...(own && { draft: toDraft(own) }),
  };
}

/** Each number once, under the label of the source that is named first. */
function mergeNumbers(entries: readonly Entry[]): readonly ContactNumber[] {
  const numbers = new Map<string, ContactNumber>();
  for (const number of entries.flatMap((entry) => entry.numbers)) {
    const key = number.number ?? number.extensionNumber ?? number.typed;
    if (!numbers.has(key)) numbers.set(key, number);
  }
  return [...numbers.values()];
}

/** An entry as the form shows it. */
function toDraft(entry: Entry): ContactDraft {
  const { firstName = '', lastName = '', company = '', jobTitle = '', email = '' } = entry;
  return {
    firstName,
    lastName,
    company,
    jobTitle,
    email,
    remarks: entry.remarks ?? '',
    numbers: entry.numbers.flatMap(({ label, typed }) =>
      isLabel(label) ? [{ label, typed }] : [],
    ),
  };
}

function isLabel(label: string): label is ContactNumberLabel {
  return (contactNumberLabels as readonly string[]).includes(label);
}

function inOrder(a: OwnEntry, b: OwnEntry): number {
  return sourceRanks[a.entry.source] - sourceRanks[b.entry.source] || a.id - b.id;
}
