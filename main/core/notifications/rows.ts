import type { Database } from 'better-sqlite3';
import { run } from '../db/statement.ts';

/** A call that turns out to be another one has been told of as that; again changes nothing. */
export function moveTold(db: Database, fromCallId: number, toCallId: number): void {
  run(
    db,
    `UPDATE OR REPLACE told SET row_id = ? WHERE kind = 'call' AND row_id = ?`,
    toCallId,
    fromCallId,
  );
}
