import { existsSync, renameSync, rmSync } from 'node:fs';

/** What SQLite keeps beside a file; it may hold the newest texts. */
const sideFiles = ['-wal', '-shm', '-journal'] as const;

/** Moves a database with all that belongs to it. */
export function moveFile(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
  for (const side of sideFiles) {
    if (existsSync(from + side)) renameSync(from + side, to + side);
  }
}

/** Removes a database with all that belongs to it, or only the latter. */
export function dropFile(file: string, { keepMain = false } = {}): void {
  for (const side of sideFiles) rmSync(file + side, { force: true });
  if (!keepMain) rmSync(file, { force: true });
}

/** A free name for a file that makes room for another: `archive-replaced-2026-11-23T09-41-00.db`. */
export function nameBeside(file: string, why: string, now: number): string {
  const date = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  const stem = `${file.replace(/\.db$/, '')}-${why}-${date}`;
  let name = `${stem}.db`;
  for (let n = 2; existsSync(name); n += 1) name = `${stem}-${n}.db`;
  return name;
}
