import type { Database } from 'better-sqlite3';
import type { Page } from '../../../shared/model/app.ts';
import type { ContactId, E164 } from '../../../shared/model/ids.ts';
import type { SpeedDial, Suggestion } from '../../../shared/model/people.ts';
import { defineQuery } from '../db/define-query.ts';
import { toRowId } from '../db/row-id.ts';
import { allRows, getRow } from '../db/statement.ts';
import { fold } from '../../../shared/fold.ts';
import type { Pattern } from './pattern.ts';
import { hasWordsSql, toParty } from './rows.ts';
import { findPersonId, toPeopleRecords, type PersonRecord } from './views/rows.ts';

/** Which people a list shows. */
export type Shown = 'all' | 'favourites' | 'personal' | 'company' | 'local';

/** People by any of their entries, as a condition on the one that stands for them. */
const isShownSql: Readonly<Record<Shown, string>> = {
  all: '',
  favourites: `AND id IN (SELECT contact.person_id
    FROM favourite JOIN contact ON contact.id = favourite.person_id)`,
  personal: isFrom('personal'),
  company: isFrom('company'),
  local: isFrom('local'),
};

function isFrom(source: string): string {
  return `AND id IN (
    SELECT person_id FROM contact WHERE source = '${source}' AND availability = 'Alive')`;
}

const matchesSql = `AND id IN (
  SELECT entry.person_id FROM contact AS entry
  WHERE entry.availability = 'Alive' AND ${hasWordsSql}
  UNION
  SELECT entry.person_id
  FROM contact_number JOIN contact AS entry ON entry.id = contact_number.contact_id
  WHERE entry.availability = 'Alive'
    AND (contact_number.number LIKE ? OR contact_number.extension_number LIKE ?))`;

/** By name, from a place in the order: the walk follows the index and stops at the limit. */
export function listContactsSql(show: Shown, isNarrowed: boolean): string {
  return `
    SELECT id FROM contact
    WHERE id = person_id AND availability = 'Alive' AND (sort_name, id) > (?, ?)
      ${isShownSql[show]} ${isNarrowed ? matchesSql : ''}
    ORDER BY sort_name, id LIMIT ?`;
}

/** People by name, narrowed by name, company or digits of a number. */
export const listContacts = defineQuery(
  'contacts.list',
  (
    db,
    input: {
      readonly after: string | undefined;
      readonly limit: number;
      readonly show: Shown;
      readonly pattern: Pattern | undefined;
    },
  ): Page<PersonRecord> => {
    const { pattern, limit, show } = input;
    const values = [
      ...readCursor(db, input.after),
      ...(pattern === undefined ? [] : [...toValues(pattern), ...toDigits(pattern)]),
      limit,
    ];
    const sql = listContactsSql(show, pattern !== undefined);
    const ids = allRows<{ id: number }>(db, sql, ...values).map(({ id }) => id);
    const last = ids.at(-1);
    return {
      items: toPeopleRecords(db, ids),
      next: ids.length < limit || last === undefined ? undefined : String(last),
    };
  },
);

/** The values of `hasWordsSql`. */
function toValues({ words, literal }: Pattern): readonly string[] {
  return [...words, literal, literal];
}

function toDigits({ digits }: Pattern): readonly (string | null)[] {
  return [digits ?? null, digits ?? null];
}

/** One person by any entry, also one that RingCentral has deleted since: history still names it. */
export const getContact = defineQuery(
  'contacts.get',
  (db, input: { readonly contactId: ContactId }): PersonRecord | undefined => {
    const personId = findPersonId(db, input.contactId);
    return personId === undefined ? undefined : toPeopleRecords(db, [personId])[0];
  },
);

/** The keys of the dial pad that call someone, in order. */
export const listSpeedDials = defineQuery('contacts.list-speed-dials', (db): readonly SpeedDial[] =>
  allRows<{ key: number; number: E164 }>(db, 'SELECT key, number FROM speed_dial ORDER BY key').map(
    ({ key, number }) => ({ key, party: partyOf(db, number) }),
  ),
);

/** Numbers of people whose name starts with the text come first, then those that contain it. */
export const suggestContactsSql = `
  SELECT contact_number.number, contact_number.label
  FROM contact AS entry JOIN contact_number ON contact_number.contact_id = entry.id
    JOIN contact AS person ON person.id = entry.person_id
  WHERE entry.availability = 'Alive' AND contact_number.number IS NOT NULL
    AND (${hasWordsSql} OR contact_number.number LIKE ?)
  ORDER BY person.sort_name LIKE ? ESCAPE '\\' DESC, person.sort_name, person.id,
    contact_number.rank, contact_number.id
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
    input: { readonly pattern: Pattern | undefined; readonly limit: number },
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

function suggestContacts(db: Database, pattern: Pattern, limit: number): readonly Suggestion[] {
  const { digits = null, start } = pattern;
  const values = [...toValues(pattern), digits, start, limit * 2];
  const rows = allRows<{ number: E164; label: string }>(db, suggestContactsSql, ...values);
  // A number that several sources have is one suggestion.
  const labels = new Map(rows.toReversed().map(({ number, label }) => [number, label]));
  return [...new Set(rows.map(({ number }) => number))].slice(0, limit).map((number) => ({
    source: 'contact',
    label: labels.get(number),
    party: partyOf(db, number),
  }));
}

function listRecent(db: Database, pattern: Pattern | undefined): readonly Suggestion[] {
  const digits = pattern?.digits?.slice(1, -1);
  const words = pattern?.words.map((word) => word.slice(1, -1).replaceAll('\\', '')) ?? [];
  const isWanted = ({ number, name, company }: Suggestion['party']): boolean => {
    if (pattern === undefined) return true;
    if (digits !== undefined && number?.includes(digits) === true) return true;
    const text = fold([name, company].filter(Boolean).join(' '));
    return text !== '' && words.every((word) => text.includes(word));
  };
  return allRows<{ number: E164 }>(db, recentNumbersSql)
    .map(({ number }) => partyOf(db, number))
    .filter(isWanted)
    .map((party) => ({ source: 'recent', label: undefined, party }));
}

function partyOf(db: Database, number: E164): Suggestion['party'] {
  return toParty(db, { number, extension_number: null, name: null });
}

/** Where a page goes on: after the person with this id. */
function readCursor(db: Database, after: string | undefined): readonly [name: string, id: number] {
  const id = toRowId(after ?? '');
  const sql = 'SELECT sort_name FROM contact WHERE id = ?';
  const row = id === undefined ? undefined : getRow<{ sort_name: string }>(db, sql, id);
  return id !== undefined && row ? [row.sort_name, id] : ['', 0];
}
