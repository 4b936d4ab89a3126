import { join } from 'node:path';
import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { setAsideIfDamaged } from './set-aside.ts';

/** A small file of settings, written whole and atomically. */
export type JsonFile = {
  read(): Readonly<Record<string, unknown>>;
  /** Throws when the disk refuses. */
  write(value: Readonly<Record<string, unknown>>): void;
  /** The name under which an unreadable predecessor was kept beside it, when there was one. */
  readonly keptAs: string | undefined;
};

/** Opens `<folder>/<name>.json`; a damaged one is set aside and a fresh one begun. */
export function openJsonFile(folder: string, name: string, now: number): JsonFile {
  const keptAs = setAsideIfDamaged(join(folder, `${name}.json`), now);
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: folder,
    name,
    accessPropertiesByDotNotation: false,
    // Without it a file keeps the mode that it had before.
    configFileMode: 0o600,
  });
  // It opens a channel on which a page could ask for folders. Pages have one channel, and it is ours.
  ipcMain.removeAllListeners('electron-store-get-data');
  return {
    keptAs,
    read: () => store.store,
    write: (value) => {
      store.store = { ...value };
    },
  };
}
