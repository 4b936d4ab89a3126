import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { run } from '../db/statement.ts';

/** Writes down that an event is to be told to every webhook that wants its kind. */
export function deliverTo(
  db: Database,
  event: { readonly seq: number; readonly type: string },
  now: EpochMs,
): void {
  run(
    db,
    `INSERT INTO webhook_delivery (webhook_id, event_seq, due_at)
     SELECT id, ?, ? FROM webhook
     WHERE is_on = 1 AND EXISTS (SELECT 1 FROM json_each(types) WHERE value = ?)
     ON CONFLICT DO NOTHING`,
    event.seq,
    now,
    event.type,
  );
}
