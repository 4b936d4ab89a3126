import { failure } from '../../../../shared/failure.ts';
import type { CallListDraft, CallListProblem } from '../../../../shared/model/call-lists.ts';
import type { CountryCode } from '../../../../shared/model/ids.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { BadCsvRow } from '../../contacts/import/csv-rows.ts';
import { clean, malformed } from '../../contacts/import/file-entry.ts';
import { mostListed, reachKey, readReach, type Listed } from '../listed.ts';
import { guessColumns, nameColumns, type ListColumns } from './columns.ts';
import { mostColumns, readTable, type Table } from './table.ts';

/** Which columns are to be read; those that are likely, where none are named. */
export type ChosenColumns = {
  readonly numberColumn: number;
  readonly nameColumn: number | undefined;
};

export type ReadList = {
  readonly draft: Omit<CallListDraft, 'draftId' | 'fileName'>;
  readonly entries: readonly Listed[];
};

/** So many are shown; the counts are of all. */
const mostProblems = 200;
const mostSamples = 5;
const mostDetails = 30;
const longestDetail = 500;
const longestColumn = 60;
/** Google puts several values into one field. */
const betweenValues = /\s*:::\s*/;

/**
 * Who a CSV file has to be called, each number once. Rows that cannot be called are left out and
 * named. Fails with `call-list.empty`, `.too-large` or `.unreadable`; a column without numbers is no failure, for
 * another can be chosen.
 */
export function readList(
  text: string,
  country: CountryCode,
  chosen: ChosenColumns | undefined,
): Result<ReadList> {
  const read = readTable(text);
  if (!read.ok) return read;
  const table = read.value;
  if (table.rows.length === 0) return fail(failure('invalid', 'call-list.empty'));
  const fields = table.rows.map((row) => row.fields);
  const columns = { ...guessColumns(fields, country), ...chosen };
  const body = columns.hasHeader ? table.rows.slice(1) : table.rows;
  if (body.length + table.bad.length === 0) return fail(failure('invalid', 'call-list.empty'));
  const [first = []] = fields;
  const width = Math.min(mostColumns, Math.max(...fields.slice(0, 200).map((row) => row.length)));
  const names = Array.from({ length: width }, (_, index) =>
    columns.hasHeader ? (clean(first[index], longestColumn) ?? '') : '',
  );
  return judgeRows({ rows: body, bad: table.bad }, names, columns, country);
}

function judgeRows(
  { rows, bad }: Table,
  names: readonly string[],
  columns: ListColumns,
  country: CountryCode,
): Result<ReadList> {
  const toEntry = entryReader(names, columns);
  const problems = bad.map(toProblem);
  const entries = new Map<string, Listed>();
  let repeats = 0;
  for (const row of rows) {
    const [typed = ''] = (clean(row.fields[columns.numberColumn]) ?? '').split(betweenValues);
    const reach = readReach(typed, country);
    if (!reach.ok) {
      problems.push({ line: row.line, typed, failure: reach.failure });
      continue;
    }
    const key = reachKey(reach.value);
    if (entries.has(key)) repeats += 1;
    else entries.set(key, { ...reach.value, typed, ...toEntry(row.fields) });
    if (entries.size > mostListed) return fail(failure('invalid', 'call-list.too-large'));
  }
  const listed = [...entries.values()];
  return ok({
    draft: {
      columns: names,
      numberColumn: columns.numberColumn,
      nameColumn: columns.nameColumn,
      count: listed.length,
      leftOut: problems.length,
      problems: problems.toSorted((a, b) => a.line - b.line).slice(0, mostProblems),
      repeats,
      sample: listed.slice(0, mostSamples).map(({ name = '', typed }) => ({ name, typed })),
    },
    entries: listed,
  });
}

function toProblem({ line, fields, detail }: BadCsvRow): CallListProblem {
  const typed = clean(fields.join(' '), 60) ?? '';
  return { line, typed, failure: malformed(line, detail) };
}

/** Reads a row's name and whatever else it says. */
function entryReader(
  names: readonly string[],
  { kinds, numberColumn, nameColumn }: ListColumns,
): (fields: readonly string[]) => Pick<Listed, 'name' | 'details'> {
  const ofName = nameColumns(kinds, nameColumn);
  const others = names
    .map((name, index) => ({ name, index }))
    .filter(({ index }) => index !== numberColumn && !ofName.includes(index));
  return (fields) => ({
    name: clean(ofName.map((at) => clean(fields[at]) ?? '').join(' ')),
    details: others
      .flatMap(({ name, index }): readonly (readonly [string, string])[] => {
        const value = clean(fields[index], longestDetail);
        return value === undefined ? [] : [[name, value]];
      })
      .slice(0, mostDetails),
  });
}
