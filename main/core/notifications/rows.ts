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

/** What is removed leaves no trace of having been told. */
export function forgetTold(db: Database, kind: 'text' | 'call' | 'voicemail', rowId: number): void {
  run(db, 'DELETE FROM told WHERE kind = ? AND row_id = ?', kind, rowId);
}
