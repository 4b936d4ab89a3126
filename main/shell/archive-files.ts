import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, parse } from 'node:path';

/** What an archive is called: the first one, and those of further accounts. Never a path. */
const archiveName = /^archive(?:-[1-9]\d*)?\.db$/;

const replacedName = /^archive(?:-[1-9]\d*)?-replaced-[\dT-]+\.db$/;

export const firstArchive = 'archive.db';

export function isArchiveName(value: unknown): value is string {
  return typeof value === 'string' && archiveName.test(value);
}

export function isReplacedName(value: unknown): value is string {
  return typeof value === 'string' && replacedName.test(value);
}

/**
 * All that is made of one archive: the file, what SQLite keeps beside it, its copies from before a
 * migration, one on its way in from a backup, and predecessors that were damaged or replaced, which
 * hold the same texts and calls. Another program's file that was in its place (`-foreign-`) is not
 * ours to remove.
 */
export function filesOfArchive(folder: string, archive: string): readonly string[] {
  const stem = archive.replace(/\.db$/, '');
  const side = '(?:-wal|-shm|-journal)?';
  const own = new RegExp(
    `^${stem}(?:\\.db(?:-suspect|-go-back|(?:\\.new|\\.next|\\.back)?${side})|-incoming(?:-version-\\d+)?\\.db${side}` +
      `|-(?:version|damaged|replaced)-[\\dT-]+\\.db${side})$`,
  );
  // The archive itself first: when it cannot be removed, nothing else has been yet.
  return readdirSync(folder)
    .filter((name) => own.test(name))
    .toSorted((one, other) => Number(other === archive) - Number(one === archive));
}

/** Removes an archive with all that belongs to it. Throws at the first file that cannot be removed. */
export function removeArchive(folder: string, archive: string): void {
  for (const name of filesOfArchive(folder, archive)) rmSync(join(folder, name), { force: true });
  // What the core's media room keeps of this archive's recordings.
  rmSync(join(folder, 'media', parse(archive).name), { recursive: true, force: true });
  // Files that went, or were to go, with its texts.
  rmSync(join(folder, 'outgoing', parse(archive).name), { recursive: true, force: true });
}

const sideFiles = ['-wal', '-shm', '-journal'] as const;

/** A name for the archive that another one takes the place of; `now` in epoch milliseconds. */
export function nameReplaced(folder: string, archive: string, now: number): string {
  const date = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  const stem = `${archive.replace(/\.db$/, '')}-replaced-${date}`;
  let name = `${stem}.db`;
  for (let n = 2; existsSync(join(folder, name)); n += 1) name = `${stem}-${n}.db`;
  return name;
}

/** Brings the file that is to take an archive's place beside it, where nothing loses it any more. */
export function bringNext(folder: string, archive: string, file: string): void {
  renameSync(file, nextOf(folder, archive));
}

/** Takes that back. */
export function sendBackNext(folder: string, archive: string, file: string): void {
  const next = nextOf(folder, archive);
  if (existsSync(next)) renameSync(next, file);
}

/**
 * Lets the file beside an archive take its place; the archive is kept under the name given. Nothing
 * may have them open. Begun again after a crash, it ends what was begun.
 */
export function changePlaces(folder: string, archive: string, keptAs: string): void {
  const [open, next, aside] = [
    join(folder, archive),
    nextOf(folder, archive),
    join(folder, keptAs),
  ];
  if (!existsSync(next)) {
    // Either it is done, or there is nothing that could take the place.
    putBack(folder, archive, keptAs);
    return;
  }
  // A write-ahead log must never meet another database than its own, so it leaves first.
  for (const side of sideFiles) moveIfThere(open + side, aside + side);
  moveIfThere(open, aside);
  renameSync(next, open);
}

/** Puts an archive that had been set aside back, unless its place has been taken. */
export function putBack(folder: string, archive: string, keptAs: string): void {
  const [open, aside] = [join(folder, archive), join(folder, keptAs)];
  // Before the archive itself moved, its side files may have.
  const isTaken = existsSync(open) && existsSync(aside);
  if (isTaken) return;
  for (const side of sideFiles) moveIfThere(aside + side, open + side);
  moveIfThere(aside, open);
}

function nextOf(folder: string, archive: string): string {
  return join(folder, `${archive}.next`);
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}

/** The first name that nothing in the folder belongs to, and that is not among the `taken`. */
export function freeArchiveName(folder: string, taken: readonly string[]): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? firstArchive : `archive-${n}.db`;
    if (!taken.includes(name) && filesOfArchive(folder, name).length === 0) return name;
  }
}

/** The archive that was written to last; undefined when there is none. */
export function newestArchive(folder: string): string | undefined {
  const found = readdirSync(folder).filter(isArchiveName);
  const writtenAt = (name: string): number =>
    Math.max(...[name, `${name}-wal`].map((file) => modifiedAt(join(folder, file))));
  return found.toSorted((one, other) => writtenAt(other) - writtenAt(one))[0];
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
