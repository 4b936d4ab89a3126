import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';

/** Written into every archive (`SDTN`), so that another program's database is told apart. */
export const applicationId = 0x5344544e;

/** How long a statement waits for another program's lock, in milliseconds. */
const lockTimeoutMs = 2_000;
const inMemory = ':memory:';

/**
 * Opens or creates a file that is to be written; throws SqliteError. Nothing of it is changed yet,
 * for it may turn out to be another program's.
 */
export function openFile(file: string): Database {
  if (file !== inMemory) makePrivateFile(file);
  return new Sqlite(file, { timeout: lockTimeoutMs });
}

/** Sets up a connection that writes: what a commit has accepted survives a power cut. */
export function prepareWriter(db: Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
}

/** Opens an existing archive for reading; it never waits for a writer. */
export function openReader(file: string): Database {
  return new Sqlite(file, { readonly: true, fileMustExist: true, timeout: lockTimeoutMs });
}

/** Calls and texts are nobody else's business; SQLite gives its side files the same mode. */
function makePrivateFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}
