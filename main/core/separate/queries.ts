import { joinValues, namedFields, personFields } from '../../../shared/merge.ts';
import type { CallListId, ContactId, CountryCode, E164 } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { findPeople } from '../contacts/rows.ts';
import { findPersonId, toPeopleRecords, type PersonRecord } from '../contacts/views/rows.ts';
import { defineQuery } from '../db/define-query.ts';
import { toRowId } from '../db/row-id.ts';
import { allRows, getRow } from '../db/statement.ts';
import { readPeopleFile, type ReadFile } from './file.ts';
import type { Listed } from './listed.ts';

/** Reads a file in a worker. */
export const readSeparateFile = defineQuery(
  'separate.read-file',
  (
    _db,
    input: {
      readonly text: string;
      readonly country: CountryCode;
      readonly numberColumn: number | undefined;
    },
  ): Result<ReadFile> => readPeopleFile(input.text, input.country, input.numberColumn),
);

/** Who has these numbers, in their order. */
export const listOfNumbers = defineQuery(
  'separate.of-numbers',
  (db, numbers: readonly { readonly typed: string; readonly number: E164 | undefined }[]) =>
    numbers.map(({ typed, number }): Listed => {
      const [person] = number ? findPeople(db, { number, extension_number: null }) : [];
      const [record] = person === undefined ? [] : toPeopleRecords(db, [person.id]);
      return listed(record, number, typed);
    }),
);

/** The people chosen, each by their first mobile or else their first number. */
export const listOfPeople = defineQuery(
  'separate.of-contacts',
  (db, contactIds: readonly ContactId[]): readonly Listed[] => {
    const ids = contactIds.map((id) => findPersonId(db, id)).filter((id) => id !== undefined);
    return toPeopleRecords(db, [...new Set(ids)]).map((person) => {
      const reachable = person.numbers.filter(
        ({ number, label }) => number !== undefined && !/fax/i.test(label),
      );
      const mobile = reachable.find(({ label }) => label.startsWith('mobile'));
      const chosen = mobile ?? reachable[0];
      return listed(person, chosen?.number, chosen?.typed ?? '');
    });
  },
);

/** Everyone of a call list that is not through; undefined when it is gone. */
export const listOfCallList = defineQuery(
  'separate.of-call-list',
  (
    db,
    callListId: CallListId,
  ): { readonly name: string; readonly rows: readonly Listed[] } | undefined => {
    const id = toRowId(callListId) ?? 0;
    const list = getRow<{ name: string }>(db, 'SELECT name FROM call_list WHERE id = ?', id);
    if (list === undefined) return undefined;
    const rows = allRows<{
      number: E164 | null;
      name: string | null;
      typed: string;
      details: string;
    }>(
      db,
      `SELECT number, name, typed, details FROM call_list_entry
       WHERE call_list_id = ? ORDER BY position`,
      id,
    );
    return {
      name: list.name,
      rows: rows.map(({ number, name, typed, details }) => {
        const [person] = number ? findPeople(db, { number, extension_number: null }) : [];
        const [record] = person === undefined ? [] : toPeopleRecords(db, [person.id]);
        const columns = JSON.parse(details) as readonly (readonly [string, string])[];
        const known = listed(record, number ?? undefined, typed, name ?? undefined);
        return withFields(
          known,
          columns.map(([column, value]) => ({ name: column, value })),
        );
      }),
    };
  },
);

function withFields(
  row: Listed,
  fields: readonly { readonly name: string; readonly value: string }[],
): Listed {
  return { ...row, values: joinValues(row.values, namedFields(fields)) };
}

function listed(
  person: PersonRecord | undefined,
  number: E164 | undefined,
  typed: string,
  listedName?: string,
): Listed {
  const values =
    person !== undefined && (listedName === undefined || listedName === person.name)
      ? personFields(person)
      : personFields({ name: listedName, company: person?.company });
  const name = listedName ?? person?.name;
  return { name, number, typed, line: undefined, values, failure: undefined };
}
