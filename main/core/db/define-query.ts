import type { Database } from 'better-sqlite3';

/**
 * A named, synchronous piece of database work. It runs in a database worker, so input and output
 * are plain data; the name is explicit because bundlers rename functions.
 */
export type Query<Input, Output> = {
  readonly name: string;
  readonly run: (db: Database, input: Input) => Output;
};

const queries = new Map<string, Query<never, unknown>>();

/** Declares a query under a name of its own; a second one of that name is a programming error. */
export function defineQuery<Input, Output>(
  name: string,
  run: (db: Database, input: Input) => Output,
): Query<Input, Output> {
  if (queries.has(name)) throw new Error(`query ${name} is defined twice`);
  const query = { name, run };
  queries.set(name, query);
  return query;
}

/** The query of that name, as a worker looks it up. */
export function findQuery(name: string): Query<never, unknown> | undefined {
  return queries.get(name);
}

/** User work goes before background work; both in the order they came. */
export type Priority = 'user' | 'background';

/** The archive as the features see it. Queries run off the main thread. */
export type Archive = {
  /** Runs in the read-only worker, beside any write. */
  read<Input, Output>(query: Query<Input, Output>, input: Input): Promise<Output>;
  /** Runs in the writer, in one transaction: all of it is on disk when this resolves, or none. */
  write<Input, Output>(
    query: Query<Input, Output>,
    input: Input,
    priority?: Priority,
  ): Promise<Output>;
  close(): Promise<void>;
};
