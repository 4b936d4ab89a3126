import type { EpochMs } from '../../../../shared/model/ids.ts';
import { defineQuery } from '../../db/define-query.ts';
import { firstRowIdOf } from '../../db/row-id.ts';
import { allRows, getRow, run } from '../../db/statement.ts';
import {
  addRemoved,
  deleteForGood,
  removeCalls,
  removeTexts,
  removeVoicemails,
  type Removed,
} from '../erasure/rows.ts';
import { dropBatchesBefore } from '../../separate/rows.ts';
import { raiseFloor } from '../rows.ts';

/** When RingCentral last had something for this archive: a clock that no one has set wrong. */
export const newestRecordAt = defineQuery('retention.newest-record', (db): EpochMs | undefined => {
  const text = getRow<{ at: number }>(
    db,
    'SELECT created_at AS at FROM message WHERE server_id IS NOT NULL ORDER BY id DESC LIMIT 1',
  );
  const call = getRow<{ at: number | null }>(db, 'SELECT max(started_at) AS at FROM call_record');
  const found = [text?.at, call?.at].filter((at) => at !== undefined && at !== null);
  return found.length === 0 ? undefined : Math.max(...found);
});

/**
 * Drops the next texts, calls and voicemails from before an instant, and takes note that nothing from
 * before it is wanted. Texts that wait or whose outcome is unknown stay, and so do notes, which
 * nobody else has, and their follow-ups.
 */
export const dropSome = defineQuery(
  'retention.drop-some',
  (
    db,
    input: { readonly before: EpochMs; readonly limit: number },
  ): { readonly removed: Removed; readonly isDone: boolean } => {
    const { before, limit } = input;
    deleteForGood(db);
    raiseFloor(db, before);
    const end = firstRowIdOf(before);
    const ids = (table: string, more = ''): readonly number[] =>
      allRows<{ id: number }>(
        db,
        `SELECT id FROM ${table} WHERE id < ?${more} ORDER BY id LIMIT ?`,
        end,
        limit,
      ).map(({ id }) => id);
    const texts = ids('message', ` AND status NOT IN ('queued', 'sending', 'unknown')`);
    const calls = ids('call', ` AND outcome <> 'in-progress'`);
    const voicemails = ids('voicemail');
    const removed = [
      removeTexts(db, texts, false),
      removeCalls(db, calls, false),
      removeVoicemails(db, voicemails, false),
    ].reduce(addRemoved);
    const isDone = texts.length + calls.length + voicemails.length === 0;
    if (isDone) {
      dropBatchesBefore(db, before);
      run(db, 'DELETE FROM activity WHERE began_at < ? AND settled_at IS NOT NULL', before);
    }
    return { removed, isDone };
  },
);
