import Sqlite, { type Database } from 'better-sqlite3';

/** Reads from an archive that is damaged or has been replaced: nothing where it cannot be read. */
export function fromFile<T>(file: string, read: (db: Database) => readonly T[]): readonly T[] {
  let db: Database | undefined;
  try {
    db = new Sqlite(file, { readonly: true, fileMustExist: true });
    // Lets a file be read whose length does not match its header.
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    return read(db);
  } catch {
    return [];
  } finally {
    db?.close();
  }
}

/** A row that cannot be read is as good as none. */
export function attempt<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
