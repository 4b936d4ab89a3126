import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { defineQuery } from '../../db/define-query.ts';
import { allRows } from '../../db/statement.ts';
import { keepFrom } from '../../keeping/rows.ts';
import { getMark, setMark } from '../rows.ts';
import type { BackfillFeed } from './rows.ts';

/** A stretch between two instants that the archive does not have yet. */
export type Gap = { readonly id: number; readonly from: EpochMs; readonly until: EpochMs };

/** How far one feed has come. */
export type FeedProgress = {
  readonly feed: BackfillFeed;
  readonly reachedAt: EpochMs;
  readonly oldestAt: EpochMs;
  readonly records: number;
  readonly isDone: boolean;
  /** Newest first. */
  readonly gaps: readonly Gap[];
};

export type BackfillProgress = {
  readonly isPaused: boolean;
  /** Feeds that have had their first full sync. */
  readonly feeds: readonly FeedProgress[];
};

type Row = {
  readonly feed: BackfillFeed;
  readonly reached_at: number;
  readonly oldest_at: number;
  readonly records: number;
  readonly is_done: number;
};

/** How far the archive reaches back. */
export const readProgress = defineQuery('backfill.read-progress', (db): BackfillProgress => ({
  isPaused: getMark(db, 'backfill-paused') !== undefined,
  feeds: allRows<Row>(db, 'SELECT * FROM backfill ORDER BY feed').map((row) => ({
    feed: row.feed,
    reachedAt: row.reached_at,
    oldestAt: row.oldest_at,
    records: row.records,
    // What has been dropped on purpose is not fetched again.
    isDone: row.is_done === 1 || row.reached_at <= (keepFrom(db) ?? 0),
    gaps: listGaps(db, row.feed),
  })),
}));

function listGaps(db: Database, feed: BackfillFeed): readonly Gap[] {
  return allRows<Gap>(
    db,
    `SELECT id, from_at AS "from", until_at AS "until" FROM backfill_gap WHERE feed = ?
     ORDER BY until_at DESC`,
    feed,
  );
}

/** Keeps the user's wish to have it stand still, whoever opens the archive next. */
export const setPaused = defineQuery(
  'backfill.set-paused',
  (db, input: { readonly isPaused: boolean; readonly at: EpochMs }): void =>
    setMark(db, 'backfill-paused', input.isPaused ? input.at : undefined),
);
