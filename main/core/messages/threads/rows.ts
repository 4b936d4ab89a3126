import type { Database } from 'better-sqlite3';
import type { ThreadFilter } from '../../../../shared/model/history.ts';
import { firstRowIdOf } from '../../db/row-id.ts';
import { keysMatching, type WhoKeys } from '../../history/rows.ts';
import { allOf, type Narrowing } from '../../history/walk.ts';

const newest = Number.MAX_SAFE_INTEGER;

const shows: Readonly<Record<NonNullable<ThreadFilter['show']>, string | undefined>> = {
  all: undefined,
  unread: 'unread_count > 0',
  inbound: `direction = 'inbound'`,
  outbound: `direction = 'outbound'`,
  // What is not sure to have gone wants looking after as much as what failed.
  failed: `EXISTS (
      SELECT 1 FROM message AS text
      WHERE text.thread_id = thread.id AND text.status = 'failed' AND text.is_discarded = 0
    ) OR EXISTS (
      SELECT 1 FROM message AS text
      WHERE text.thread_id = thread.id AND text.status = 'unknown' AND text.is_discarded = 0
    )`,
  pinned: 'pinned_at IS NOT NULL',
  // Without the plus their indexes would also be walked for the few that are pinned.
  muted: '+muted_at IS NOT NULL',
  done: '+done_at IS NOT NULL',
};

/** What is walked in an index of its own below what is pinned. */
const indexedShows: Readonly<Partial<Record<NonNullable<ThreadFilter['show']>, string>>> = {
  muted: 'muted_at IS NOT NULL',
  done: 'done_at IS NOT NULL',
};

/**
 * The parts that a list of threads has, one below the other, each newest first: what is pinned, with
 * `unreadFirst` what is unread, and the rest. Threads that were put away are in none of them, unless
 * they are what is asked for, or someone is looked for.
 */
export function partsOf(filter: ThreadFilter, narrowing: Narrowing): readonly Narrowing[] {
  const showsDone = filter.show === 'done' || Boolean(filter.who?.trim());
  const open = showsDone ? undefined : { sql: 'done_at IS NULL', values: [] };
  const part = (...conditions: readonly string[]): Narrowing =>
    allOf([...conditions.map((sql) => ({ sql, values: [] })), open, narrowing]);
  const pinned = part('pinned_at IS NOT NULL');
  if (filter.show === 'pinned') return [pinned];
  const indexed = indexedShows[filter.show ?? 'all'];
  // With a plus it is the index of what is unread, muted or put away that is walked.
  const below = indexed === undefined ? ['pinned_at IS NULL'] : ['+pinned_at IS NULL', indexed];
  if (filter.unreadFirst !== true) return [pinned, part(...below)];
  const unread = part('+pinned_at IS NULL', 'unread_count > 0');
  if (filter.show === 'unread') return [pinned, unread];
  return [pinned, unread, part(...below, 'unread_count = 0')];
}

/** What narrows the list of threads: each part looks at one thread, none at all of its texts. */
export function threadNarrowing(filter: ThreadFilter, keys: WhoKeys | undefined): Narrowing {
  const show = shows[filter.show ?? 'all'];
  return allOf([
    show === undefined ? undefined : { sql: show, values: [] },
    withTextsBetween(filter),
    keys && withPeople(keys),
  ]);
}

/** What narrows the list of threads, whoever is meant by the words of the filter. */
export function narrowingOf(db: Database, filter: ThreadFilter = {}): Narrowing {
  const who = filter.who?.trim();
  return threadNarrowing(filter, who ? keysMatching(db, 'thread_party', who) : undefined);
}

function withTextsBetween({ from: first, until }: ThreadFilter): Narrowing | undefined {
  if (first === undefined && until === undefined) return undefined;
  return {
    sql: `last_at >= ? AND EXISTS (
      SELECT 1 FROM message AS text
      WHERE text.thread_id = thread.id AND text.id >= ? AND text.id < ? AND text.is_discarded = 0
    )`,
    values: [
      first ?? 0,
      firstRowIdOf(first ?? 0),
      until === undefined ? newest : firstRowIdOf(until),
    ],
  };
}

function withPeople(keys: WhoKeys): Narrowing {
  const among = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`;
  return {
    sql: `thread.id IN (SELECT thread_id FROM thread_party
      WHERE ${['number', 'extension_number', 'name'].map(among).join(' OR ')})`,
    values: [keys.numbers, keys.extensionNumbers, keys.names].map((values) =>
      JSON.stringify(values),
    ),
  };
}
