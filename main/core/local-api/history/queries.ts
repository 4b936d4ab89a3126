import { defineQuery } from '../../db/define-query.ts';
import { toRowId } from '../../db/row-id.ts';
import { allRows } from '../../db/statement.ts';
import { readMovedText } from '../requests/rows.ts';
import {
  readCallRecords,
  readTextRecords,
  type CallRecordRow,
  type TextRecordRow,
} from './rows.ts';

/** A page of a list for programs: what comes before an id, newest first. */
export type HistoryPage = { readonly before: string | undefined; readonly limit: number };

const newest = Number.MAX_SAFE_INTEGER;

/** Both lists go down the table itself; what has been deleted is passed over. */
export const callIdsSql =
  'SELECT id FROM call WHERE id < ? AND is_deleted = 0 ORDER BY id DESC LIMIT ?';
export const textIdsSql = `
  SELECT id FROM message WHERE id < ? AND is_discarded = 0 AND availability = 'Alive'
  ORDER BY id DESC LIMIT ?`;

/** The latest calls. */
export const listCallRecords = defineQuery(
  'local-api.list-calls',
  (db, { before, limit }: HistoryPage): readonly CallRecordRow[] =>
    readCallRecords(db, idsOf(allRows<{ id: number }>(db, callIdsSql, startOf(before), limit))),
);

/** The latest texts. */
export const listTextRecords = defineQuery(
  'local-api.list-texts',
  (db, { before, limit }: HistoryPage): readonly TextRecordRow[] =>
    readTextRecords(db, idsOf(allRows<{ id: number }>(db, textIdsSql, startOf(before), limit))),
);

/** One text, taken back or not; undefined when it is not there. */
export const getTextRecord = defineQuery(
  'local-api.get-text',
  (db, { id }: { readonly id: string }): TextRecordRow | undefined => {
    const rowId = toRowId(id) ?? 0;
    return readTextRecords(db, [rowId])[0] ?? readMovedText(db, rowId);
  },
);

function startOf(before: string | undefined): number {
  return before === undefined ? newest : (toRowId(before) ?? 0);
}

function idsOf(rows: readonly { readonly id: number }[]): readonly number[] {
  return rows.map(({ id }) => id);
}
