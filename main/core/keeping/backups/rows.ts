import type { Database } from 'better-sqlite3';
import { failure } from '../../../../shared/failure.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { failureToText } from '../../db/failure-text.ts';
import { endFeed } from '../../feed/rows.ts';
import { forgetPrograms } from '../../local-api/rows.ts';
import { outdateBatches } from '../../separate/rows.ts';
import { allRows, getRow, run } from '../../db/statement.ts';

/** What a copy must hold as many of as the archive it was made from. */
const counted = ['message', 'call', 'call_record', 'voicemail', 'note', 'contact'] as const;

/** How many rows of each kind there are. */
export function countRows(db: Database): Readonly<Record<string, number>> {
  return Object.fromEntries(
    counted.map((table) => [
      table,
      getRow<{ count: number }>(db, `SELECT count(*) AS count FROM ${table}`)?.count ?? 0,
    ]),
  );
}

/** The account that the archive was filled from, as the session wrote it down. */
export function readOwner(db: Database): string | undefined {
  const row = getRow<{ value: string }>(
    db,
    `SELECT value FROM account_fact WHERE name = 'archiveOf'`,
  );
  return row && (JSON.parse(row.value) as string);
}

/**
 * Makes a backup fit to go on with. A text that waited when it was made may have gone out since, so
 * its outcome is unknown: it is looked for, and else the user is asked, but it is never sent by
 * itself. What came in since is fetched anew: without a token a sync begins with all that it can get,
 * and leaves what lies between that and the cursor's position to the backfill.
 */
export function readyForUse(db: Database, madeAt: EpochMs, now: EpochMs): void {
  const unknown = failure('rejected', 'text.outcome-unknown', { retry: 'auto' });
  run(
    db,
    `UPDATE message SET status = 'unknown', failure = ? WHERE status IN ('queued', 'sending')`,
    failureToText(unknown),
  );
  run(db, 'DELETE FROM outbox');
  // A text for later may have gone, been changed or called off: it asks.
  run(db, `UPDATE scheduled_text SET state = 'missed' WHERE state = 'waiting'`);
  outdateBatches(db);
  // A token that has been revoked since must not open anything again.
  forgetPrograms(db);
  run(
    db,
    `UPDATE activity SET settled_at = ?, outcome = 'unknown'
     WHERE kind = 'text' AND settled_at IS NULL`,
    now,
  );
  // An erasure that was under way is another archive's: it would remove the other backups.
  run(
    db,
    `UPDATE activity SET settled_at = ?, outcome = subject, subject = '', detail = '{}'
     WHERE kind = 'erasure' AND settled_at IS NULL`,
    now,
  );
  // What other programs were told since nobody knows: they begin anew.
  endFeed(db);
  run(db, 'UPDATE sync_cursor SET token = NULL');
  run(db, `DELETE FROM account_fact WHERE name = 'isUnsettled'`);
  run(db, 'INSERT OR REPLACE INTO restoring (id, made_at) VALUES (1, ?)', madeAt);
}

/** Puts the settings into a copy that moves to another computer. */
export function writeMovedSettings(db: Database, settings: string): void {
  db.exec('CREATE TABLE moved_settings (value TEXT NOT NULL) STRICT');
  run(db, 'INSERT INTO moved_settings (value) VALUES (?)', settings);
}

/** Takes the settings out of a copy that came from another computer; undefined in a backup. */
export function takeMovedSettings(db: Database): string | undefined {
  const table = allRows(db, `SELECT 1 FROM sqlite_schema WHERE name = 'moved_settings'`);
  if (table.length === 0) return undefined;
  const row = getRow<{ value: string }>(db, 'SELECT value FROM moved_settings');
  return row?.value;
}

/** The archive itself has no such table. */
export function dropMovedSettings(db: Database): void {
  db.exec('DROP TABLE IF EXISTS moved_settings');
}
