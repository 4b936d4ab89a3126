import type { Database } from 'better-sqlite3';
import type { CallFilter } from '../../../../shared/model/history.ts';
import { firstRowIdOf } from '../../db/row-id.ts';
import { keysMatching, type WhoKeys } from '../../history/rows.ts';
import { allOf, type Narrowing } from '../../history/walk.ts';
import { failedSql, missedSql } from '../rows.ts';

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

/** A page of the ids of these calls, newest first: bound to the narrowing, the id before, a limit. */
export const pageOfCallsSql = ({ from, narrowing }: CallWalk): string =>
  `SELECT id FROM ${from} WHERE ${narrowing.sql} AND id < ? ORDER BY id DESC LIMIT ?`;

/** How the calls of a filter are found, whoever is meant by its words. */
export function walkOf(db: Database, filter: CallFilter = {}): CallWalk {
  const who = filter.who?.trim();
  return callWalk(filter, who ? keysMatching(db, 'call', who) : undefined);
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
