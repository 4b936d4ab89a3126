import type { EpochMs } from '../../../shared/model/ids.ts';
import { defineQuery } from '../db/define-query.ts';
import { allRows, run } from '../db/statement.ts';

/** A mark that RingCentral has not heard of, by its id of the text or voicemail. */
export type UntoldMark = { readonly serverId: string; readonly isRead: boolean };

/** Texts and voicemails are records of one message store, and marked by one request. */
export const listUntoldSql = `
  SELECT server_id, is_read FROM (
    SELECT server_id, is_read, id FROM message INDEXED BY message_untold WHERE is_read_untold = 1
    UNION ALL
    SELECT server_id, is_read, id FROM voicemail INDEXED BY voicemail_untold
    WHERE is_read_untold = 1
  ) WHERE is_read = ? AND server_id IS NOT NULL ORDER BY id DESC LIMIT ?`;

/** Marks of one kind that RingCentral has not heard of, those on the latest records first. */
export const listUntold = defineQuery(
  'read-state.list-untold',
  (db, input: { readonly isRead: boolean; readonly limit: number }): readonly string[] =>
    allRows<{ server_id: string }>(db, listUntoldSql, Number(input.isRead), input.limit).map(
      ({ server_id: serverId }) => serverId,
    ),
);

/** RingCentral has heard of them, or does not want to; one changed back meanwhile is still to be told. */
export const settleTold = defineQuery(
  'read-state.settle-told',
  (
    db,
    input: {
      readonly serverIds: readonly string[];
      readonly isRead: boolean;
      readonly at: EpochMs;
    },
  ): void => {
    for (const table of ['message', 'voicemail']) {
      run(
        db,
        `UPDATE ${table} SET is_read_untold = 0, read_set_at = max(?, coalesce(read_set_at, 0))
         WHERE server_id IN (SELECT value FROM json_each(?)) AND is_read_untold = 1
           AND is_read = ?`,
        input.at,
        JSON.stringify(input.serverIds),
        Number(input.isRead),
      );
    }
  },
);
