import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log, Ports, Secrets } from '../../../main/core/ports.ts';
import { placesWorker } from './places.ts';
import { createFakeArchives } from './archives.ts';
import { createFakeLinkHandlers } from './link-handlers.ts';
import { createFakeQuickWindow } from './quick-window.ts';
import { createFakeShortcuts } from './shortcuts.ts';
import { createFakeFileDialogs } from './file-dialogs.ts';
import { createFakeUpdater } from './updater.ts';

/** A test's texts go at once, at whatever hour it runs; one about that says otherwise. */
export const textsAtOnce = { undoSeconds: 0, askQuietTexts: false } as const;

/** The world of a core outside a test runner: a process that is killed, a benchmark. */
export function makePlainPorts(options: {
  readonly folder: string;
  readonly clock: Clock;
  readonly log?: Log;
  readonly fetch?: typeof fetch;
  readonly databaseWorker?: URL;
  readonly fileDialogs?: Ports['fileDialogs'];
}): Ports {
  const { folder, clock } = options;
  return {
    clock,
    log: options.log ?? { info: () => undefined, warn: () => undefined, error: console.error },
    random: { uuid: () => crypto.randomUUID(), fraction: () => 0 },
    secrets: createFileVault(join(folder, 'vault.json')),
    settings: { read: () => ({ value: textsAtOnce }), write: () => undefined },
    policy: { state: 'none' },
    fetch: options.fetch ?? globalThis.fetch,
    notifier: { show: () => undefined, close: () => undefined },
    opener: {
      openPage: () => Promise.resolve(false),
      openLink: () => Promise.resolve(false),
      openTel: () => Promise.resolve(false),
    },
    paths: {
      profile: folder,
      databaseWorker:
        options.databaseWorker ?? new URL('../../../main/core/db/worker.ts', import.meta.url),
      placesWorker,
    },
    profiles: { switchTo: () => Promise.resolve({ ok: true, value: undefined }) },
    archives: createFakeArchives(),
    fileDialogs: options.fileDialogs ?? createFakeFileDialogs(),
    linkHandlers: createFakeLinkHandlers(),
    shortcuts: createFakeShortcuts(),
    cardWindow: { show: () => undefined, hide: () => undefined, fit: () => undefined },
    quickWindow: createFakeQuickWindow(),
    mainWindow: {
      open: () => undefined,
      notePlace: () => undefined,
      isInFront: () => false,
      runRole: () => undefined,
    },
    updater: createFakeUpdater(),
    environment: {},
    demo: undefined,
    info: { version: '0.0.0', platform: 'test', runtime: 'Node', isPackaged: false },
  };
}

/** Secrets in a file that is replaced whole, so that a kill leaves the old one or the new one. */
function createFileVault(file: string): Secrets {
  const read = (): Record<string, string> =>
    existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const write = (values: Record<string, string>): Promise<void> => {
    writeFileSync(`${file}.new`, JSON.stringify(values), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return Promise.resolve();
  };
  return {
    standing: 'os',
    get: (key) => Promise.resolve(read()[key]),
    set: (key, value) => write({ ...read(), [key]: value }),
    remove(key) {
      const { [key]: _, ...rest } = read();
      return write(rest);
    },
    keys: () => Promise.resolve(Object.keys(read())),
  };
}
