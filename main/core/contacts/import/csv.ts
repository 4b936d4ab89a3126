import Papa from 'papaparse';
import { failure } from '../../../../shared/failure.ts';
import type { ContactNumberLabel } from '../../../../shared/model/people.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { countKnown, readColumns, toLabel, type Column, type TextField } from './columns.ts';
import {
  clean,
  malformed,
  mostEntries,
  splitName,
  tooLarge,
  type FileEntry,
  type MalformedDetail,
} from './file-entry.ts';

const delimiters = [',', ';', '\t'] as const;
/** Excel's way of naming the delimiter in the first line. */
const namedDelimiter = /^sep=([,;\t])\r?\n/i;
/** Google puts several values into one field. */
const betweenValues = /\s*:::\s*/;
const longestRemarks = 4_000;

type Row = { readonly line: number; readonly fields: readonly string[] };

/**
 * Reads the people of a CSV file whose first line names the columns. Fails with
 * `contact-import.malformed`, `.no-columns` or `.too-large`; nothing is read then.
 */
export function readCsv(text: string): Result<readonly FileEntry[]> {
  const [named = '', sign] = namedDelimiter.exec(text) ?? [];
  const body = text.slice(named.length);
  const firstLine = named === '' ? 1 : 2;
  const delimiter = sign ?? chooseDelimiter(body);
  const rows = readRows(body, delimiter, firstLine);
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
    const [header] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
    return { delimiter, known: countKnown(readColumns(header ?? [])) };
  });
  return scored.reduce((best, next) => (next.known > best.known ? next : best)).delimiter;
}

const details: Readonly<Record<string, MalformedDetail>> = {
  MissingQuotes: 'quote-not-closed',
  InvalidQuotes: 'quote-inside',
};

/** The rows that hold anything, each with its line; a quoted line break counts as one, too. */
function readRows(text: string, delimiter: string, firstLine: number): Result<readonly Row[]> {
  const rows: Row[] = [];
  const places = watchLines(text, firstLine);
  let trouble: ReturnType<typeof malformed> | undefined;
  Papa.parse<string[]>(text, {
    delimiter,
    step({ data, errors, meta }, parser) {
      const line = places.lineAt();
      places.moveTo(meta.cursor);
      const [error] = errors;
      if (error) {
        trouble = malformed(line, details[error.code] ?? 'unreadable');
        parser.abort();
      } else if (data.some(isFilled)) {
        rows.push({ line, fields: data });
        if (rows.length > mostEntries + 1) parser.abort();
      }
    },
  });
  return trouble ? fail(trouble) : ok(rows);
}

/** Counts lines up to where the parser has come. */
function watchLines(
  text: string,
  firstLine: number,
): { lineAt(): number; moveTo(index: number): void } {
  let line = firstLine;
  let from = 0;
  return {
    lineAt: () => line,
    moveTo(index) {
      line += text.slice(from, index).match(/\r\n|\n|\r/g)?.length ?? 0;
      from = index;
    },
  };
}

function isFilled(value: string): boolean {
  return value.trim() !== '';
}

function toEntry({ line, fields }: Row, columns: readonly Column[]): FileEntry {
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
