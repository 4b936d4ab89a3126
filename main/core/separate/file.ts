import { failure, type Failure } from '../../../shared/failure.ts';
import {
  foldField,
  joinValues,
  namedFields,
  personFields,
  type MergeValues,
} from '../../../shared/merge.ts';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { guessColumns, nameColumns } from '../call-lists/file/columns.ts';
import { readTable } from '../call-lists/file/table.ts';
import { readReach } from '../call-lists/listed.ts';
import type { Column } from '../contacts/import/columns.ts';
import type { Listed } from './listed.ts';

export type ReadFile = {
  readonly columns: readonly string[];
  readonly numberColumn: number;
  readonly rows: readonly Listed[];
};

const mostColumns = 60;
const longestValue = 500;
const longestTyped = 60;

/**
 * Everyone of a CSV file in its order, those too who have no number: their row says so. Each column
 * is a field by its name. Fails with `call-list.empty`, `.too-large` or `.unreadable`.
 */
export function readPeopleFile(
  text: string,
  country: CountryCode,
  chosenColumn: number | undefined,
): Result<ReadFile> {
  const read = readTable(text);
  if (!read.ok) return read;
  const { rows: all, bad } = read.value;
  const guessed = guessColumns(
    all.map(({ fields }) => fields),
    country,
  );
  const rows = guessed.hasHeader ? all.slice(1) : all;
  if (rows.length + bad.length === 0) return fail(failure('invalid', 'call-list.empty'));
  const numberColumn = chosenColumn ?? guessed.numberColumn;
  const columns = (guessed.hasHeader ? (all[0]?.fields ?? []) : [])
    .slice(0, mostColumns)
    .map((name) => name.trim().slice(0, longestTyped));
  const toValues = valuesReader(columns, guessed.kinds, guessed.nameColumn);
  const listed = rows.map(({ line, fields }): Listed => {
    const typed = (fields[numberColumn] ?? '').trim();
    const values = toValues(fields);
    const number = readNumber(typed, country);
    return {
      name: values['name'] || undefined,
      number: number.ok ? number.value : undefined,
      typed: typed.slice(0, longestTyped),
      line,
      values,
      failure: number.ok ? undefined : number.failure,
    };
  });
  const broken = bad.map(({ line, fields }): Listed => ({
    name: undefined,
    number: undefined,
    typed: fields.join(' ').trim().slice(0, longestTyped),
    line,
    values: {},
    failure: noNumber(),
  }));
  const inOrder = [...listed, ...broken].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return ok({ columns, numberColumn, rows: inOrder });
}

/** The number of a row; a text goes to no extension. */
function readNumber(typed: string, country: CountryCode): Result<E164> {
  if (typed === '') return fail(noNumber());
  const reach = readReach(typed, country);
  if (!reach.ok) return reach;
  const { number, keyIn } = reach.value;
  return number === undefined || keyIn !== undefined
    ? fail(failure('invalid', 'text.extension-number', { field: 'to' }))
    : ok(number);
}

function noNumber(): Failure {
  return failure('invalid', 'number.empty', { field: 'to' });
}

/** What a row says of each field: its columns by name, and the built-in ones as far as they are there. */
function valuesReader(
  columns: readonly string[],
  kinds: readonly Column[],
  nameColumn: number | undefined,
): (fields: readonly string[]) => MergeValues {
  const ofName = nameColumns(kinds, nameColumn);
  const textAt = (field: string): number =>
    kinds.findIndex((kind) => kind.kind === 'text' && kind.field === field);
  return (fields) => {
    const at = (index: number): string => (fields[index] ?? '').trim().slice(0, longestValue);
    const person = personFields({
      name: ofName.map(at).filter(Boolean).join(' '),
      firstName: at(textAt('firstName')),
      lastName: at(textAt('lastName')),
      company: at(textAt('company')),
    });
    const named = columns.map((name, index) => ({ name, value: at(index) }));
    // A column that is named as a built-in field is that field; an empty one hides nothing.
    const telling = named.filter(
      ({ name, value }) => value !== '' || !Object.hasOwn(person, foldField(name)),
    );
    return joinValues(person, namedFields(telling));
  };
}
