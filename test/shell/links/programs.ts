import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** Whether programs of the desktop are there; a test that needs them says so when they are not. */
export function hasPrograms(...names: readonly string[]): boolean {
  const missing = names.filter((name) => !isThere(name));
  if (missing.length > 0) {
    process.stdout.write(`Not tested on the desktop: ${missing.join(', ')} not installed\n`);
  }
  return missing.length === 0;
}

function isThere(name: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
