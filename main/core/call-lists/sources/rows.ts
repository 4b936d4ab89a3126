import type { Database } from 'better-sqlite3';
import type { CallFilter } from '../../../../shared/model/history.ts';
import type { ContactId, CountryCode, E164 } from '../../../../shared/model/ids.ts';
import type { ContactNumber } from '../../../../shared/model/people.ts';
import { walkOf, type CallWalk } from '../../calls/history/rows.ts';
import { readParties, type PartyRow } from '../../contacts/rows.ts';
import { findPersonId, toPeopleRecords, type PersonRecord } from '../../contacts/views/rows.ts';
import { allRows } from '../../db/statement.ts';
import { isEmergency } from '../../numbers/emergency.ts';
import { mostListed, readReach, type Listed } from '../listed.ts';

/** Everyone of these calls who has a number, once; who called or was called last comes first. */
export const peopleOfCallsSql = ({ from, narrowing }: CallWalk): string => `
  SELECT number, extension_number, name, max(id) AS last FROM ${from}
  WHERE ${narrowing.sql} AND (number IS NOT NULL OR extension_number IS NOT NULL)
  GROUP BY coalesce(number, 'x' || extension_number) ORDER BY last DESC LIMIT ?`;

/**
 * Everyone in a filtered call history, the latest first: each person once, by the number last used.
 * One more than a list holds when there are too many.
 */
export function listOfHistory(
  db: Database,
  filter: CallFilter,
  country: CountryCode,
): readonly Listed[] {
  const walk = walkOf(db, filter);
  const rows = allRows<PartyRow>(
    db,
    peopleOfCallsSql(walk),
    ...walk.narrowing.values,
    mostListed + 1,
  );
  const partyOf = readParties(
    db,
    rows.map(({ number }) => number),
  );
  const seen = new Set<ContactId>();
  return rows.flatMap((row): readonly Listed[] => {
    const { contactId, sharedWith, name } = partyOf(row);
    const number = (row.number as E164 | null) ?? undefined;
    const extensionNumber = number === undefined ? (row.extension_number ?? undefined) : undefined;
    const typed = number ?? extensionNumber ?? '';
    if (isEmergency(typed, country)) return [];
    if (contactId !== undefined && sharedWith === undefined) {
      if (seen.has(contactId)) return [];
      seen.add(contactId);
    }
    return [{ number, extensionNumber, keyIn: undefined, typed, name, details: [] }];
  });
}

/** The people chosen, in that order, each by their first mobile or else their first number. */
export function listOfContacts(
  db: Database,
  contactIds: readonly ContactId[],
  country: CountryCode,
): readonly Listed[] {
  const ids = new Set(
    contactIds.map((id) => findPersonId(db, id)).filter((id) => id !== undefined),
  );
  return toPeopleRecords(db, [...ids]).flatMap((person) => toListed(person, country));
}

function toListed({ name, numbers }: PersonRecord, country: CountryCode): readonly Listed[] {
  const [mobile] = callable(
    numbers.filter(({ label }) => label.startsWith('mobile')),
    country,
  );
  const [first] = callable(
    numbers.filter(({ label }) => !/fax/i.test(label)),
    country,
  );
  const chosen = mobile ?? first;
  return chosen ? [{ ...chosen, name, details: [] }] : [];
}

function callable(
  numbers: readonly ContactNumber[],
  country: CountryCode,
): readonly Omit<Listed, 'name' | 'details'>[] {
  return numbers.flatMap(({ number, extensionNumber, typed }) => {
    if (extensionNumber !== undefined && number === undefined) {
      return [{ number, extensionNumber, keyIn: undefined, typed }];
    }
    const read = readReach(typed, country);
    if (read.ok) return [{ ...read.value, typed }];
    // What was read once stays readable, though the country that it was read for has changed.
    if (number === undefined || read.failure.message === 'number.emergency') return [];
    return [{ number, extensionNumber: undefined, keyIn: undefined, typed: number }];
  });
}
