import Sqlite, { type Database } from 'better-sqlite3';
import type { SimulatorAccount } from '../../../../simulator/server.ts';

/** What a process told that it had accepted, each as `kind mark`. */
export type Accepted = readonly string[];

const tables: Readonly<Record<string, string>> = {
  note: 'SELECT count(*) FROM note WHERE body = ?',
  'follow-up': 'SELECT count(*) FROM follow_up WHERE body = ?',
  contact: 'SELECT count(*) FROM contact WHERE first_name = ?',
};

/**
 * Looks at the archive of a process that is dead, against what RingCentral holds and what the
 * process had accepted. Answers what is wrong, in words; nothing when all is well.
 */
export function judge(
  file: string,
  account: SimulatorAccount,
  accepted: Accepted,
): readonly string[] {
  const db = new Sqlite(file);
  try {
    return [
      ...judgeFile(db),
      ...judgeAccepted(db, accepted),
      ...judgeCalls(db),
      ...feeds.flatMap((feed) => judgeFeed(db, feed, account)),
    ];
  } finally {
    db.close();
  }
}

function judgeFile(db: Database): readonly string[] {
  const integrity = db.pragma('integrity_check', { simple: true });
  const references = db.pragma('foreign_key_check') as readonly unknown[];
  return [
    ...(integrity === 'ok' ? [] : [`integrity_check: ${String(integrity)}`]),
    ...(references.length === 0 ? [] : [`foreign_key_check: ${references.length} rows`]),
    ...searchTables(db).flatMap((table) => judgeSearch(db, table)),
  ];
}

function searchTables(db: Database): readonly string[] {
  return db
    .prepare(`SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'`)
    .pluck()
    .all() as string[];
}

/** With rank 1, FTS5 compares the index with the rows that it indexes. */
function judgeSearch(db: Database, table: string): readonly string[] {
  try {
    db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`).run();
    return [];
  } catch (error) {
    return [`${table}: ${String(error)}`];
  }
}

function judgeAccepted(db: Database, accepted: Accepted): readonly string[] {
  return accepted.flatMap((line) => {
    const [kind = '', mark] = line.split(' ');
    const count = db
      .prepare(tables[kind] ?? '')
      .pluck()
      .get(mark);
    return count === 1 ? [] : [`${line} is there ${String(count)} times`];
  });
}

/** A call that nobody placed here and that has no record would be one too many. */
function judgeCalls(db: Database): readonly string[] {
  const count = (sql: string): number => Number(db.prepare(sql).pluck().get());
  const orphans = count(`SELECT count(*) FROM call WHERE local_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM call_record WHERE call_id = call.id)`);
  const crowded = count(`SELECT count(*) FROM (
    SELECT call_id FROM call_record GROUP BY call_id HAVING count(*) > 2)`);
  return [
    ...(orphans === 0 ? [] : [`${orphans} calls have no record`]),
    ...(crowded === 0 ? [] : [`${crowded} calls have more than two records`]),
  ];
}

type Held = { readonly id: string; readonly createdAt: number; readonly modifiedAt: number };

function toHeld(id: string, createdAt: number, modifiedAt: number): Held {
  return { id, createdAt, modifiedAt };
}

type FeedRules = {
  readonly name: 'messages' | 'calls';
  readonly listed: (account: SimulatorAccount) => readonly Held[];
  readonly stored: string;
};

const feeds: readonly FeedRules[] = [
  {
    name: 'messages',
    listed: ({ messages }) =>
      messages
        .filter(({ type, availability }) => type === 'SMS' && availability === 'Alive')
        .map(({ id, createdAt, modifiedAt }) => toHeld(String(id), createdAt, modifiedAt)),
    stored: 'SELECT server_id FROM message WHERE server_id IS NOT NULL',
  },
  {
    name: 'calls',
    listed: ({ calls }) =>
      calls
        .filter(({ deleted, listedAt }) => deleted !== true && listedAt !== undefined)
        .map((call) => toHeld(call.id, call.startedAt, call.listedAt ?? 0)),
    stored: 'SELECT server_id FROM call_record',
  },
];

/** Neither the cursor nor the backfill may say that something is here which is not. */
function judgeFeed(
  db: Database,
  { name, listed, stored }: FeedRules,
  account: SimulatorAccount,
): readonly string[] {
  const ids = db.prepare(stored).pluck().all() as readonly string[];
  const here = new Set(ids);
  const held = listed(account);
  const known = new Set(held.map(({ id }) => id));
  const foreign = ids.filter((id) => !known.has(id));
  const reach = readReach(db, name);
  const missing = held.filter(({ id, createdAt, modifiedAt }) => {
    if (!reach || here.has(id) || createdAt < reach.reachedAt) return false;
    if (modifiedAt > reach.cursorAt) return false;
    return !reach.gaps.some(({ from, until }) => createdAt >= from && createdAt <= until);
  });
  return [
    ...(foreign.length === 0 ? [] : [`${name}: ${foreign.length} rows the server does not have`]),
    ...(missing.length === 0 ? [] : [`${name}: the cursor is ahead of ${missing.length} records`]),
  ];
}

type Reach = {
  readonly reachedAt: number;
  readonly cursorAt: number;
  readonly gaps: readonly { readonly from: number; readonly until: number }[];
};

/** What the archive says that it has; undefined before its first cursor. */
function readReach(db: Database, feed: string): Reach | undefined {
  const token = db.prepare('SELECT token FROM sync_cursor WHERE feed = ?').pluck().get(feed);
  const reachedAt = db.prepare('SELECT reached_at FROM backfill WHERE feed = ?').pluck().get(feed);
  if (typeof token !== 'string' || typeof reachedAt !== 'number') return undefined;
  const { time } = JSON.parse(Buffer.from(token, 'base64url').toString()) as { time: number };
  const gaps = db
    .prepare('SELECT from_at AS "from", until_at AS until FROM backfill_gap WHERE feed = ?')
    .all(feed) as Reach['gaps'];
  return { reachedAt, cursorAt: time, gaps };
}

/** Whether everything RingCentral has is in the archive: what must be so in the end. */
export function judgeWhole(file: string, account: SimulatorAccount): readonly string[] {
  const db = new Sqlite(file, { readonly: true });
  try {
    return feeds.flatMap(({ name, listed, stored }) => {
      const here = new Set(db.prepare(stored).pluck().all() as readonly string[]);
      const missing = listed(account).filter(({ id }) => !here.has(id));
      return missing.length === 0 ? [] : [`${name}: ${missing.length} records never came`];
    });
  } finally {
    db.close();
  }
}
