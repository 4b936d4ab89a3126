import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { UpdateEngine } from './updater.ts';

/** The way to electron-updater, in copies that an installer of ours has put here. */
export function updateEngine(): (() => Promise<UpdateEngine>) | undefined {
  if (!app.isPackaged || !canReplaceItself(process.platform)) return undefined;
  return async () => {
    // CommonJS, and its `autoUpdater` makes itself when it is first asked for.
    const { default: library } = await import('electron-updater');
    return library.autoUpdater;
  };
}

function canReplaceItself(platform: NodeJS.Platform): boolean {
  if (platform !== 'linux') return true;
  // An AppImage names itself; the others leave a note of which package they are.
  return (
    process.env['APPIMAGE'] !== undefined || existsSync(join(process.resourcesPath, 'package-type'))
  );
}
