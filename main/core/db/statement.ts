import type { Database, Statement } from 'better-sqlite3';

const prepared = new WeakMap<Database, Map<string, Statement>>();

/** The statement for this text, compiled once per connection. */
export function statement(db: Database, sql: string): Statement {
  let known = prepared.get(db);
  if (known === undefined) {
    known = new Map();
    prepared.set(db, known);
  }
  let found = known.get(sql);
  if (found === undefined) {
    found = db.prepare(sql);
    known.set(sql, found);
  }
  return found;
}

/** The first row, or undefined. The caller names the columns it selected. */
export function getRow<Row>(db: Database, sql: string, ...values: unknown[]): Row | undefined {
  return statement(db, sql).get(...values) as Row | undefined;
}

/** All rows. */
export function allRows<Row>(db: Database, sql: string, ...values: unknown[]): readonly Row[] {
  return statement(db, sql).all(...values) as Row[];
}

/** Changes rows; answers how many. `undefined` is bound as NULL. */
export function run(db: Database, sql: string, ...values: unknown[]): number {
  return statement(db, sql).run(...values.map((value) => value ?? null)).changes;
}

/** Inserts a row; answers its row id. `undefined` is bound as NULL. */
export function insert(db: Database, sql: string, ...values: unknown[]): number {
  const bound = values.map((value) => value ?? null);
  return Number(statement(db, sql).run(...bound).lastInsertRowid);
}
