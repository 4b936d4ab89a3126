// Started as a process of its own by `search-libraries.ts`: one way to search the texts of an
// archive, its time and its memory. Arguments: the way and the file.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import Sqlite from 'better-sqlite3';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { openCore, timeInTurns } from './open-core.ts';
import type { Way, WayResult } from './search-libraries.ts';
import { terms } from './terms.ts';

type Text = { readonly id: number; readonly body: string };
type Search = { find(text: string): Promise<unknown>; close(): Promise<void> };

const hits = 50;

const make: Readonly<Record<Way, (file: string) => Promise<Search>>> = {
  async sidetone(file) {
    const { ask, close } = await openCore(file);
    return { find: (text) => ask('search.find', { text, kind: 'texts', limit: hits }), close };
  },
  minisearch(file) {
    const index = new MiniSearch<Text>({ fields: ['body'] });
    index.addAll(readTexts(file));
    const options = { combineWith: 'AND', prefix: true } as const;
    return inMemory((text) => index.search(text, options).slice(0, hits));
  },
  fuse(file) {
    const index = new Fuse(readTexts(file), { keys: ['body'], ignoreLocation: true, threshold: 0 });
    return inMemory((text) => index.search(text, { limit: hits }));
  },
};

function inMemory(find: (text: string) => unknown): Promise<Search> {
  return Promise.resolve({
    find: (text) => Promise.resolve(find(text)),
    close: () => Promise.resolve(),
  });
}

function readTexts(file: string): Text[] {
  const db = new Sqlite(file, { readonly: true });
  try {
    return db.prepare('SELECT id, body FROM message').all() as Text[];
  } finally {
    db.close();
  }
}

function takenBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}

const [way, file] = process.argv.slice(2) as [Way, string];
const before = takenBytes();
const startedAt = performance.now();
const search = await make[way](file);
const readyMs = performance.now() - startedAt;
const termMs: number[] = [];
for (const { text } of terms) {
  const [ms = 0] = await timeInTurns([() => search.find(text)]);
  termMs.push(ms);
}
const result: WayResult = { bytes: takenBytes() - before, readyMs, termMs };
await search.close();
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));
