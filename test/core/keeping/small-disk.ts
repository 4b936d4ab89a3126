import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { makeFolder } from '../../db/support.ts';

/**
 * A disk with room for so many megabytes, gone when the test is over. Undefined where this user may
 * not mount one: a test then lets the error come from elsewhere.
 */
export function mountSmallDisk(megabytes: number): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = makeFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    return undefined;
  }
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}
