import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../shared/model/ids.ts';
import {
  dropScheduled,
  listScheduledIds,
  readBecomeTexts,
  readScheduledTexts,
  writeScheduledTexts,
} from './scheduled-texts.ts';
import { readBatches, writeBatches } from './batches.ts';
import { getRow, insert, run } from './statement.ts';
import { enqueue, readWaitingTexts, writeWaitingTexts, type WaitingText } from './waiting-texts.ts';

/**
 * Ends a restore: texts that waited in the archive which the backup has replaced come over, as
 * their senders were told that they would go out, and a Notice says where that archive is kept. In
 * one transaction, so that a crash leaves it to the next start.
 */
export function finishRestore(db: Database, file: string, now: EpochMs): void {
  const mark = getRow<{ made_at: number }>(db, 'SELECT made_at FROM restoring WHERE id = 1');
  if (mark === undefined) return;
  const keptAs = newestReplaced(file);
  const replaced = keptAs === undefined ? undefined : join(dirname(file), keptAs);
  const texts = replaced === undefined ? [] : readWaitingTexts(replaced);
  const scheduled = replaced === undefined ? [] : readScheduledTexts(replaced);
  const become = replaced === undefined ? [] : readBecomeTexts(replaced, listScheduledIds(db));
  const batches = replaced === undefined ? [] : readBatches(replaced);
  const finish = db.transaction(() => {
    writeWaitingTexts(
      db,
      texts.filter((text) => !takeUp(db, text)),
      now,
    );
    // What has gone meanwhile waits no more; what still waits does so as it did last.
    dropScheduled(db, become);
    writeScheduledTexts(db, scheduled);
    writeBatches(db, batches);
    insert(
      db,
      'INSERT INTO notice (id, at, message, params) VALUES (?, ?, ?, ?)',
      `archive-restored-${now}`,
      now,
      'archive-restored',
      JSON.stringify({
        ...(keptAs !== undefined && { keptAs }),
        madeAt: mark.made_at,
        carriedOver: texts.filter(({ job }) => job !== undefined).length + scheduled.length,
      }),
    );
    run(db, 'DELETE FROM restoring');
  });
  finish.immediate();
}

/** Where the backup has the same text, the replaced archive knows better how it stands. */
function takeUp(db: Database, text: WaitingText): boolean {
  const { job, message } = text;
  const known = getRow<{ id: number; thread_id: number; status: string }>(
    db,
    'SELECT id, thread_id, status FROM message WHERE client_id = ?',
    message.client_id,
  );
  if (known === undefined) return false;
  const canGoOn = known.status === 'unknown' || known.status === 'failed';
  if (!canGoOn || job === undefined) return true;
  run(
    db,
    'UPDATE message SET status = ?, failure = ?, modified_at = ? WHERE id = ?',
    message.status,
    message.failure,
    message.modified_at,
    known.id,
  );
  enqueue(db, { id: known.id, threadId: known.thread_id, text, job });
  return true;
}

/** The names have their dates in them, so the last one is the latest. */
function newestReplaced(file: string): string | undefined {
  const start = `${basename(file, '.db')}-replaced-`;
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(start) && name.endsWith('.db'))
    .toSorted()
    .at(-1);
}
