import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What an archive is called: the first one, and those of further accounts. Never a path. */
const archiveName = /^archive(?:-[1-9]\d*)?\.db$/;

export const firstArchive = 'archive.db';

export function isArchiveName(value: unknown): value is string {
  return typeof value === 'string' && archiveName.test(value);
}

/**
 * All that the core's database room makes of one archive: the file, what SQLite keeps beside it, its
 * copies from before a migration, and damaged predecessors that were set aside, which hold the same
 * texts and calls. Another program's file that was in its place (`-foreign-`) is not ours to remove.
 */
export function filesOfArchive(folder: string, archive: string): readonly string[] {
  const stem = archive.replace(/\.db$/, '');
  const side = '(?:-wal|-shm|-journal)?';
  const own = new RegExp(
    `^${stem}(?:\\.db(?:-suspect|(?:\\.new)?${side})|-(?:version|damaged)-[\\dT-]+\\.db${side})$`,
  );
  // The archive itself first: when it cannot be removed, nothing else has been yet.
  return readdirSync(folder)
    .filter((name) => own.test(name))
    .toSorted((one, other) => Number(other === archive) - Number(one === archive));
}

/** Removes an archive with all that belongs to it. Throws at the first file that cannot be removed. */
export function removeArchive(folder: string, archive: string): void {
  for (const name of filesOfArchive(folder, archive)) rmSync(join(folder, name), { force: true });
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
