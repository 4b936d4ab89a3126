import {
  copyFileSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { readyForUse } from '../keeping/backups/rows.ts';
import { syncToDisk } from '../on-disk.ts';
import { dropFile, moveFile, nameBeside } from './file-moves.ts';
import { latestVersion, migrate } from './migrate.ts';
import { applicationId } from './open.ts';

/** A copy that was made of an archive before an update changed it. */
export type CopyBefore = {
  readonly file: string;
  /** The version of archive that the copy is. */
  readonly version: number;
  readonly madeAt: EpochMs;
};

/** How long a copy is kept: an update has shown by then whether it works. */
const keptMs = 30 * 24 * 60 * 60_000;

/** Some disks keep the times of files no finer than this. */
const coarseTimesMs = 2_000;

/** The latest copy of an archive that this Sidetone can read; undefined when there is none. */
export function findCopyBefore(file: string): CopyBefore | undefined {
  return copiesOf(file)
    .filter(({ version }) => version <= latestVersion())
    .toSorted((one, other) => other.version - one.version)
    .at(0);
}

/**
 * Asks the next opening of an archive to go back to its copy from before an update: this one does not
 * start with it, or it was an older Sidetone's and a newer one has changed it.
 */
export function askToGoBack(file: string): void {
  writeFileSync(markOf(file), '', { mode: 0o600 });
}

/**
 * The same, if the archive has been updated since then; false when it has not. An older copy is of an
 * update that worked: whatever fails now, going back to it would take away what was written since.
 */
export function askToUndoUpdate(file: string, since: EpochMs): boolean {
  const copy = findCopyBefore(file);
  if (copy === undefined || copy.madeAt < since - coarseTimesMs) return false;
  askToGoBack(file);
  return true;
}

/**
 * Goes back where that was asked for. The archive as it stood is kept beside the copy that takes its
 * place, and what waits in it comes over when that is opened. A copy that is of no use changes nothing.
 */
export function goBackIfAsked(file: string, now: EpochMs): void {
  const fresh = freshOf(file);
  if (!existsSync(markOf(file))) {
    // Left by a crash, with every word of the archive in it.
    if (existsSync(fresh)) dropFile(fresh);
    return;
  }
  if (existsSync(file)) {
    dropFile(fresh);
    const copy = findCopyBefore(file);
    if (copy === undefined || !isPrepared(copy, fresh, now)) {
      dropFile(fresh);
      rmSync(markOf(file), { force: true });
      return;
    }
    moveFile(file, nameBeside(file, 'replaced', now));
  }
  // A start after a crash comes here with the archive moved already, perhaps without its log: that one
  // must neither be lost nor be taken for the copy's.
  if (existsSync(fresh)) {
    const aside = lastReplaced(file);
    if (aside !== undefined) moveFile(file, aside);
    renameSync(fresh, file);
  }
  rmSync(markOf(file), { force: true });
}

/** Puts the copy back that a migration made and could not finish; what it had changed goes. */
export function undoMigration(file: string, copy: string): void {
  const fresh = freshOf(file);
  dropFile(fresh);
  copyFileSync(copy, fresh);
  syncToDisk(fresh);
  dropFile(file, { keepMain: true });
  renameSync(fresh, file);
}

/** Removes copies that no update needs any more; they hold what may have been erased since. */
export function dropOldCopies(file: string, now: EpochMs): void {
  const copies = copiesOf(file).toSorted((one, other) => other.version - one.version);
  const old = copies.filter(({ madeAt }, index) => index > 0 || madeAt < now - keptMs);
  for (const copy of old) dropFile(copy.file);
}

/** The last archive that made room for another. */
function lastReplaced(file: string): string | undefined {
  const start = `${basename(file, '.db')}-replaced-`;
  const names = readdirSync(dirname(file)).filter(
    (name) => name.startsWith(start) && name.endsWith('.db'),
  );
  const newest = names.toSorted().at(-1);
  return newest && join(dirname(file), newest);
}

function copiesOf(file: string): readonly CopyBefore[] {
  const start = `${basename(file, '.db')}-version-`;
  return readdirSync(dirname(file)).flatMap((name) => {
    const version = name.startsWith(start) ? /^(\d+)\.db$/.exec(name.slice(start.length)) : null;
    if (version === null) return [];
    const path = join(dirname(file), name);
    return [
      { file: path, version: Number(version[1]), madeAt: Math.round(statSync(path).mtimeMs) },
    ];
  });
}

/** Makes the copy fit to go on with, at another place; false when it is damaged or cannot be. */
function isPrepared(copy: CopyBefore, fresh: string, now: EpochMs): boolean {
  let db: Database | undefined;
  try {
    copyFileSync(copy.file, fresh);
    const open = (db = new Sqlite(fresh));
    if (Number(open.pragma('application_id', { simple: true })) !== applicationId) return false;
    if (open.pragma('quick_check(1)', { simple: true }) !== 'ok') return false;
    open.pragma('journal_mode = DELETE');
    const { keptAs } = migrate(open);
    if (keptAs !== undefined) dropFile(keptAs);
    open.transaction(() => readyForUse(open, copy.madeAt, now)).immediate();
  } catch {
    return false;
  } finally {
    db?.close();
  }
  syncToDisk(fresh);
  return true;
}

function markOf(file: string): string {
  return `${file}-go-back`;
}

function freshOf(file: string): string {
  return `${file}.back`;
}
