import type { CountryCode } from '../../../../shared/model/ids.ts';
import { contactNumberLabels, type ContactNumberLabel } from '../../../../shared/model/people.ts';
import { isFilled } from '../../contacts/import/csv-rows.ts';
import { countKnown, readColumns, type Column } from '../../contacts/import/columns.ts';
import { readReach } from '../listed.ts';

/** Which column is what, and whether the first row is their names. */
export type ListColumns = {
  readonly hasHeader: boolean;
  readonly kinds: readonly Column[];
  /** One beyond the last when no column has any number. */
  readonly numberColumn: number;
  readonly nameColumn: number | undefined;
};

type Rows = readonly (readonly string[])[];

/** So many rows are looked at to tell what a column holds. */
const looked = 200;
/** No number is longer; a field may be a whole file. */
const longestNumber = 200;
/** Nobody's to call. */
const faxes: ReadonlySet<ContactNumberLabel> = new Set(['businessFax', 'otherFax']);

/** What the columns of a file most likely are, by their names and by what is in them. */
export function guessColumns(all: Rows, country: CountryCode): ListColumns {
  const rows = all.slice(0, looked + 1);
  const [first = []] = rows;
  const kinds = readColumns(first);
  const hasHeader = countKnown(kinds) > 0 || !first.some((value) => isNumber(value, country));
  const body = hasHeader ? rows.slice(1) : rows;
  const known = hasHeader ? kinds : first.map((): Column => ({ kind: 'other' }));
  const numberColumn = guessNumberColumn(known, body, country);
  const nameColumn = guessNameColumn(known, body, numberColumn);
  return { hasHeader, kinds: known, numberColumn, nameColumn };
}

/** The column with the most numbers; of those that are named so, where there are any in them. */
function guessNumberColumn(kinds: readonly Column[], rows: Rows, country: CountryCode): number {
  const width = Math.max(kinds.length, ...rows.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, index) => ({
    index,
    count: rows.filter((fields) => isNumber(fields[index] ?? '', country)).length,
    rank: rankOf(kinds[index]),
  })).filter(({ count }) => count > 0);
  const named = columns.filter(({ rank }) => rank !== undefined);
  const [best] = (named.length > 0 ? named : columns).toSorted(
    (one, other) =>
      other.count - one.count || (one.rank ?? 0) - (other.rank ?? 0) || one.index - other.index,
  );
  return best?.index ?? width;
}

function rankOf(column: Column | undefined): number | undefined {
  if (column?.kind === 'number-of-group') return 0;
  if (column?.kind !== 'number' || faxes.has(column.label)) return undefined;
  return contactNumberLabels.indexOf(column.label);
}

/** Short digits are an amount or an age as often as an extension: they make no column of numbers. */
function isNumber(value: string, country: CountryCode): boolean {
  if (!isFilled(value)) return false;
  const reach = readReach(value.slice(0, longestNumber), country);
  return reach.ok && reach.value.number !== undefined;
}

const nameFields = ['name', 'firstName', 'lastName', 'nickName', 'company'] as const;

function guessNameColumn(
  kinds: readonly Column[],
  rows: Rows,
  numberColumn: number,
): number | undefined {
  const isUsed = (index: number): boolean =>
    rows.length === 0 || rows.some((fields) => isFilled(fields[index] ?? ''));
  for (const field of nameFields) {
    const at = findText(kinds, field);
    if (at !== undefined && at !== numberColumn && isUsed(at)) return at;
  }
  const looksLikeNames = (index: number): boolean => {
    const values = rows.map((fields) => fields[index] ?? '').filter(isFilled);
    const names = values.filter((value) => /\p{L}{2}/u.test(value) && !/[\d@/]/.test(value));
    return values.length > 0 && names.length > values.length / 2;
  };
  const at = kinds.findIndex(
    ({ kind }, index) => kind === 'other' && index !== numberColumn && looksLikeNames(index),
  );
  return at < 0 ? undefined : at;
}

function findText(kinds: readonly Column[], field: string): number | undefined {
  const at = kinds.findIndex((column) => column.kind === 'text' && column.field === field);
  return at < 0 ? undefined : at;
}

/** First and last name stand in two columns in most exports: whichever is chosen, both are read. */
export function nameColumns(
  kinds: readonly Column[],
  nameColumn: number | undefined,
): readonly number[] {
  if (nameColumn === undefined) return [];
  const chosen = kinds[nameColumn];
  const isPart =
    chosen?.kind === 'text' && (chosen.field === 'firstName' || chosen.field === 'lastName');
  if (!isPart) return [nameColumn];
  return [findText(kinds, 'firstName'), findText(kinds, 'lastName')].filter(
    (at) => at !== undefined,
  );
}
