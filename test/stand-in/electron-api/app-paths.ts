import { mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Runtime } from '../runtime/runtime.ts';

/** `app.getPath` and `app.setPath`: the XDG folders on Linux, the Library folders on a Mac. */
export class AppPaths {
  readonly #runtime: Runtime;
  readonly #name: () => string;
  readonly #set = new Map<string, string>();

  constructor(runtime: Runtime, name: () => string) {
    this.#runtime = runtime;
    this.#name = name;
    const userData = runtime.commandLine.switches.get('user-data-dir');
    if (userData) this.#set.set('userData', userData);
  }

  get(name: string): string {
    const path = this.#set.get(name) ?? this.#default(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  set(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (this.#default(name) === undefined) throw new Error(`Failed to set path '${name}'`);
    mkdirSync(path, { recursive: true });
    this.#set.set(name, path);
  }

  #default(name: string): string | undefined {
    switch (name) {
      case 'home':
        return homedir();
      case 'appData':
        return this.#appData();
      case 'userData':
        return join(this.get('appData'), this.#name());
      case 'sessionData':
        return this.get('userData');
      case 'logs':
        return this.#logs();
      case 'crashDumps':
        return join(this.get('userData'), 'Crashpad');
      case 'temp':
        return tmpdir();
      case 'exe':
      case 'module':
        return this.#runtime.executable;
      case 'assets':
        return join(this.#runtime.executable, '..');
      default:
        return userFolder(name);
    }
  }

  #appData(): string {
    if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
    return process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  }

  #logs(): string {
    if (process.platform === 'darwin') return join(homedir(), 'Library', 'Logs', this.#name());
    return join(this.get('userData'), 'logs');
  }
}

const folders: Readonly<Record<string, readonly [xdg: string, fallback: string]>> = {
  desktop: ['XDG_DESKTOP_DIR', 'Desktop'],
  documents: ['XDG_DOCUMENTS_DIR', 'Documents'],
  downloads: ['XDG_DOWNLOAD_DIR', 'Downloads'],
  music: ['XDG_MUSIC_DIR', 'Music'],
  pictures: ['XDG_PICTURES_DIR', 'Pictures'],
  videos: ['XDG_VIDEOS_DIR', 'Videos'],
};

/** A folder of the user's, as `user-dirs.dirs` names it. */
function userFolder(name: string): string | undefined {
  const folder = Object.hasOwn(folders, name) ? folders[name] : undefined;
  if (!folder) return undefined;
  const [variable, fallback] = folder;
  const config = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  const named = new RegExp(`^${variable}="(.*)"$`, 'm').exec(
    readText(join(config, 'user-dirs.dirs')),
  );
  return named?.[1]?.replace('$HOME', homedir()) ?? join(homedir(), fallback);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
