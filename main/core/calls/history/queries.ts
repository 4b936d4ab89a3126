import type { Page } from '../../../../shared/model/app.ts';
import type { CallRow } from '../../../../shared/model/calls.ts';
import type { CallFilter, Outline } from '../../../../shared/model/history.ts';
import type { CallId } from '../../../../shared/model/ids.ts';
import { defineQuery } from '../../db/define-query.ts';
import { toRowId } from '../../db/row-id.ts';
import { allRows, getRow, run } from '../../db/statement.ts';
import { walkBlocks } from '../../history/walk.ts';
import { callColumns, toCallRow, type CallTableRow } from '../rows.ts';
import { pageOfCallsSql, walkOf, type CallWalk } from './rows.ts';

const newest = Number.MAX_SAFE_INTEGER;
const stepSql = ({ from, narrowing }: CallWalk): string =>
  `SELECT id FROM ${from} WHERE ${narrowing.sql} AND id < ? ORDER BY id DESC LIMIT 1 OFFSET ?`;
const countSql = ({ from, narrowing }: CallWalk): string =>
  `SELECT count(*) AS count FROM ${from} WHERE ${narrowing.sql} AND id < ?`;
const rowsSql = `
  SELECT ${callColumns} FROM call WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC`;

/** The calls of a filter, newest first. */
export const listCalls = defineQuery(
  'calls.list',
  (
    db,
    input: {
      readonly filter?: CallFilter | undefined;
      readonly after: string | undefined;
      readonly limit: number;
    },
  ): Page<CallRow> => {
    const walk = walkOf(db, input.filter);
    const ids = allRows<{ id: number }>(
      db,
      pageOfCallsSql(walk),
      ...walk.narrowing.values,
      before(input.after),
      input.limit,
    ).map(({ id }) => id);
    // What hangs on a call is looked up for the page alone, not for what sorting passes over.
    const rows = allRows<CallTableRow>(db, rowsSql, JSON.stringify(ids));
    const last = ids.at(-1);
    return {
      items: rows.map((row) => toCallRow(db, row)),
      next: ids.length < input.limit || last === undefined ? undefined : String(last),
    };
  },
);

/** How many calls a filter shows, and where each block of them begins. */
export const outlineCalls = defineQuery(
  'calls.outline',
  (db, input: { readonly filter?: CallFilter | undefined }): Outline => {
    const walk = walkOf(db, input.filter);
    const { values } = walk.narrowing;
    return walkBlocks(
      (after, count) => {
        const sql = stepSql(walk);
        const row = getRow<{ id: number }>(db, sql, ...values, before(after), count - 1);
        return row && String(row.id);
      },
      (after) =>
        getRow<{ count: number }>(db, countSql(walk), ...values, before(after))?.count ?? 0,
    );
  },
);

/** One call, wherever it is in the list. */
export const getCall = defineQuery(
  'calls.get',
  (db, input: { readonly callId: CallId }): CallRow | undefined => {
    const sql = `SELECT ${callColumns} FROM call WHERE id = ?`;
    const row = getRow<CallTableRow>(db, sql, toRowId(input.callId) ?? 0);
    return row && toCallRow(db, row);
  },
);

/** Missed calls that have not been looked at. */
export const countNewCalls = defineQuery(
  'calls.count-new',
  (db): number =>
    getRow<{ count: number }>(db, 'SELECT count(*) AS count FROM call WHERE is_new = 1')?.count ??
    0,
);

/** All missed calls have been looked at; answers how many were new. */
export const markCallsSeen = defineQuery('calls.mark-seen', (db): number =>
  run(db, 'UPDATE call SET is_new = 0 WHERE is_new = 1'),
);

function before(after: string | undefined): number {
  return after === undefined ? newest : (toRowId(after) ?? 0);
}
