import { failure } from '../../../../shared/failure.ts';
import type { ContactNumberLabel } from '../../../../shared/model/people.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { countKnown, readColumns, toLabel, type Column, type TextField } from './columns.ts';
import { isFilled, previewCsv, toCsvBody, walkCsv, type CsvBody, type CsvRow } from './csv-rows.ts';
import {
  clean,
  malformed,
  mostEntries,
  splitName,
  tooLarge,
  type FileEntry,
} from './file-entry.ts';

const delimiters = [',', ';', '\t'] as const;
/** Google puts several values into one field. */
const betweenValues = /\s*:::\s*/;
const longestRemarks = 4_000;

/**
 * Reads the people of a CSV file whose first line names the columns. Fails with
 * `contact-import.malformed`, `.no-columns` or `.too-large`; nothing is read then.
 */
export function readCsv(text: string): Result<readonly FileEntry[]> {
  const body = toCsvBody(text);
  const rows = readRows(body);
  if (!rows.ok) return rows;
  const [header, ...others] = rows.value;
  const columns = readColumns(header?.fields ?? []);
  if (countKnown(columns) === 0) return fail(failure('invalid', 'contact-import.no-columns'));
  const tooLong = others.find(({ fields }) => fields.slice(columns.length).some(isFilled));
  if (tooLong) return fail(malformed(tooLong.line, 'too-many-fields'));
  if (others.length > mostEntries) return fail(tooLarge());
  return ok(others.map((row) => toEntry(row, columns)));
}

/** The one that makes the most known columns of the first line. */
function chooseDelimiter(text: string): string {
  const scored = delimiters.map((delimiter) => {
    const [header] = previewCsv(text, delimiter, 1);
    return { delimiter, known: countKnown(readColumns(header ?? [])) };
  });
  return scored.reduce((best, next) => (next.known > best.known ? next : best)).delimiter;
}

/** The rows that hold anything; one that is malformed fails them all. */
function readRows(body: CsvBody): Result<readonly CsvRow[]> {
  const rows: CsvRow[] = [];
  let trouble: ReturnType<typeof malformed> | undefined;
  walkCsv(body, body.delimiter ?? chooseDelimiter(body.text), {
    row: (row) => rows.push(row) <= mostEntries + 1,
    bad({ line, detail }) {
      trouble = malformed(line, detail);
      return false;
    },
  });
  return trouble ? fail(trouble) : ok(rows);
}

function toEntry({ line, fields }: CsvRow, columns: readonly Column[]): FileEntry {
  const text = (field: TextField): string | undefined => {
    const at = columns.findIndex(
      (column, index) =>
        column.kind === 'text' && column.field === field && isFilled(fields[index] ?? ''),
    );
    return at < 0 ? undefined : fields[at];
  };
  const given = [text('firstName'), text('middleName')].map((name) => clean(name)).filter(Boolean);
  const own = { firstName: clean(given.join(' ')), lastName: clean(text('lastName')) };
  const hasOwn = own.firstName !== undefined || own.lastName !== undefined;
  return {
    line,
    ...(hasOwn ? own : splitName(text('name') ?? text('nickName'))),
    company: clean(text('company')),
    jobTitle: clean(text('jobTitle')),
    email: clean(text('email')?.split(betweenValues)[0]),
    remarks: clean(text('remarks'), longestRemarks),
    numbers: columns.flatMap((column, index) => {
      const label = labelOf(column, columns, fields);
      if (label === undefined) return [];
      return (fields[index] ?? '')
        .split(betweenValues)
        .filter(isFilled)
        .map((typed) => ({ label, typed: typed.trim() }));
    }),
  };
}

function labelOf(
  column: Column,
  columns: readonly Column[],
  fields: readonly string[],
): ContactNumberLabel | undefined {
  if (column.kind === 'number') return column.label;
  if (column.kind !== 'number-of-group') return undefined;
  const { group } = column;
  const at = columns.findIndex((one) => one.kind === 'label-of-group' && one.group === group);
  return toLabel(fields[at]?.replace(/^\*\s*/, '') ?? '');
}
