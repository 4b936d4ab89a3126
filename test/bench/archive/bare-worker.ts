// What writing costs without Sidetone: better-sqlite3 in a worker of its own, one prepared INSERT for
// each table, a transaction for each message, which brings as many records as one of the product's.
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

type Row = Readonly<Record<string, unknown>>;
/** What of one transaction goes into each table, in an order that keeps references whole. */
export type BareChunk = Readonly<Record<string, readonly Row[]>>;
export type BareSetup = { readonly file: string };

const { file } = workerData as BareSetup;
const db = new Sqlite(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.pragma('foreign_keys = ON');
const inserts = new Map<string, Sqlite.Statement>();

const write = db.transaction((chunk: BareChunk) => {
  for (const [table, rows] of Object.entries(chunk)) {
    for (const row of rows) {
      const columns = Object.keys(row);
      let insert = inserts.get(table);
      if (insert === undefined) {
        const marks = columns.map(() => '?').join(', ');
        insert = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`);
        inserts.set(table, insert);
      }
      insert.run(Object.values(row));
    }
  }
});

parentPort?.on('message', (chunk: BareChunk | 'close') => {
  if (chunk === 'close') {
    db.close();
    parentPort?.close();
    return;
  }
  write.immediate(chunk);
  parentPort?.postMessage('written');
});
