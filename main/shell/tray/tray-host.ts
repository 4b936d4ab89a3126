import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Who shows tray icons on a Linux desktop: a panel, or GNOME with an extension. */
const watcher = 'org.kde.StatusNotifierWatcher';
const bus = 'org.freedesktop.DBus';
const busPath = '/org/freedesktop/DBus';

/** Two programs that can ask; hardly a desktop has neither. */
const askers: readonly { readonly program: string; readonly args: string }[] = [
  {
    program: 'gdbus',
    args: `call --session --dest ${bus} --object-path ${busPath} --method ${bus}.NameHasOwner ${watcher}`,
  },
  {
    program: 'dbus-send',
    args: `--session --print-reply=literal --dest=${bus} ${busPath} ${bus}.NameHasOwner string:${watcher}`,
  },
];

/** How long the session bus may take to answer, in milliseconds. */
const patienceMs = 1_000;

export type TrayHostTools = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Runs a program and answers what it printed; rejects when it is missing, fails or is late. */
  readonly run: (program: string, args: readonly string[]) => Promise<string>;
};

/**
 * Whether an icon in the tray would be seen. Windows and macOS always have a tray; Electron on Linux
 * makes a `Tray` without complaint on a desktop that shows none (GNOME as it comes), so the session
 * bus is asked. A bus that cannot be asked means no: a window that hides there is lost.
 */
export async function hasTrayHost(tools: TrayHostTools = thisComputer): Promise<boolean> {
  if (tools.platform !== 'linux') return true;
  // Without a bus the programs would start one of their own.
  if (!hasSessionBus(tools.env)) return false;
  for (const { program, args } of askers) {
    try {
      return /\btrue\b/.test(await tools.run(program, args.split(' ')));
    } catch {
      // The other program may be there.
    }
  }
  return false;
}

const thisComputer: TrayHostTools = {
  platform: process.platform,
  env: process.env,
  async run(program, args) {
    const { stdout } = await promisify(execFile)(program, [...args], { timeout: patienceMs });
    return stdout;
  },
};

function hasSessionBus(env: TrayHostTools['env']): boolean {
  if (env['DBUS_SESSION_BUS_ADDRESS']) return true;
  const folder = env['XDG_RUNTIME_DIR'];
  return folder !== undefined && existsSync(join(folder, 'bus'));
}
