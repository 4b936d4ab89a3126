import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Notice } from '../../../shared/model/app.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { readBatches, writeBatches, type CarriedBatch } from './batches.ts';
import { ArchiveNewer, ArchiveNotUpdated, saysDamaged } from './errors.ts';
import { dropFile, moveFile, nameBeside } from './file-moves.ts';
import { finishRestore } from './finish-restore.ts';
import { dropOldCopies, goBackIfAsked, undoMigration } from './go-back.ts';
import { latestVersion, migrate, MigrationFailed, versionOf } from './migrate.ts';
import { applicationId, openFile, prepareWriter } from './open.ts';
import { getRow, insert } from './statement.ts';
import { readScheduledTexts, writeScheduledTexts, type ScheduledText } from './scheduled-texts.ts';
import { readWaitingTexts, writeWaitingTexts, type WaitingText } from './waiting-texts.ts';

/** Files up to this size are checked whole at every start; it takes about a tenth of a second. */
const checkedAtStartBytes = 32 * 1024 * 1024;
type Trouble = 'damaged' | 'foreign';

/**
 * Opens the archive and brings it to the latest version. A file that is damaged or another
 * program's is moved aside with the date in its name, a fresh one takes its place, and a Notice in
 * it says where the old one is. An update that fails leaves the archive as it was before. Throws what
 * no fresh file would mend: a locked file, a full disk, a folder that cannot be written, an archive of a
 * newer Sidetone.
 */
export function openOrRecover(file: string, now: EpochMs): Database {
  finishRecovery(file);
  goBackIfAsked(file, now);
  let db: Database | undefined;
  let trouble: Trouble | undefined;
  try {
    db = openFile(file);
    trouble = examine(db, file);
    if (trouble === undefined) {
      prepare(db);
      finishRestore(db, file, now);
      dropOldCopies(file, now);
      return db;
    }
  } catch (error) {
    const cause = error instanceof MigrationFailed ? error.cause : error;
    if (!saysDamaged(cause)) {
      db?.close();
      if (error instanceof MigrationFailed && error.keptAs !== undefined) {
        undoMigration(file, error.keptAs);
        throw new ArchiveNotUpdated(cause);
      }
      throw cause;
    }
    trouble = 'damaged';
  }
  closeQuietly(db);
  return startAfresh(file, trouble, now);
}

/** Remembers that SQLite met damage while running, so that the next start looks at every page. */
export function markSuspect(file: string): void {
  writeFileSync(suspectMark(file), '', { mode: 0o600 });
}

function prepare(db: Database): Database {
  prepareWriter(db);
  migrate(db);
  return db;
}

function examine(db: Database, file: string): Trouble | undefined {
  const written = Number(db.pragma('application_id', { simple: true }));
  if (written !== applicationId) return isEmpty(db) ? undefined : 'foreign';
  if (versionOf(db) > latestVersion()) throw new ArchiveNewer();
  const suspect = existsSync(suspectMark(file));
  if (!suspect && statSync(file).size > checkedAtStartBytes) return undefined;
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') return 'damaged';
  rmSync(suspectMark(file), { force: true });
  return undefined;
}

function isEmpty(db: Database): boolean {
  return getRow(db, 'SELECT 1 FROM sqlite_schema LIMIT 1') === undefined;
}

/**
 * The fresh file is whole before the old one moves, so that at any moment one of them holds the
 * waiting texts; a start after a crash goes on from there.
 */
function startAfresh(file: string, trouble: Trouble, now: EpochMs): Database {
  const aside = nameBeside(file, trouble, now);
  const texts = trouble === 'damaged' ? readWaitingTexts(file) : [];
  const scheduled = trouble === 'damaged' ? readScheduledTexts(file) : [];
  const batches = trouble === 'damaged' ? readBatches(file) : [];
  const fresh = freshOf(file);
  dropFile(fresh);
  const db = openFile(fresh);
  try {
    prepare(db);
    const recovery = { trouble, aside, texts, scheduled, batches, now };
    db.transaction(() => record(db, recovery)).immediate();
  } finally {
    db.close();
  }
  changePlaces(file, aside);
  return prepare(openFile(file));
}

/**
 * Ends a recovery that an earlier start did not: with the old file moved, the fresh one takes its
 * place; with the old one still there, it is judged anew.
 */
function finishRecovery(file: string): void {
  const fresh = freshOf(file);
  if (!existsSync(fresh)) return;
  const keptAs = existsSync(file) ? undefined : readKeptAs(fresh);
  if (keptAs === undefined) dropFile(fresh);
  else changePlaces(file, join(dirname(file), keptAs));
}

/** Where a fresh file says that the old one went; undefined for one that was not completed. */
function readKeptAs(fresh: string): string | undefined {
  const db = openFile(fresh);
  try {
    if (isEmpty(db)) return undefined;
    const row = getRow<{ name: string }>(db, `SELECT params ->> 'keptAs' AS name FROM notice`);
    return row?.name;
  } catch (error) {
    if (saysDamaged(error)) return undefined;
    throw error;
  } finally {
    db.close();
  }
}

function changePlaces(file: string, aside: string): void {
  moveFile(file, aside);
  renameSync(freshOf(file), file);
  rmSync(suspectMark(file), { force: true });
}

type Recovery = {
  readonly trouble: Trouble;
  readonly aside: string;
  readonly texts: readonly WaitingText[];
  readonly scheduled: readonly ScheduledText[];
  readonly batches: readonly CarriedBatch[];
  readonly now: EpochMs;
};

function record(db: Database, recovery: Recovery): void {
  const { trouble, aside, texts, scheduled, now } = recovery;
  writeWaitingTexts(db, texts, now);
  writeScheduledTexts(db, scheduled);
  writeBatches(db, recovery.batches);
  const message: Notice['message'] = `archive-${trouble}`;
  const carriedOver = texts.filter(({ job }) => job !== undefined).length + scheduled.length;
  insert(
    db,
    'INSERT INTO notice (id, at, message, params) VALUES (?, ?, ?, ?)',
    `${message}-${now}`,
    now,
    message,
    JSON.stringify({ keptAs: basename(aside), carriedOver }),
  );
}

function freshOf(file: string): string {
  return `${file}.new`;
}

function suspectMark(file: string): string {
  return `${file}-suspect`;
}

function closeQuietly(db: Database | undefined): void {
  try {
    db?.close();
  } catch {
    // A damaged file may not even close; it is moved aside all the same.
  }
}
