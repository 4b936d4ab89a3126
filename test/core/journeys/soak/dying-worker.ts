// The archive's worker, and the end of its process at a certain statement of the writer: between a
// BEGIN and its COMMIT as likely as after it. Which one is told by the environment.
import process from 'node:process';
import { workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

const last = Number(process.env['DIE_AT_STATEMENT'] ?? '0');
const { role } = workerData as { readonly role: string };

if (last > 0 && role === 'writer') {
  const db = new Sqlite(':memory:');
  const prototype = Object.getPrototypeOf(db.prepare('SELECT 1')) as {
    run(this: unknown, ...values: readonly unknown[]): unknown;
  };
  db.close();
  const { run } = prototype;
  let count = 0;
  prototype.run = function countAndRun(...values) {
    count += 1;
    if (count >= last) process.kill(process.pid, 'SIGKILL');
    return run.apply(this, values as []);
  };
}

await import('../../../../main/core/db/worker.ts');
