import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Client = { readonly scheme: string; readonly path: string; readonly args: readonly string[] };

/**
 * `app.setAsDefaultProtocolClient` and its siblings on Linux. Electron asks `xdg-settings` to make
 * the app's installed desktop file the handler; a checkout has none, so one is written first.
 */
export class ProtocolClient {
  readonly #desktopName: () => string;
  readonly #appName: () => string;

  constructor(desktopName: () => string, appName: () => string) {
    this.#desktopName = desktopName;
    this.#appName = appName;
  }

  /** Makes the app the handler of a scheme; false when the desktop has no way to say so. */
  set(client: Client): boolean {
    if (process.platform !== 'linux') return false;
    const file = this.#writeDesktopFile(client);
    return run('xdg-mime', ['default', file, `x-scheme-handler/${client.scheme}`]) !== undefined;
  }

  isSet({ scheme }: { readonly scheme: string }): boolean {
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

  #writeDesktopFile({ scheme, path, args }: Client): string {
    const file = this.#desktopName();
    const folder = applicationFolders()[0] as string;
    const before = /^MimeType=(.*)$/m.exec(readText(join(folder, file)))?.[1] ?? '';
    const types = new Set([...before.split(';').filter(Boolean), `x-scheme-handler/${scheme}`]);
    const command = [path, ...args].map((part) => `"${part.replaceAll(/["$`\\]/g, '\\$&')}"`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, file),
      [
        '[Desktop Entry]',
        'Type=Application',
        `Name=${this.#appName()}`,
        `Exec=${command.join(' ')} %u`,
        `MimeType=${[...types].join(';')};`,
        'NoDisplay=true',
        '',
      ].join('\n'),
    );
    return file;
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
