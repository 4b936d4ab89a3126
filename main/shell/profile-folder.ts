import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileName } from './shell-state.ts';

/** The folder of a profile, for its owner's eyes only: archive, settings and vault lie in it. */
export function prepareProfileFolder(userData: string, profile: ProfileName): string {
  const folder = join(userData, 'profiles', profile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // It may have been there before, with another mode.
  chmodSync(folder, 0o700);
  return folder;
}
