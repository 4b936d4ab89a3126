import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Client = { readonly scheme: string };

/**
 * `app.setAsDefaultProtocolClient` and its siblings on Linux. Electron has the desktop make the app's
 * installed desktop file the handler, whatever program and arguments it is given; it writes no such
 * file, so that nothing comes of it where no package has brought one.
 */
export class ProtocolClient {
  readonly #desktopName: () => string;

  constructor(desktopName: () => string) {
    this.#desktopName = desktopName;
  }

  /** Makes the app the handler of a scheme; false when it has no desktop file, or no desktop. */
  set({ scheme }: Client): boolean {
    const file = this.#desktopName();
    const isInstalled = applicationFolders().some((folder) => readText(join(folder, file)) !== '');
    if (process.platform !== 'linux' || !isInstalled) return false;
    return run('xdg-mime', ['default', file, `x-scheme-handler/${scheme}`]) !== undefined;
  }

  isSet({ scheme }: Client): boolean {
    return this.handlerOf(scheme) === this.#desktopName();
  }

  /** Electron cannot take a scheme back on Linux either. */
  remove(): boolean {
    return false;
  }

  /** The name of the program that opens an address, or nothing. */
  nameOf(url: string): string {
    const file = this.handlerOf(url.slice(0, Math.max(0, url.indexOf(':'))));
    if (!file) return '';
    for (const folder of applicationFolders()) {
      const name = /^Name=(.*)$/m.exec(readText(join(folder, file)))?.[1];
      if (name) return name;
    }
    return file;
  }

  handlerOf(scheme: string): string | undefined {
    if (process.platform !== 'linux') return undefined;
    return run('xdg-mime', ['query', 'default', `x-scheme-handler/${scheme}`]);
  }
}

function applicationFolders(): readonly string[] {
  const own = process.env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share');
  const others = (process.env['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share').split(':');
  return [own, ...others].map((folder) => join(folder, 'applications'));
}

/** A program's output, or nothing when it is missing or fails. */
function run(program: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', timeout: 10_000 });
  return status === 0 ? stdout.trim() : undefined;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
