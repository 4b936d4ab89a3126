import { appendFileSync } from 'node:fs';
import type { ExportFormat } from '../../../../shared/model/keeping.ts';
import { defineUpkeep } from '../../db/define-query.ts';
import { toCsvLine } from './csv.ts';
import { toJsonItem } from './json.ts';
import type { ExportRecord } from './record.ts';
import { readRecords } from './records/rows.ts';
import { countOf, idsBefore, sourcesOf, type ExportWhat, type Source } from './rows.ts';

/** How many records an export will have. */
export const countRecords = defineUpkeep('exports.count', (db, what: ExportWhat): number =>
  sourcesOf(db, what).reduce((sum, source) => sum + countOf(db, source), 0),
);

export type ExportPage = {
  readonly file: string;
  readonly format: ExportFormat;
  readonly what: ExportWhat;
  /** The row id before which the page begins; the first one has none. */
  readonly before: number | undefined;
  /** Records of each kind that are looked at, at most. */
  readonly limit: number;
};

/**
 * Writes the next records to the end of a file: in the keeper, so that neither the records nor their
 * text ever pass through the main thread. Row ids are in order of time whatever the kind, so a page
 * goes down to the lowest id that every source has been read to. Answers where the next one begins;
 * undefined after the last.
 */
export const writePage = defineUpkeep(
  'exports.write-page',
  (db, input: ExportPage): { readonly rows: number; readonly before: number | undefined } => {
    const { file, format, what, before = Number.MAX_SAFE_INTEGER, limit } = input;
    const read = sourcesOf(db, what).map((source) => ({
      source,
      ids: idsBefore(db, source, before, limit),
    }));
    const unfinished = read.filter(({ ids }) => ids.length === limit);
    const floor = Math.max(0, ...unfinished.map(({ ids }) => ids.at(-1) ?? 0));
    const records = read
      .flatMap(({ source, ids }) =>
        recordsOf(
          db,
          source,
          ids.filter((id) => id >= floor),
        ),
      )
      .toSorted((one, other) => Number(other.id) - Number(one.id));
    const isFirst = input.before === undefined;
    const lines = records.map((record, index) =>
      format === 'csv' ? toCsvLine(record) : toJsonItem(record, isFirst && index === 0),
    );
    if (lines.length > 0) appendFileSync(file, lines.join(''));
    return { rows: records.length, before: unfinished.length === 0 ? undefined : floor };
  },
);

function recordsOf(
  db: Parameters<typeof readRecords>[0],
  { kind }: Source,
  ids: readonly number[],
): readonly ExportRecord[] {
  return ids.length === 0 ? [] : readRecords(db, kind, ids);
}
