import type { Database } from 'better-sqlite3';
import { failure } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { failureToText } from '../db/failure-text.ts';
import { run } from '../db/statement.ts';

/** Takes texts to someone who is erased out of every batch. */
export function removeBatchRows(db: Database, numbers: readonly string[]): void {
  run(
    db,
    'DELETE FROM text_batch_row WHERE number IN (SELECT value FROM json_each(?))',
    JSON.stringify(numbers),
  );
  run(
    db,
    `DELETE FROM text_batch
     WHERE NOT EXISTS (SELECT 1 FROM text_batch_row WHERE batch_id = text_batch.id)`,
  );
}

/** Forgets batches from before an instant, with what was never accepted of them. */
export function dropBatchesBefore(db: Database, before: EpochMs): void {
  run(db, 'DELETE FROM text_batch WHERE created_at < ?', before);
}

/**
 * In a backup that takes the archive's place: what waited when it was made may have been accepted
 * since, so it goes only when the user has looked and says so.
 */
export function outdateBatches(db: Database): void {
  const outdated = failure('conflict', 'separate.outdated');
  run(
    db,
    `UPDATE text_batch_row SET state = 'refused', failure = ? WHERE state = 'waiting'`,
    failureToText(outdated),
  );
}
