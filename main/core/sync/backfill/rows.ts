import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { allRows, getRow, insert, run } from '../../db/statement.ts';

/** What has a history at RingCentral that can be read window by window. */
export type BackfillFeed = 'messages' | 'calls';

/** Progress of a backfill, written in the transaction of the last records it speaks of. */
export type BackfillStep =
  /** A full sync came through: it brought everything from `coveredFrom` on. */
  | {
      readonly kind: 'read-whole';
      readonly feed: BackfillFeed;
      readonly coveredFrom: EpochMs;
      /** The oldest record it brought, or when there was none the time of looking. */
      readonly oldestAt: EpochMs;
      /** Everything up to here had come before; undefined at the very first sync. */
      readonly knownUntil: EpochMs | undefined;
    }
  /** A window of the past has been read whole. */
  | {
      readonly kind: 'reached';
      readonly feed: BackfillFeed;
      readonly reachedAt: EpochMs;
      readonly oldestAt: EpochMs | undefined;
      readonly records: number;
      readonly isDone: boolean;
    }
  /** A window of a gap has been read whole, newest first: the gap now ends where that began. */
  | {
      readonly kind: 'narrowed';
      readonly gapId: number;
      /** As the gap was when the window was begun. */
      readonly gap: { readonly from: EpochMs; readonly until: EpochMs };
      readonly until: EpochMs;
    };

/** Writes steps down; each may come again after a crash and changes nothing then. */
export function writeSteps(db: Database, steps: readonly BackfillStep[]): void {
  for (const step of steps) {
    if (step.kind === 'read-whole') noteWhole(db, step);
    else if (step.kind === 'reached') noteReached(db, step);
    else narrowGap(db, step);
  }
}

type Whole = Extract<BackfillStep, { kind: 'read-whole' }>;

/** Begins the backfill where the first sync ended; later ones may leave a gap behind. */
function noteWhole(db: Database, { feed, coveredFrom, oldestAt, knownUntil }: Whole): void {
  const before = getRow<{ reached_at: number }>(
    db,
    'SELECT reached_at FROM backfill WHERE feed = ?',
    feed,
  );
  if (before === undefined) {
    insert(
      db,
      'INSERT INTO backfill (feed, reached_at, oldest_at) VALUES (?, ?, ?)',
      feed,
      coveredFrom,
      oldestAt,
    );
    return;
  }
  const from = Math.max(knownUntil ?? before.reached_at, before.reached_at);
  if (from < coveredFrom) addGap(db, feed, { from, until: coveredFrom });
}

/** Gaps that touch become one, so that a token that never holds does not pile them up. */
function addGap(
  db: Database,
  feed: BackfillFeed,
  gap: { readonly from: EpochMs; readonly until: EpochMs },
): void {
  const touching = [feed, gap.until, gap.from];
  const others = allRows<{ from_at: number; until_at: number }>(
    db,
    'SELECT from_at, until_at FROM backfill_gap WHERE feed = ? AND from_at <= ? AND until_at >= ?',
    ...touching,
  );
  run(
    db,
    'DELETE FROM backfill_gap WHERE feed = ? AND from_at <= ? AND until_at >= ?',
    ...touching,
  );
  insert(
    db,
    'INSERT INTO backfill_gap (feed, from_at, until_at) VALUES (?, ?, ?)',
    feed,
    Math.min(gap.from, ...others.map(({ from_at: from }) => from)),
    Math.max(gap.until, ...others.map(({ until_at: until }) => until)),
  );
}

function noteReached(db: Database, step: Extract<BackfillStep, { kind: 'reached' }>): void {
  run(
    db,
    `UPDATE backfill SET reached_at = min(reached_at, ?), oldest_at = min(oldest_at, ?),
       records = records + ?, is_done = max(is_done, ?)
     WHERE feed = ?`,
    step.reachedAt,
    step.oldestAt ?? Number.MAX_SAFE_INTEGER,
    step.records,
    step.isDone ? 1 : 0,
    step.feed,
  );
}

/**
 * Only the gap that was read: a full sync meanwhile may have put a longer one in its place, which
 * may even have got its id.
 */
function narrowGap(
  db: Database,
  { gapId, gap, until }: Extract<BackfillStep, { kind: 'narrowed' }>,
): void {
  run(
    db,
    'UPDATE backfill_gap SET until_at = ? WHERE id = ? AND from_at = ? AND until_at = ?',
    until,
    gapId,
    gap.from,
    gap.until,
  );
  run(db, 'DELETE FROM backfill_gap WHERE id = ? AND until_at <= from_at', gapId);
}
