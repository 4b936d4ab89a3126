import type { Database } from 'better-sqlite3';
import { fold } from '../../../shared/fold.ts';
import { toPattern } from '../contacts/pattern.ts';
import { numbersMatching } from '../contacts/rows.ts';
import { allRows } from '../db/statement.ts';

/** What rows of someone who was typed can have: each a number, an extension or a name of theirs. */
export type WhoKeys = {
  readonly numbers: readonly string[];
  readonly extensionNumbers: readonly string[];
  readonly names: readonly string[];
};

/** Where rows name people themselves: a table with `number`, `extension_number` and `name`. */
export type PeopleTable = 'call' | 'thread_party';

/**
 * Who is meant by part of a name, a company or a number in any format: the contacts that match,
 * and beside them whatever the rows themselves say that does.
 */
export function keysMatching(db: Database, table: PeopleTable, who: string): WhoKeys {
  const contacts = numbersMatching(db, who);
  const digits = toPattern(who)?.digits?.slice(1, -1);
  const words = fold(who).split(' ').filter(Boolean);
  const withDigits = (column: 'number' | 'extension_number'): readonly string[] =>
    digits === undefined
      ? []
      : valuesOf(db, table, column).filter((value) => value.includes(digits));
  const isMeant = (name: string): boolean => {
    const folded = fold(name);
    return words.every((word) => folded.includes(word));
  };
  return {
    numbers: union(contacts.numbers, withDigits('number')),
    extensionNumbers: union(contacts.extensionNumbers, withDigits('extension_number')),
    names: words.length === 0 ? [] : valuesOf(db, table, 'name').filter(isMeant),
  };
}

/**
 * Every value of a column once. Of calls by leaps over their index: there are far fewer people than
 * calls with them.
 */
function valuesOf(
  db: Database,
  table: PeopleTable,
  column: 'number' | 'extension_number' | 'name',
): readonly string[] {
  const sql = table === 'call' ? leapSql(column) : distinctSql(table, column);
  return allRows<{ value: string }>(db, sql).map(({ value }) => value);
}

/** Goes from one value of an indexed column of `call` straight to the next. */
export const leapSql = (column: string): string => `
  WITH RECURSIVE known (value) AS (
    SELECT min(${column}) FROM call WHERE ${column} IS NOT NULL
    UNION ALL
    SELECT (SELECT min(${column}) FROM call WHERE ${column} > known.value) FROM known
    WHERE known.value IS NOT NULL
  )
  SELECT value FROM known WHERE value IS NOT NULL`;

const distinctSql = (table: PeopleTable, column: string): string =>
  `SELECT DISTINCT ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL`;

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])];
}
