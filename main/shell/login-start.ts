import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { App } from 'electron';
import type { Settings } from '../../shared/model/app.ts';
import { strings } from '../../shared/strings/strings.ts';
import type { Log } from '../core/ports.ts';
import { hiddenSwitch } from './launch.ts';
import { canBeWritten, toAutostartEntry, type Launch } from './links/linux/desktop-entry.ts';
import type { ShellMemory } from './shell-state.ts';

export type LoginStartTools = {
  readonly platform: NodeJS.Platform;
  /** Windows and macOS keep a list of their own. */
  readonly items: Pick<App, 'setLoginItemSettings'>;
  readonly launch: Launch;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly memory: ShellMemory;
  readonly log: Log;
};

/**
 * Answers what makes this computer start Sidetone in the tray as its user signs in, or no longer. The
 * system is told when the setting changes and not at every start: who has switched it off there, in
 * Windows' Task Manager for one, is not overruled.
 */
export function createLoginStart(tools: LoginStartTools): (settings: Settings) => void {
  const { platform, memory, log } = tools;
  return ({ openAtLogin }) => {
    // The demo account is tried out; how the computer starts is the user's own.
    if (memory.get().profile === 'demo') return;
    const before = memory.get().startsAtLogin ?? false;
    // An AppImage may have been moved since: its entry is written anew.
    const isRenewed = platform === 'linux' && openAtLogin;
    if (openAtLogin === before && !isRenewed) return;
    try {
      if (platform === 'linux') writeAutostart(tools, openAtLogin);
      else tools.items.setLoginItemSettings(toItem(tools, openAtLogin));
      memory.set({ startsAtLogin: openAtLogin });
    } catch (error) {
      log.error('the start at login could not be changed', error);
    }
  };
}

/** A Mac passes no switches on; it tells by whom the app was opened (`startsHidden`). */
function toItem({ platform, launch }: LoginStartTools, openAtLogin: boolean) {
  if (platform !== 'win32') return { openAtLogin };
  // Electron writes them as they are, and Windows ends a program's name at the first space of a user's.
  const quoted = (part: string): string => `"${part}"`;
  const args = [...launch.args, `--${hiddenSwitch}`].map(quoted);
  return { openAtLogin, path: quoted(launch.program), args };
}

function writeAutostart({ env, launch, log }: LoginStartTools, isOn: boolean): void {
  const config = env['XDG_CONFIG_HOME'] || join(env['HOME'] || homedir(), '.config');
  // A name of its own: `sidetone.desktop` may be an entry that the user has put there.
  const file = join(config, 'autostart', 'sidetone-login.desktop');
  if (!isOn) return rmSync(file, { force: true });
  const hidden = { ...launch, args: [...launch.args, `--${hiddenSwitch}`] };
  if (!canBeWritten(hidden)) return log.warn('no entry can name this program');
  mkdirSync(dirname(file), { recursive: true });
  // Whole or not at all: half an entry would start something else.
  writeFileSync(`${file}.new`, toAutostartEntry(hidden, strings.desktop.startsAtLogin));
  renameSync(`${file}.new`, file);
}
