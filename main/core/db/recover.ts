import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Notice } from '../../../shared/model/app.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { saysDamaged } from './errors.ts';
import { latestVersion, migrate, versionOf } from './migrate.ts';
import { applicationId, openFile, prepareWriter } from './open.ts';
import { getRow, insert } from './statement.ts';
import { readWaitingTexts, writeWaitingTexts, type WaitingText } from './waiting-texts.ts';

/** Files up to this size are checked whole at every start; it takes about a tenth of a second. */
const checkedAtStartBytes = 32 * 1024 * 1024;
const sideFiles = ['-wal', '-shm'] as const;

type Trouble = 'damaged' | 'foreign' | 'newer';

/**
 * Opens the archive and brings it to the latest version. A file that is damaged, another
 * program's, or written by a newer Sidetone is moved aside with the date in its name, a fresh one
 * takes its place, and a Notice in it says where the old one is. Throws what no fresh file would
 * mend: a locked file, a full disk, a folder that cannot be written.
 */
export function openOrRecover(file: string, now: EpochMs): Database {
  let db: Database | undefined;
  let trouble: Trouble | undefined;
  try {
    db = openFile(file);
    trouble = examine(db, file);
    if (trouble === undefined) return prepare(db);
  } catch (error) {
    if (!saysDamaged(error)) {
      db?.close();
      throw error;
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
  if (versionOf(db) > latestVersion()) return 'newer';
  const suspect = existsSync(suspectMark(file));
  if (!suspect && statSync(file).size > checkedAtStartBytes) return undefined;
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') return 'damaged';
  rmSync(suspectMark(file), { force: true });
  return undefined;
}

function isEmpty(db: Database): boolean {
  return getRow(db, 'SELECT 1 FROM sqlite_schema LIMIT 1') === undefined;
}

function startAfresh(file: string, trouble: Trouble, now: EpochMs): Database {
  const aside = moveAside(file, trouble, now);
  // The texts of a newer archive stay where they are: it is whole, the newer Sidetone will open it
  // again and send them, and then they would go out twice.
  const texts = trouble === 'damaged' ? readWaitingTexts(aside) : [];
  const db = prepare(openFile(file));
  db.transaction(() => record(db, { trouble, aside, texts, now })).immediate();
  return db;
}

type Recovery = {
  readonly trouble: Trouble;
  readonly aside: string;
  readonly texts: readonly WaitingText[];
  readonly now: EpochMs;
};

function record(db: Database, { trouble, aside, texts, now }: Recovery): void {
  writeWaitingTexts(db, texts, now);
  const message: Notice['message'] = `archive-${trouble}`;
  insert(
    db,
    'INSERT INTO notice (id, at, message, params) VALUES (?, ?, ?, ?)',
    `${message}-${now}`,
    now,
    message,
    JSON.stringify({ keptAs: basename(aside), carriedOver: texts.length }),
  );
}

/** The write-ahead log goes along: it may hold the newest texts. */
function moveAside(file: string, trouble: Trouble, now: EpochMs): string {
  const date = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  const stem = `${file.replace(/\.db$/, '')}-${trouble}-${date}`;
  let aside = `${stem}.db`;
  for (let n = 2; existsSync(aside); n += 1) aside = `${stem}-${n}.db`;
  renameSync(file, aside);
  for (const side of sideFiles) {
    if (existsSync(file + side)) renameSync(file + side, aside + side);
  }
  rmSync(suspectMark(file), { force: true });
  return aside;
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
