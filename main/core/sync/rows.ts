import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { getRow, run } from '../db/statement.ts';
import type { UnreadableRecord } from '../ringcentral/records.ts';

/** What is kept up to date with RingCentral, each with a cursor of its own. */
export type Feed = 'messages' | 'calls' | 'contacts' | 'directory';

/** Where a feed goes on: written with the last rows of what it stands for, never before. */
export type Cursor = {
  readonly feed: Feed;
  /** Missing for a feed that is read whole every time. */
  readonly token: string | undefined;
  readonly at: EpochMs;
  /** Up to when, by RingCentral's clock, everything is in the archive. */
  readonly knownUntil?: EpochMs | undefined;
};

/** Moves a feed's cursor. Call it in the transaction that writes the rows up to it. */
export function writeCursor(db: Database, { feed, token, at, knownUntil }: Cursor): void {
  run(
    db,
    `INSERT INTO sync_cursor (feed, token, position, synced_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (feed) DO UPDATE SET token = excluded.token, position = excluded.position,
       synced_at = excluded.synced_at`,
    feed,
    token,
    knownUntil === undefined ? undefined : String(knownUntil),
    at,
  );
}

/** Keeps the id of records that could not be read, and why; one that can be read again leaves. */
export function quarantine(
  db: Database,
  feed: Feed,
  records: readonly UnreadableRecord[],
  by: {
    readonly at: EpochMs;
    /** The Sidetone that could not read it: another one tries again. */
    readonly version?: string | undefined;
  },
): void {
  for (const { id, reason } of records) {
    run(
      db,
      `INSERT INTO quarantine (feed, server_id, reason, at, version) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (feed, server_id) DO UPDATE SET reason = excluded.reason, at = excluded.at,
         version = excluded.version`,
      feed,
      id,
      reason,
      by.at,
      by.version,
    );
  }
}

/** A record has been read after all. */
export function release(db: Database, feed: Feed, serverId: string): void {
  run(db, 'DELETE FROM quarantine WHERE feed = ? AND server_id = ?', feed, serverId);
}

/** Records have been read after all; quarantine is empty nearly always, and then this costs nothing. */
export function releaseAll(db: Database, feed: Feed, serverIds: readonly string[]): void {
  if (getRow(db, 'SELECT 1 FROM quarantine WHERE feed = ? LIMIT 1', feed) === undefined) return;
  for (const serverId of serverIds) release(db, feed, serverId);
}

/**
 * Instants that outlive a restart. All but `backfill-paused` are by RingCentral's clock.
 * `told-since`: from when on something that comes in is news for a notification.
 * `calls-since`: when calls were synced first; what was missed before is no news.
 * `known`: up to when texts and calls are all in the archive.
 * `away-since`, `away-until`: the absence that the user has not been told of yet.
 */
export type SyncMark =
  'calls-since' | 'told-since' | 'known' | 'away-since' | 'away-until' | 'backfill-paused';

export function getMark(db: Database, name: SyncMark): EpochMs | undefined {
  return getRow<{ at: number }>(db, 'SELECT at FROM sync_mark WHERE name = ?', name)?.at;
}

/** Sets an instant; undefined forgets it. */
export function setMark(db: Database, name: SyncMark, at: EpochMs | undefined): void {
  if (at === undefined) run(db, 'DELETE FROM sync_mark WHERE name = ?', name);
  else run(db, 'INSERT OR REPLACE INTO sync_mark (name, at) VALUES (?, ?)', name, at);
}
