import type { Database } from 'better-sqlite3';

/**
 * A named, synchronous piece of database work. It runs in a database worker, so input and output
 * are plain data; the name is explicit because bundlers rename functions.
 */
export type Query<Input, Output> = {
  readonly name: string;
  readonly run: (db: Database, input: Input) => Output;
};

/**
 * Work on the file as a whole (copying, checking, writing out, vacuuming): it is not wrapped in a
 * transaction and may take its time. Whatever it hands back is plain data as well.
 */
export type Upkeep<Input, Output> = {
  readonly name: string;
  readonly isUpkeep: true;
  readonly run: (db: Database, input: Input) => Output | Promise<Output>;
};

type Work = Query<never, unknown> | Upkeep<never, unknown>;

const queries = new Map<string, Work>();

/** Declares a query under a name of its own; a second one of that name is a programming error. */
export function defineQuery<Input, Output>(
  name: string,
  run: (db: Database, input: Input) => Output,
): Query<Input, Output> {
  const query = { name, run };
  add(query);
  return query;
}

/** Declares upkeep, under a name of its own among the queries. */
export function defineUpkeep<Input, Output>(
  name: string,
  run: Upkeep<Input, Output>['run'],
): Upkeep<Input, Output> {
  const upkeep = { name, isUpkeep: true, run } as const;
  add(upkeep);
  return upkeep;
}

function add(work: Work): void {
  if (queries.has(work.name)) throw new Error(`query ${work.name} is defined twice`);
  queries.set(work.name, work);
}

/** The query of that name, as a worker looks it up. */
export function findQuery(name: string): Work | undefined {
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

/** The archive as what looks after the file sees it. */
export type KeptArchive = Archive & {
  /** Runs upkeep in the keeper, a read-only connection of its own: no user's read waits for it. */
  keep<Input, Output>(upkeep: Upkeep<Input, Output>, input: Input): Promise<Output>;
  /** Runs upkeep that changes the file, in the writer: every write waits until it is done. */
  maintain<Input, Output>(upkeep: Upkeep<Input, Output>, input: Input): Promise<Output>;
};
