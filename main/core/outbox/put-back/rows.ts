import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { run } from '../../db/statement.ts';

/** How long a text is held at most: the settings allow no more. */
export const longestHoldMs = 10_000;
/** The longest pause between two attempts at one text. */
const longestPauseMs = 75_000;

/**
 * A clock that was put back would keep texts waiting until it catches up. More than any wait is
 * left of those then: they are due now, and what was held is held anew, so that none goes before
 * its time to be taken back is over.
 */
export function moveUp(db: Database, now: EpochMs): void {
  run(
    db,
    'UPDATE outbox SET due_at = ? WHERE held_until IS NULL AND due_at > ?',
    now,
    now + longestPauseMs,
  );
  const holdEnd = now + longestHoldMs;
  run(
    db,
    'UPDATE outbox SET held_until = ?, due_at = ? WHERE held_until > ?',
    holdEnd,
    holdEnd,
    holdEnd,
  );
}
