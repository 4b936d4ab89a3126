import { failure } from '../../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import {
  isFilled,
  previewCsv,
  toCsvBody,
  walkCsv,
  type BadCsvRow,
  type CsvBody,
  type CsvRow,
} from '../../contacts/import/csv-rows.ts';
import { countKnown, readColumns } from '../../contacts/import/columns.ts';

/** The rows of a file as they stand; those that cannot be told apart are `bad`. */
export type Table = {
  readonly rows: readonly CsvRow[];
  readonly bad: readonly BadCsvRow[];
};

/** Rows beyond this are not read: the file is no list of people to call. */
export const mostRows = 50_000;
/** A stray quote hides what follows; so often reading is taken up again on the next line. */
const mostFresh = 200;
/** Each time may read to the end: with so many characters read in all, it is given up. */
const mostWalked = 24 * 1024 * 1024;
/** Columns beyond are not looked at. */
export const mostColumns = 500;

const delimiters = [',', ';', '\t', '|'] as const;
/** So many rows, and characters, tell which it is. */
const looked = 20;
const lookedLength = 65_536;

/** Reads what there is of a CSV file. Fails with `call-list.too-large` or `.unreadable`. */
export function readTable(text: string): Result<Table> {
  // A file that two programs have written has both kinds of line ends, and a reader takes but one.
  const body = toCsvBody(text.replace(/\r\n?/g, '\n'));
  const delimiter = body.delimiter ?? chooseDelimiter(body.text);
  const rows: CsvRow[] = [];
  const bad: BadCsvRow[] = [];
  let left: CsvBody | undefined = body;
  let walked = 0;
  for (let n = 0; left !== undefined && n <= mostFresh && walked <= mostWalked; n += 1) {
    walked += left.text.length;
    const stray = takeRows(left, delimiter, rows, bad);
    if (rows.length + bad.length > mostRows) return fail(failure('invalid', 'call-list.too-large'));
    left = stray && afterLine(left, stray.line);
  }
  return left === undefined ? ok({ rows, bad }) : fail(failure('invalid', 'call-list.unreadable'));
}

/** Takes rows up to a stray quote, and answers the row that it stands in. */
function takeRows(
  body: CsvBody,
  delimiter: string,
  rows: CsvRow[],
  bad: BadCsvRow[],
): BadCsvRow | undefined {
  let stray: BadCsvRow | undefined;
  walkCsv(body, delimiter, {
    row(row) {
      rows.push({ ...row, fields: row.fields.slice(0, mostColumns) });
      return rows.length + bad.length <= mostRows;
    },
    bad(row) {
      bad.push(row);
      stray = row;
      return false;
    },
  });
  return stray;
}

/** What follows a line of the file. */
function afterLine({ text, firstLine, delimiter }: CsvBody, line: number): CsvBody | undefined {
  const ends = /\r\n|\n|\r/g;
  for (let at = firstLine; at <= line; at += 1) if (ends.exec(text) === null) return undefined;
  return { text: text.slice(ends.lastIndex), delimiter, firstLine: line + 1 };
}

/** The one that makes the most known columns, else the one that most rows are alike with. */
function chooseDelimiter(text: string): string {
  const head = text.slice(0, lookedLength);
  const scored = delimiters.map((delimiter) => {
    const rows = previewCsv(head, delimiter, looked).filter((fields) => fields.some(isFilled));
    const [header = []] = rows;
    const alike = rows.filter(({ length }) => length > 1 && length === header.length).length;
    return { delimiter, known: header.length > 1 ? countKnown(readColumns(header)) : 0, alike };
  });
  return scored.reduce((best, next) =>
    next.known > best.known || (next.known === best.known && next.alike > best.alike) ? next : best,
  ).delimiter;
}
