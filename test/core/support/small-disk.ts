import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { onTestFinished, vi } from 'vitest';

/** A disk that is soon full: a small file system where this process may mount one, else a limit. */
export type SmallDisk = {
  /** The worker that keeps to the limit; the product's own on a real file system. */
  readonly databaseWorker: URL;
  /** Somebody makes room. */
  grow(): void;
};

/** Puts a folder on a disk of so many kilobytes. */
export function makeSmallDisk(folder: string, kilobytes: number): SmallDisk {
  return mountSmall(folder, kilobytes) ?? limitPages(folder, kilobytes);
}

function mountSmall(folder: string, kilobytes: number): SmallDisk | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const mount = (options: string): void =>
    void execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  try {
    mount(`size=${kilobytes}k`);
  } catch {
    // A container without the right to mount.
    return undefined;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return {
    databaseWorker: new URL('../../../main/core/db/worker.ts', import.meta.url),
    grow: () => mount('remount,size=256m'),
  };
}

function limitPages(folder: string, kilobytes: number): SmallDisk {
  const file = join(folder, 'page-limit');
  const bytesPerPage = 4_096;
  const limit = (pages: number): void => writeFileSync(file, String(pages));
  vi.stubEnv('PAGE_LIMIT_FILE', file);
  limit(Math.floor((kilobytes * 1_024) / bytesPerPage));
  return {
    databaseWorker: new URL('./limited-worker.ts', import.meta.url),
    grow: () => limit(65_536),
  };
}
