// The archive's worker on a disk that holds so many pages: the limit is read from a file, named in
// the environment, before every transaction of the writer.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { workerData } from 'node:worker_threads';
import Sqlite, { type Database } from 'better-sqlite3';

const file = process.env['PAGE_LIMIT_FILE'] ?? '';
const { role } = workerData as { readonly role: string };

if (role === 'writer') {
  const db = new Sqlite(':memory:');
  type Statement = { readonly source: string; readonly database: Database };
  const prototype = Object.getPrototypeOf(db.prepare('SELECT 1')) as {
    run(this: Statement, ...values: readonly unknown[]): unknown;
  };
  db.close();
  const { run } = prototype;
  prototype.run = function limitAndRun(...values) {
    if (this.source === 'BEGIN IMMEDIATE') {
      this.database.pragma(`max_page_count = ${readFileSync(file, 'utf8')}`);
    }
    return run.apply(this, values as []);
  };
}

await import('../../../main/core/db/worker.ts');
