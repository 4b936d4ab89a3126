import type { Database } from 'better-sqlite3';
import type { Page } from '../../../shared/model/app.ts';
import type { ContactId, E164 } from '../../../shared/model/ids.ts';
import type {
  ContactNumber,
  ContactSource,
  ContactView,
  Suggestion,
} from '../../../shared/model/people.ts';
import { defineQuery } from '../db/define-query.ts';
import { toId, toRowId } from '../db/row-id.ts';
import { allRows, getRow } from '../db/statement.ts';
import { toParty } from './rows.ts';

type ContactRow = {
  readonly id: number;
  readonly source: ContactSource;
  readonly name: string;
  readonly company: string | null;
  readonly job_title: string | null;
  readonly email: string | null;
};

/** Texts to look for, as `LIKE` patterns; `digits` is undefined when too few were typed. */
export type Pattern = { readonly words: string; readonly digits: string | undefined };

const contactColumns = 'contact.id, source, contact.name, company, job_title, email';

/** By name, from a place in the order: the walk follows the index and stops at the limit. */
export const listContactsSql = `
  SELECT ${contactColumns} FROM contact
  WHERE availability = 'Alive' AND name COLLATE NOCASE >= ?
    AND (name COLLATE NOCASE > ? OR id > ?)
  ORDER BY name COLLATE NOCASE, id LIMIT ?`;

export const filterContactsSql = `
  SELECT ${contactColumns} FROM contact
  WHERE availability = 'Alive' AND name COLLATE NOCASE >= ?
    AND (name COLLATE NOCASE > ? OR id > ?)
    AND (name LIKE ? ESCAPE '\\' OR company LIKE ? ESCAPE '\\' OR EXISTS (
      SELECT 1 FROM contact_number
      WHERE contact_id = contact.id AND (number LIKE ? OR extension_number LIKE ?)
    ))
  ORDER BY name COLLATE NOCASE, id LIMIT ?`;

/** Contacts by name, narrowed by name, company or digits of a number. */
export const listContacts = defineQuery(
  'contacts.list',
  (
    db,
    input: {
      readonly after: string | undefined;
      readonly limit: number;
      readonly pattern: Pattern | undefined;
    },
  ): Page<ContactView> => {
    const { pattern, limit } = input;
    const [name, id] = readCursor(db, input.after);
    const rows =
      pattern === undefined
        ? allRows<ContactRow>(db, listContactsSql, name, name, id, limit)
        : allRows<ContactRow>(
            db,
            filterContactsSql,
            name,
            name,
            id,
            pattern.words,
            pattern.words,
            pattern.digits ?? null,
            pattern.digits ?? null,
            limit,
          );
    const last = rows.at(-1);
    return {
      items: rows.map((row) => toContactView(db, row)),
      next: rows.length < limit || last === undefined ? undefined : String(last.id),
    };
  },
);

/** One contact, also one that RingCentral has deleted since: calls and texts still name it. */
export const getContact = defineQuery(
  'contacts.get',
  (db, input: { readonly contactId: ContactId }): ContactView | undefined => {
    const row = getRow<ContactRow>(
      db,
      `SELECT ${contactColumns} FROM contact WHERE id = ?`,
      toRowId(input.contactId) ?? 0,
    );
    return row && toContactView(db, row);
  },
);

/** Numbers of people whose name starts with the text come first, then those that contain it. */
export const suggestContactsSql = `
  SELECT contact_number.number, contact_number.label, contact.name
  FROM contact JOIN contact_number ON contact_number.contact_id = contact.id
  WHERE availability = 'Alive' AND contact_number.number IS NOT NULL
    AND (name LIKE ? ESCAPE '\\' OR company LIKE ? ESCAPE '\\' OR contact_number.number LIKE ?)
  ORDER BY name LIKE ? ESCAPE '\\' DESC, name COLLATE NOCASE, contact.id, contact_number.id
  LIMIT ?`;

/** How far back numbers are looked for; a number not used in so long is in the history. */
const recentCalls = 500;
const recentThreads = 200;

/** Numbers of late calls and texts, the latest first. */
export const recentNumbersSql = `
  SELECT number, max(at) AS at FROM (
    SELECT number, at FROM (
      SELECT number, started_at AS at FROM call ORDER BY id DESC LIMIT ${recentCalls}
    ) WHERE number IS NOT NULL
    UNION ALL
    SELECT number, at FROM (
      SELECT id, last_at AS at FROM thread ORDER BY last_at DESC, id DESC LIMIT ${recentThreads}
    ) AS late JOIN thread_party ON thread_party.thread_id = late.id AND number IS NOT NULL
  )
  GROUP BY number ORDER BY at DESC`;

/** Type-ahead: contacts that match, then recent numbers that match; nothing typed: the latest. */
export const suggest = defineQuery(
  'contacts.suggest',
  (
    db,
    input: {
      readonly pattern: (Pattern & { readonly start: string }) | undefined;
      readonly limit: number;
    },
  ): readonly Suggestion[] => {
    const { pattern, limit } = input;
    const contacts = pattern === undefined ? [] : suggestContacts(db, pattern, limit);
    const known = new Set(contacts.map(({ party }) => party.number));
    const recent = listRecent(db, pattern)
      .filter(({ party }) => !known.has(party.number))
      .slice(0, Math.max(0, limit - contacts.length));
    return [...contacts, ...recent];
  },
);

function suggestContacts(
  db: Database,
  pattern: Pattern & { readonly start: string },
  limit: number,
): readonly Suggestion[] {
  const { words, digits, start } = pattern;
  const rows = allRows<{ number: E164; label: string }>(
    db,
    suggestContactsSql,
    words,
    words,
    digits ?? null,
    start,
    limit * 2,
  );
  // A number that is in both address books is one suggestion.
  const first = new Map(rows.toReversed().map((row) => [row.number, row]));
  return rows
    .filter((row) => first.get(row.number) === row)
    .slice(0, limit)
    .map(({ number, label }) => ({ source: 'contact', label, party: partyOf(db, number) }));
}

function listRecent(db: Database, pattern: Pattern | undefined): readonly Suggestion[] {
  const isWanted = (party: Suggestion['party']): boolean => {
    if (pattern === undefined) return true;
    const text = pattern.words.slice(1, -1).replaceAll('\\', '').toLowerCase();
    const digits = pattern.digits?.slice(1, -1);
    return (
      (digits !== undefined && party.number?.includes(digits) === true) ||
      party.name?.toLowerCase().includes(text) === true
    );
  };
  return allRows<{ number: E164 }>(db, recentNumbersSql)
    .map(({ number }) => partyOf(db, number))
    .filter(isWanted)
    .map((party) => ({ source: 'recent', label: undefined, party }));
}

function partyOf(db: Database, number: E164): Suggestion['party'] {
  return toParty(db, { number, extension_number: null, name: null });
}

function toContactView(db: Database, row: ContactRow): ContactView {
  return {
    id: toId<ContactId>(row.id),
    name: row.name,
    company: row.company ?? undefined,
    jobTitle: row.job_title ?? undefined,
    email: row.email ?? undefined,
    source: row.source,
    numbers: listNumbers(db, row.id),
  };
}

function listNumbers(db: Database, contactId: number): readonly ContactNumber[] {
  const rows = allRows<{
    label: string;
    typed: string;
    number: E164 | null;
    extension_number: string | null;
  }>(
    db,
    `SELECT label, typed, number, extension_number FROM contact_number
     WHERE contact_id = ? ORDER BY id`,
    contactId,
  );
  return rows.map(({ label, typed, number, extension_number: extensionNumber }) => ({
    label,
    typed,
    number: number ?? undefined,
    extensionNumber: extensionNumber ?? undefined,
  }));
}

/** Where a page goes on: after the contact with this id. */
function readCursor(db: Database, after: string | undefined): readonly [name: string, id: number] {
  const id = toRowId(after ?? '');
  const row = id && getRow<{ name: string }>(db, 'SELECT name FROM contact WHERE id = ?', id);
  return id && row ? [row.name, id] : ['', 0];
}
