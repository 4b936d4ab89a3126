import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder this code is in once it is built: `out/main`. */
const here = import.meta.dirname;

/** Where the build puts what main starts or loads (see electron.vite.config.ts). */
export const bundle = {
  renderer: join(here, '../renderer'),
  preload: join(here, '../preload/index.cjs'),
  databaseWorker: pathToFileURL(join(here, 'db-worker.js')),
  placesWorker: pathToFileURL(join(here, 'places-worker.js')),
  simulatorThread: pathToFileURL(join(here, 'simulator-thread.js')),
} as const;
