import type * as Electron from 'electron';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { nameAbsentMembers } from '../runtime/absent.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Desktop } from './desktop.ts';

type Shell = Pick<
  Electron.Shell,
  'openExternal' | 'openPath' | 'showItemInFolder' | 'beep' | 'trashItem'
>;

/** `shell`: remembers what was opened, and really opens it only where a person sits. */
export function createShell(runtime: Runtime, desktop: Desktop): Shell {
  const reallyOpen = (target: string): void => {
    if (runtime.headless) return;
    const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
    const child = spawn(opener, [target], { stdio: 'ignore', detached: true });
    // Without the desktop's opener there is no one to open it.
    child.on('error', (error) => process.stderr.write(`${opener}: ${error.message}\n`));
    child.unref();
  };
  const shell = {
    openExternal: async (url: string) => {
      const { href } = new URL(url);
      if (desktop.refusesExternal) throw new Error('Failed to open URL');
      desktop.openedExternal.push(href);
      reallyOpen(href);
    },
    openPath: async (path: string) => {
      if (!existsSync(path)) return 'The file does not exist.';
      desktop.openedPaths.push(path);
      reallyOpen(path);
      return '';
    },
    showItemInFolder: (fullPath: string) => {
      desktop.shownItems.push(fullPath);
      reallyOpen(dirname(fullPath));
    },
    beep: () => {
      desktop.beeps += 1;
    },
    trashItem: async () => {
      throw new Error("Sidetone's stand-in runtime has no trash");
    },
  } satisfies Shell;
  return nameAbsentMembers(shell, 'shell');
}
