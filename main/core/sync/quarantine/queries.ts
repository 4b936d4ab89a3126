import { defineQuery } from '../../db/define-query.ts';
import { allRows, run } from '../../db/statement.ts';
import type { BackfillFeed } from '../backfill/rows.ts';

/** Records of a feed that another version of Sidetone could not read, newest first. */
export const listStale = defineQuery(
  'quarantine.list-stale',
  (db, input: { readonly feed: BackfillFeed; readonly version: string }): readonly string[] =>
    allRows<{ server_id: string }>(
      db,
      `SELECT server_id FROM quarantine
       WHERE feed = ? AND (version IS NULL OR version <> ?) AND server_id <> '(no id)'
       ORDER BY at DESC`,
      input.feed,
      input.version,
    ).map(({ server_id: id }) => id),
);

/** It could not be read by this version either, or, with `isGone`, there is nothing to read. */
export const settleStale = defineQuery(
  'quarantine.settle-stale',
  (
    db,
    input: {
      readonly feed: BackfillFeed;
      readonly id: string;
      readonly version: string;
      readonly isGone: boolean;
    },
  ): void => {
    const { feed, id, version, isGone } = input;
    if (isGone) run(db, 'DELETE FROM quarantine WHERE feed = ? AND server_id = ?', feed, id);
    else {
      run(
        db,
        'UPDATE quarantine SET version = ? WHERE feed = ? AND server_id = ?',
        version,
        feed,
        id,
      );
    }
  },
);
