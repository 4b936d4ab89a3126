import type { Database } from 'better-sqlite3';
import type { Page } from '../../../../shared/model/app.ts';
import type { CallRow } from '../../../../shared/model/calls.ts';
import type { CallFilter, Outline } from '../../../../shared/model/history.ts';
import type { CallId } from '../../../../shared/model/ids.ts';
import { defineQuery } from '../../db/define-query.ts';
import { firstRowIdOf, toRowId } from '../../db/row-id.ts';
import { allRows, getRow, run } from '../../db/statement.ts';
import { keysMatching, type WhoKeys } from '../../history/rows.ts';
import { allOf, blockSize, walkBlocks, type Narrowing } from '../../history/walk.ts';
import { callColumns, failedSql, missedSql, toCallRow, type CallTableRow } from '../rows.ts';

const newest = Number.MAX_SAFE_INTEGER;
/** Up to here someone's calls are looked up by their keys; with more the list is walked through. */
const fewKeys = 200;

/** What a list of calls is read from: the index of the narrowest part, and the rest of the filter. */
export type CallWalk = { readonly from: string; readonly narrowing: Narrowing };

const shows: Readonly<
  Record<NonNullable<CallFilter['show']>, { readonly index?: string; readonly sql?: string }>
> = {
  all: {},
  missed: { index: 'call_missed', sql: missedSql },
  failed: { index: 'call_failed', sql: failedSql },
  inbound: { sql: `direction = 'inbound'` },
  outbound: { sql: `direction = 'outbound'` },
};

/** How the calls of a filter are found, so that no page passes more of the others than it must. */
export function callWalk(filter: CallFilter, keys: WhoKeys | undefined): CallWalk {
  const show = shows[filter.show ?? 'all'];
  const parts: (Narrowing | undefined)[] = [
    show.sql === undefined ? undefined : { sql: show.sql, values: [] },
    filter.hasVoicemail ? { sql: 'voicemail_server_id IS NOT NULL', values: [] } : undefined,
    filter.hasRecording ? { sql: 'recording_record_id IS NOT NULL', values: [] } : undefined,
    filter.from === undefined ? undefined : { sql: 'id >= ?', values: [firstRowIdOf(filter.from)] },
    filter.until === undefined
      ? undefined
      : { sql: 'id < ?', values: [firstRowIdOf(filter.until)] },
  ];
  if (keys !== undefined && countKeys(keys) <= fewKeys) {
    return { from: 'call', narrowing: allOf([...parts, byKeys(keys)]) };
  }
  const index =
    show.index ??
    (filter.hasRecording ? 'call_recorded' : undefined) ??
    (filter.hasVoicemail ? 'call_answered_by_voicemail' : undefined);
  return {
    from: index === undefined ? 'call' : `call INDEXED BY ${index}`,
    narrowing: allOf([...parts, keys && amongKeys(keys)]),
  };
}

export const pageOfCallsSql = ({ from, narrowing }: CallWalk): string =>
  `SELECT id FROM ${from} WHERE ${narrowing.sql} AND id < ? ORDER BY id DESC LIMIT ?`;
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
    const outline = walkBlocks(
      (after, count) => {
        const sql = stepSql(walk);
        const row = getRow<{ id: number }>(db, sql, ...values, before(after), count - 1);
        return row && String(row.id);
      },
      (after) =>
        getRow<{ count: number }>(db, countSql(walk), ...values, before(after))?.count ?? 0,
    );
    return { ...outline, blockSize };
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

function walkOf(db: Database, filter: CallFilter = {}): CallWalk {
  const who = filter.who?.trim();
  return callWalk(filter, who ? keysMatching(db, 'call', who) : undefined);
}

function before(after: string | undefined): number {
  return after === undefined ? newest : (toRowId(after) ?? 0);
}

const countKeys = (keys: WhoKeys): number =>
  keys.numbers.length + keys.extensionNumbers.length + keys.names.length;

/** The calls of a few numbers and names, each found by its index. */
function byKeys(keys: WhoKeys): Narrowing {
  const having = (column: string): string =>
    `SELECT id FROM call WHERE ${column} IN (SELECT value FROM json_each(?))`;
  return {
    sql: `id IN (${['number', 'extension_number', 'name'].map(having).join(' UNION ')})`,
    values: toValues(keys),
  };
}

/** Whether a call that is passed is one of many people's; `+` keeps their indexes out of it. */
function amongKeys(keys: WhoKeys): Narrowing {
  const among = (column: string): string => `+${column} IN (SELECT value FROM json_each(?))`;
  return {
    sql: ['number', 'extension_number', 'name'].map(among).join(' OR '),
    values: toValues(keys),
  };
}

const toValues = (keys: WhoKeys): readonly string[] =>
  [keys.numbers, keys.extensionNumbers, keys.names].map((values) => JSON.stringify(values));
