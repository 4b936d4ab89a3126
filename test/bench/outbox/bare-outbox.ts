// What a text costs without Sidetone: better-sqlite3 in a worker of its own, one row for the text, one
// for the job, on disk before it answers; and the claim of it.
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

const db = new Sqlite(workerData as string);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`
  CREATE TABLE text (id INTEGER PRIMARY KEY, body TEXT, status TEXT) STRICT;
  CREATE TABLE job (id INTEGER PRIMARY KEY, lease_until INTEGER) STRICT;
`);
const insertText = db.prepare(`INSERT INTO text (body, status) VALUES (?, 'queued')`);
const insertJob = db.prepare('INSERT INTO job (id) VALUES (?)');
const lease = db.prepare('UPDATE job SET lease_until = ? WHERE id = ?');
const send = db.prepare(`UPDATE text SET status = 'sending' WHERE id = ?`);
let last: number | bigint = 0;

const accept = db.transaction((body: string) => {
  last = insertText.run(body).lastInsertRowid;
  insertJob.run(last);
});
const claim = db.transaction(() => {
  lease.run(Date.now(), last);
  send.run(last);
});

parentPort?.on('message', (asked: { readonly body: string } | 'claim' | 'close') => {
  if (asked === 'close') {
    db.close();
    parentPort?.close();
    return;
  }
  if (asked === 'claim') claim.immediate();
  else accept.immediate(asked.body);
  parentPort?.postMessage('done');
});
