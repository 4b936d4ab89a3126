import { parentPort, workerData } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { saysDamaged, toErrorData } from './errors.ts';
import { findQuery } from './define-query.ts';
import { openReader } from './open.ts';
import { markSuspect, openOrRecover } from './recover.ts';
import type { WorkerReply, WorkerRequest, WorkerSetup } from './worker-messages.ts';

// Every query the worker can run. Importing a feature's queries declares them.
import '../calls/queries.ts';
import '../calls/caller-ids/queries.ts';
import '../cards/queries.ts';
import '../calls/history/queries.ts';
import '../call-lists/queries.ts';
import '../calls/outlook/queries.ts';
import '../contacts/queries.ts';
import '../contacts/changes/queries.ts';
import '../contacts/import/queries.ts';
import '../diagnostics/queries.ts';
import '../do-not-call/queries.ts';
import '../drafts/queries.ts';
import '../feed/queries.ts';
import '../files/queries.ts';
import '../incoming/queries.ts';
import '../keeping/queries.ts';
import '../keeping/backups/queries.ts';
import '../keeping/erasure/queries.ts';
import '../keeping/exports/queries.ts';
import '../keeping/retention/queries.ts';
import '../local-api/programs/queries.ts';
import '../local-api/requests/queries.ts';
import '../local-api/history/queries.ts';
import '../local-api/people/queries.ts';
import '../media/queries.ts';
import '../messages/queries.ts';
import '../messages/reading/queries.ts';
import '../messages/sending/queries.ts';
import '../messages/threads/queries.ts';
import '../read-state/queries.ts';
import '../notes/queries.ts';
import '../notes/follow-ups/queries.ts';
import '../notifications/queries.ts';
import '../opt-outs/queries.ts';
import '../outbox/queries.ts';
import '../outbox/looking/queries.ts';
import '../quick/queries.ts';
import '../scheduled/queries.ts';
import '../search/queries.ts';
import '../separate/queries.ts';
import '../separate/batches/queries.ts';
import '../session/queries.ts';
import '../sync/queries.ts';
import '../sync/away/queries.ts';
import '../sync/backfill/queries.ts';
import '../sync/calls/queries.ts';
import '../sync/contacts/queries.ts';
import '../sync/messages/queries.ts';
import '../sync/quarantine/queries.ts';
import '../text-rules/queries.ts';
import '../templates/queries.ts';
import '../timeline/queries.ts';
import '../timeline/head/queries.ts';
import '../voicemail/queries.ts';
import '../webhooks/queries.ts';

/** Runs one query: a write in a transaction that is on disk when it returns, a read in a snapshot. */
function runQuery(db: Database, { query: name, input }: WorkerRequest): unknown {
  const query = findQuery(name);
  if (query === undefined) throw new Error(`no query is named ${name}`);
  if ('isUpkeep' in query) return query.run(db, input as never);
  const work = db.transaction(() => query.run(db, input as never));
  return db.readonly ? work.deferred() : work.immediate();
}

async function answer(db: Database, file: string, request: WorkerRequest): Promise<WorkerReply> {
  try {
    return { id: request.id, ok: true, value: await runQuery(db, request) };
  } catch (error) {
    if (saysDamaged(error)) markSuspect(file);
    return { id: request.id, ok: false, error: toErrorData(error) };
  }
}

function serve({ role, file, now }: WorkerSetup): void {
  const port = parentPort;
  if (port === null) throw new Error('this is the entry of a worker');
  let db: Database;
  try {
    db = role === 'writer' ? openOrRecover(file, now) : openReader(file);
  } catch (error) {
    port.postMessage({ id: 0, ok: false, error: toErrorData(error) } satisfies WorkerReply);
    port.close();
    return;
  }
  const respond = async (request: WorkerRequest): Promise<void> => {
    const reply = await answer(db, file, request);
    try {
      port.postMessage(reply);
    } catch (error) {
      // Only plain data crosses; a query that answers anything else is our mistake.
      port.postMessage({ id: reply.id, ok: false, error: toErrorData(error) });
    }
  };
  port.on('message', (request: WorkerRequest | 'close') => {
    if (request !== 'close') {
      void respond(request);
      return;
    }
    // A copy that is being made ends with the connection; what it leaves is cleared away later.
    db.close();
    port.close();
  });
  port.postMessage({ id: 0, ok: true, value: undefined } satisfies WorkerReply);
}

serve(workerData as WorkerSetup);
