import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileName } from './shell-state.ts';

/** Anything of a mode that lets the group or others in. */
const ofOthers = 0o077;

/** The folder of a profile, for its owner's eyes only: archive, settings and vault lie in it. */
export function prepareProfileFolder(userData: string, profile: ProfileName): string {
  const folder = join(userData, 'profiles', profile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  keepToUser(folder);
  return folder;
}

/**
 * Closes a folder to everybody but its owner. One that was open to others (a copy, a restored backup, a
 * folder made by hand) is closed with all that lies in it; what cannot be changed stays as it is. On
 * Windows the folder has the rights of the user's own above it, and this changes nothing.
 */
export function keepToUser(folder: string): void {
  if (process.platform === 'win32') return;
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined || (stats.mode & ofOthers) === 0) return;
  // From the outside in: nobody gets at what lies in it while the rest is being closed.
  narrow(folder, 0o700);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    // The target of a link may be no file of ours.
    if (entry.isSymbolicLink()) continue;
    narrow(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
  }
}

function narrow(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch {
    // Somebody else's, or gone: the folder around it is closed.
  }
}
