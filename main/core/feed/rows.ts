import type { Database } from 'better-sqlite3';
import { run } from '../db/statement.ts';

/** A call is over once, whichever way. */
const isSame = (other: 'told' | 'there'): string => `(${other}.type = event.type
  OR (${other}.type IN ('call.ended', 'call.missed')
    AND event.type IN ('call.ended', 'call.missed')))`;

/**
 * A call that turns out to be another one: what was told of it was told of that. What both have is
 * told once; the rest goes with the row.
 */
export function moveEvents(db: Database, fromCallId: number, toCallId: number): void {
  run(
    db,
    `DELETE FROM event WHERE subject = 'call' AND row_id = ? AND at IS NULL AND EXISTS (
       SELECT 1 FROM event AS told WHERE told.subject = 'call' AND told.row_id = ?
         AND ${isSame('told')})`,
    toCallId,
    fromCallId,
  );
  run(
    db,
    `UPDATE event SET row_id = ? WHERE subject = 'call' AND row_id = ? AND NOT EXISTS (
       SELECT 1 FROM event AS there
       WHERE there.subject = 'call' AND there.row_id = ? AND ${isSame('there')})`,
    toCallId,
    fromCallId,
    toCallId,
  );
}

/** An archive that a backup takes the place of has told what it has told: its feed does not go on. */
export function endFeed(db: Database): void {
  run(db, 'DELETE FROM event');
  run(db, 'DELETE FROM event_feed');
}
