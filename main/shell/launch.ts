import { resolve } from 'node:path';
import { app } from 'electron';
import type { Launch } from './links/linux/desktop-entry.ts';

/** Keeps everything out of sight at a start: Sidetone begins in the tray. */
export const hiddenSwitch = 'hidden';

/** How this copy of Sidetone is started again, by the desktop or at login. */
export function thisLaunch(): Launch {
  return {
    // Of an AppImage the program itself is in a folder that is gone after this run.
    program: process.env['APPIMAGE'] ?? process.execPath,
    args: [...(app.isPackaged ? [] : [app.getAppPath()]), ...ownFolder()],
  };
}

/** Ends this process, and starts this copy of Sidetone again once it has ended. */
export function startAgain(): void {
  const { program, args } = thisLaunch();
  app.relaunch({ execPath: program, args: [...args] });
  app.quit();
}

/** Whether this start is to show nothing: told so, or begun by a Mac as its user signed in. */
export function startsHidden(): boolean {
  if (app.commandLine.hasSwitch(hiddenSwitch)) return true;
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** Whoever has chosen a folder for Sidetone's files means it for every start. */
function ownFolder(): readonly string[] {
  const folder = app.commandLine.getSwitchValue('user-data-dir');
  return folder === '' ? [] : [`--user-data-dir=${resolve(folder)}`];
}
