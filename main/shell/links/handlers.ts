import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { app } from 'electron';
import type { LinkHandlers, Log } from '../../core/ports.ts';
import type { ShellMemory } from '../shell-state.ts';
import { createLinuxHandlers } from './linux/handlers.ts';
import { createMacHandlers } from './mac.ts';
import { createWindowsHandlers } from './windows.ts';

/** How long one of the desktop's programs may take, in milliseconds. */
const patienceMs = 10_000;

/** Which program opens phone links on this system; nothing changes unless it is asked for. */
export function createLinkHandlers(options: {
  readonly memory: ShellMemory;
  /** Opens the page of the system's settings where default programs are chosen. */
  readonly openDefaultApps: () => Promise<boolean>;
  readonly log: Log;
}): LinkHandlers {
  const { memory, log } = options;
  if (process.platform === 'darwin') return createMacHandlers(app);
  if (process.platform === 'win32') {
    return createWindowsHandlers({
      app,
      program: process.execPath,
      openDefaultApps: options.openDefaultApps,
    });
  }
  return createLinuxHandlers({
    env: process.env,
    run,
    launch: {
      // Of an AppImage the program itself is in a folder that is gone after this run.
      program: process.env['APPIMAGE'] ?? process.execPath,
      args: [...(app.isPackaged ? [] : [app.getAppPath()]), ...ownFolder()],
    },
    isInstalled: app.isPackaged && process.env['APPIMAGE'] === undefined,
    before: {
      get: () => memory.get().linksBefore,
      set: (linksBefore) => memory.set({ linksBefore }),
    },
    log,
  });
}

/** Whoever has chosen a folder for Sidetone's files means it for its links too. */
function ownFolder(): readonly string[] {
  const folder = app.commandLine.getSwitchValue('user-data-dir');
  return folder === '' ? [] : [`--user-data-dir=${resolve(folder)}`];
}

/** No shell ever sees an argument. */
async function run(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, [...args], { timeout: patienceMs });
  return stdout;
}
