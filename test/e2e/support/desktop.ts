import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The programs with which a Linux desktop opens links. */
const programs = ['xdg-open', 'xdg-mime', 'update-desktop-database'];

/** Those of them that are not installed here; all of them on another system. */
export function missingForLinks(): readonly string[] {
  if (process.platform !== 'linux') return programs;
  return programs.filter((name) => !isThere(name));
}

/** A desktop of a test's own: no folder of the user's is read or written. */
export type Desktop = {
  readonly env: Readonly<Record<string, string>>;
  /** The desktop entry that opens a scheme; empty when there is none. */
  handlerOf(scheme: string): string;
  /** Clicks a link, and waits until the program that opens it has ended. */
  open(link: string): Promise<void>;
  /** Clicks a link that starts a program; whoever asked ends it. */
  startWith(link: string): ChildProcess;
};

/** Makes a desktop in a folder. */
export function makeDesktop(folder: string): Desktop {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const env = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CONFIG_DIRS: join(home, 'etc'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_DATA_DIRS: join(home, 'share'),
    XDG_CURRENT_DESKTOP: '',
    // Without a display `xdg-open` opens nothing; the stand-in draws none.
    DISPLAY: process.env['DISPLAY'] ?? ':0',
    SIDETONE_STAND_IN_HEADLESS: '1',
  };
  const all = { ...process.env, ...env };
  return {
    env,
    handlerOf: (scheme) =>
      execFileSync('xdg-mime', ['query', 'default', `x-scheme-handler/${scheme}`], {
        env: all,
        encoding: 'utf8',
      }).trim(),
    async open(link) {
      await promisify(execFile)('xdg-open', [link], { env: all, timeout: 30_000 });
    },
    startWith: (link) => spawn('xdg-open', [link], { env: all, stdio: 'ignore', detached: true }),
  };
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
