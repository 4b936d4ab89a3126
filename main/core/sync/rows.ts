import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { run } from '../db/statement.ts';
import type { UnreadableRecord } from '../ringcentral/records.ts';

/** What is kept up to date with RingCentral, each with a cursor of its own. */
export type Feed = 'messages' | 'calls' | 'contacts' | 'directory';

/** Where a feed goes on: written with the last rows of what it stands for, never before. */
export type Cursor = {
  readonly feed: Feed;
  /** Missing for a feed that is read whole every time. */
  readonly token: string | undefined;
  readonly at: EpochMs;
};

/** Moves a feed's cursor. Call it in the transaction that writes the rows up to it. */
export function writeCursor(db: Database, { feed, token, at }: Cursor): void {
  run(
    db,
    `INSERT INTO sync_cursor (feed, token, synced_at) VALUES (?, ?, ?)
     ON CONFLICT (feed) DO UPDATE SET token = excluded.token, synced_at = excluded.synced_at`,
    feed,
    token,
    at,
  );
}

/** Keeps the id of records that could not be read, and why; one that can be read again leaves. */
export function quarantine(
  db: Database,
  feed: Feed,
  records: readonly UnreadableRecord[],
  at: EpochMs,
): void {
  for (const { id, reason } of records) {
    run(
      db,
      `INSERT INTO quarantine (feed, server_id, reason, at) VALUES (?, ?, ?, ?)
       ON CONFLICT (feed, server_id) DO UPDATE SET reason = excluded.reason, at = excluded.at`,
      feed,
      id,
      reason,
      at,
    );
  }
}

/** A record has been read after all. */
export function release(db: Database, feed: Feed, serverId: string): void {
  run(db, 'DELETE FROM quarantine WHERE feed = ? AND server_id = ?', feed, serverId);
}
