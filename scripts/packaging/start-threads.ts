import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Troubles } from './findings.ts';

const patienceMs = 20_000;

/** Opens a database with the packed native module: with full-text search, which the archive needs. */
export function openDatabase(app: string): Troubles {
  type Statement = { get(): unknown };
  type Db = { exec(sql: string): void; prepare(sql: string): Statement; close(): void };
  const load = createRequire(join(app, 'package.json'));
  const Database = load('better-sqlite3') as new (file: string) => Db;
  const db = new Database(':memory:');
  db.exec(
    "CREATE VIRTUAL TABLE words USING fts5(word, tokenize = 'trigram'); INSERT INTO words VALUES ('sidetone')",
  );
  const found = db.prepare("SELECT word FROM words WHERE words MATCH 'deto'").get();
  db.close();
  return JSON.stringify(found) === '{"word":"sidetone"}' ? [] : ['full-text search finds nothing'];
}

/** Starts the packed database worker on a new archive, and asks it something. */
export async function startDatabaseWorker(app: string): Promise<Troubles> {
  const folder = mkdtempSync(join(tmpdir(), 'sidetone-package-'));
  const workerData = { role: 'writer', file: join(folder, 'archive.db'), now: Date.now() };
  const ask = { id: 1, query: 'diagnostics.list-notices', input: undefined };
  try {
    const replies = await talk(app, 'db-worker.js', { workerData, ask, until: 2 });
    const wrong = replies.filter((reply) => !(reply as { readonly ok: boolean }).ok);
    return wrong.map((reply) => JSON.stringify(reply));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks the packed tables where a number is. */
export async function startPlacesWorker(app: string): Promise<Troubles> {
  const [reply] = await talk(app, 'places-worker.js', {
    ask: { id: 1, number: '+12125550142' },
    until: 1,
  });
  const text = JSON.stringify(reply);
  return text.includes('New York') && text.includes('America/New_York') ? [] : [`it says ${text}`];
}

/** Starts the demo account's server out of the package; it listens on loopback alone. */
export async function startDemoThread(app: string): Promise<Troubles> {
  const folder = mkdtempSync(join(tmpdir(), 'sidetone-package-'));
  const workerData = { statePath: join(folder, 'state.json') };
  try {
    const [ready] = await talk(app, 'simulator-thread.js', { workerData, until: 1 });
    const { type, url = '' } = ready as { readonly type: string; readonly url?: string };
    return type === 'ready' && /^http:\/\/127\.0\.0\.1:\d+/.test(url)
      ? []
      : [JSON.stringify(ready)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Talk = { readonly workerData?: unknown; readonly ask?: unknown; readonly until: number };

/** Starts a worker, asks at once, and gives back its first messages. */
async function talk(
  app: string,
  entry: string,
  { workerData, ask, until }: Talk,
): Promise<readonly unknown[]> {
  const worker = new Worker(pathToFileURL(join(app, 'out', 'main', entry)), { workerData });
  try {
    return await new Promise((resolve, reject) => {
      const heard: unknown[] = [];
      const late = setTimeout(() => reject(new Error(`${entry} says nothing`)), patienceMs);
      worker.on('message', (message: unknown) => {
        heard.push(message);
        if (heard.length < until) return;
        clearTimeout(late);
        resolve(heard);
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error(`${entry} ended`)));
      if (ask !== undefined) worker.postMessage(ask);
    });
  } finally {
    await worker.terminate();
  }
}
