import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { app } from 'electron';
import type { LinkHandlers, Log } from '../../core/ports.ts';
import { thisLaunch } from '../launch.ts';
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
    launch: thisLaunch(),
    isInstalled: app.isPackaged && process.env['APPIMAGE'] === undefined,
    before: {
      get: () => memory.get().linksBefore,
      set: (linksBefore) => memory.set({ linksBefore }),
    },
    log,
  });
}

/** No shell ever sees an argument. */
async function run(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, [...args], { timeout: patienceMs });
  return stdout;
}
