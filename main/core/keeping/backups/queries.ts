import { closeSync, openSync, rmSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { defineQuery, defineUpkeep } from '../../db/define-query.ts';
import { saysDamaged } from '../../db/errors.ts';
import { latestVersion, migrate, versionOf } from '../../db/migrate.ts';
import { applicationId } from '../../db/open.ts';
import { syncToDisk } from '../../on-disk.ts';
import {
  countRows,
  dropMovedSettings,
  readOwner,
  readyForUse,
  takeMovedSettings,
  writeMovedSettings,
} from './rows.ts';

/** Pages copied before the thread looks up: 8 MB, some milliseconds. */
const pagesAtOnce = 2_048;

/** What is wrong with a file that was to be an archive of ours, or nothing. */
export type Flaw = 'damaged' | 'foreign' | 'newer';

/** Whose archive this is; undefined until someone has signed in. */
export const getOwner = defineQuery('backups.get-owner', (db): string | undefined => readOwner(db));

/**
 * Copies the archive as it is at this instant to a file that must not be there yet, and checks the
 * copy. The transaction holds the snapshot: SQLite would begin its online backup anew with every
 * write of another connection, and never end on a busy day. Answers whether the copy is sound.
 */
export const writeCopy = defineUpkeep(
  'backups.write-copy',
  async (
    db,
    input: {
      readonly file: string;
      /** Settings to go along, as JSON, for a copy that moves to another computer. */
      readonly settings?: string | undefined;
    },
  ): Promise<boolean> => {
    const { file, settings } = input;
    const expected = await copySnapshot(db, file);
    const copy = new Sqlite(file);
    try {
      // One file with nothing beside it, wherever it is carried.
      copy.pragma('journal_mode = DELETE');
      if (settings !== undefined) writeMovedSettings(copy, settings);
      if (findFlaw(copy) !== undefined) return false;
      const found = countRows(copy);
      return Object.entries(expected).every(([table, count]) => found[table] === count);
    } catch (error) {
      if (saysDamaged(error)) return false;
      throw error;
    } finally {
      copy.close();
      syncToDisk(file);
    }
  },
);

/** What became of taking a file in. */
export type Prepared =
  | { readonly flaw: Flaw | 'other-account' }
  | { readonly flaw: undefined; readonly settings: string | undefined };

/**
 * Copies a backup to a file in the profile, checks it, brings it to the latest version and makes it
 * fit to go on with. The backup is only read.
 */
export const prepareCopy = defineUpkeep(
  'backups.prepare-copy',
  async (
    _db,
    input: {
      readonly from: string;
      readonly to: string;
      /** The account that the archive must be of. */
      readonly owner: string | undefined;
      readonly madeAt: EpochMs;
      readonly now: EpochMs;
    },
  ): Promise<Prepared> => {
    const { from, to, owner, madeAt, now } = input;
    try {
      await copyFile(from, to);
      const copy = new Sqlite(to);
      try {
        const flaw = findFlaw(copy) ?? (isOf(readOwner(copy), owner) ? undefined : 'other-account');
        return flaw === undefined ? { flaw, settings: makeReady(copy, madeAt, now) } : { flaw };
      } finally {
        copy.close();
        syncToDisk(to);
      }
    } catch (error) {
      // Of the copy and not of the archive that is open, which nobody is to suspect.
      if (isCode(error, 'SQLITE_NOTADB')) return { flaw: 'foreign' };
      if (saysDamaged(error)) return { flaw: 'damaged' };
      throw error;
    }
  },
);

async function copySnapshot(db: Database, file: string): Promise<ReturnType<typeof countRows>> {
  makePrivate(file);
  db.exec('BEGIN');
  try {
    const counts = countRows(db);
    await db.backup(file, { progress: () => pagesAtOnce });
    return counts;
  } finally {
    if (db.open) db.exec('COMMIT');
  }
}

/** Through SQLite, so that what is still in a write-ahead log comes along. */
async function copyFile(from: string, to: string): Promise<void> {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(to + end, { force: true });
  makePrivate(to);
  const source = new Sqlite(from, { readonly: true, fileMustExist: true });
  try {
    await source.backup(to, { progress: () => pagesAtOnce });
  } finally {
    source.close();
  }
}

function makeReady(copy: Database, madeAt: EpochMs, now: EpochMs): string | undefined {
  copy.pragma('journal_mode = DELETE');
  const settings = takeMovedSettings(copy);
  dropMovedSettings(copy);
  const { keptAs } = migrate(copy);
  if (keptAs !== undefined) rmSync(keptAs, { force: true });
  copy.transaction(() => readyForUse(copy, madeAt, now))();
  return settings;
}

function findFlaw(db: Database): Flaw | undefined {
  if (Number(db.pragma('application_id', { simple: true })) !== applicationId) return 'foreign';
  if (versionOf(db) > latestVersion()) return 'newer';
  return db.pragma('integrity_check(1)', { simple: true }) === 'ok' ? undefined : 'damaged';
}

/** Archives of an older Sidetone name the extension alone; there was one server then. */
function isOf(found: string | undefined, owner: string | undefined): boolean {
  if (found === owner) return true;
  return owner !== undefined && found !== undefined && !found.includes('/')
    ? owner.endsWith(`/${found}`)
    : false;
}

function makePrivate(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
}

function isCode(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code;
}
