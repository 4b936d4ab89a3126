import Papa from 'papaparse';
import type { MalformedDetail } from './file-entry.ts';

/** A row that holds anything, with the line of the file it begins on, counted from 1. */
export type CsvRow = { readonly line: number; readonly fields: readonly string[] };

/** A row whose quotes cannot be told apart; `fields` is what could be made out. */
export type BadCsvRow = CsvRow & { readonly detail: MalformedDetail };

/** Where the rows begin, and the delimiter where the file names it, which is Excel's way. */
export type CsvBody = {
  readonly text: string;
  readonly delimiter: string | undefined;
  readonly firstLine: number;
};

const namedDelimiter = /^sep=([,;\t])\r?\n/i;

export function toCsvBody(text: string): CsvBody {
  const [named = '', delimiter] = namedDelimiter.exec(text) ?? [];
  return { text: text.slice(named.length), delimiter, firstLine: named === '' ? 1 : 2 };
}

/** The first rows, for a look at how they come apart; errors are not looked at. */
export function previewCsv(
  text: string,
  delimiter: string,
  count: number,
): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text, { delimiter, preview: count }).data;
}

const details: Readonly<Record<string, MalformedDetail>> = {
  MissingQuotes: 'quote-not-closed',
  InvalidQuotes: 'quote-inside',
};

/** Hands out rows one after the other until a taker answers false; a quoted line break is part of one. */
export function walkCsv(
  { text, firstLine }: Pick<CsvBody, 'text' | 'firstLine'>,
  delimiter: string,
  takers: {
    readonly row: (row: CsvRow) => boolean;
    readonly bad: (row: BadCsvRow) => boolean;
  },
): void {
  const places = watchLines(text, firstLine);
  Papa.parse<string[]>(text, {
    delimiter,
    step({ data, errors, meta }, parser) {
      const line = places.lineAt();
      places.moveTo(meta.cursor);
      const [error] = errors;
      const goesOn = error
        ? takers.bad({ line, fields: data, detail: details[error.code] ?? 'unreadable' })
        : !data.some(isFilled) || takers.row({ line, fields: data });
      if (!goesOn) parser.abort();
    },
  });
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

export function isFilled(value: string): boolean {
  return value.trim() !== '';
}
