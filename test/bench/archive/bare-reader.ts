// What a query costs without Sidetone: better-sqlite3 in a worker of its own, asked in plain SQL.
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

export type BareQuery = { readonly sql: string; readonly values: readonly unknown[] };
export type BareReaderSetup = { readonly file: string };

const { file } = workerData as BareReaderSetup;
const db = new Sqlite(file, { readonly: true });
const prepared = new Map<string, Sqlite.Statement>();

parentPort?.on('message', (query: BareQuery | 'close') => {
  if (query === 'close') {
    db.close();
    parentPort?.close();
    return;
  }
  let statement = prepared.get(query.sql);
  if (statement === undefined) {
    statement = db.prepare(query.sql);
    prepared.set(query.sql, statement);
  }
  parentPort?.postMessage(statement.all(...query.values));
});
