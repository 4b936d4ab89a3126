import type { EpochMs } from '../../../shared/model/ids.ts';
import { defineQuery } from '../db/define-query.ts';
import { allRows, getRow } from '../db/statement.ts';
import type { Feed } from './rows.ts';

/** The token a feed goes on from; undefined when it has to begin with a full sync. */
export const readToken = defineQuery('sync.read-token', (db, feed: Feed): string | undefined => {
  const row = getRow<{ token: string | null }>(
    db,
    'SELECT token FROM sync_cursor WHERE feed = ?',
    feed,
  );
  return row?.token ?? undefined;
});

/** Where texts or calls go on: the token, and up to when (RingCentral's clock) all is known. */
export const readCursor = defineQuery(
  'sync.read-cursor',
  (
    db,
    feed: Feed,
  ): { readonly token: string | undefined; readonly knownUntil: EpochMs | undefined } => {
    const row = getRow<{ token: string | null; position: string | null; synced_at: number | null }>(
      db,
      'SELECT token, position, synced_at FROM sync_cursor WHERE feed = ?',
      feed,
    );
    // The first version of the archive kept our own time alone.
    const position = row?.position ?? row?.synced_at ?? undefined;
    return {
      token: row?.token ?? undefined,
      knownUntil: position === undefined ? undefined : Number(position),
    };
  },
);

/** When each feed was synced last, for those that have been. */
export const listSyncTimes = defineQuery(
  'sync.list-sync-times',
  (db): readonly { readonly feed: Feed; readonly at: EpochMs }[] =>
    allRows<{ feed: Feed; at: EpochMs }>(
      db,
      'SELECT feed, synced_at AS at FROM sync_cursor WHERE synced_at IS NOT NULL',
    ),
);

/** How many texts RingCentral has accepted since a time and not yet called delivered or failed. */
export const countUndelivered = defineQuery(
  'sync.count-undelivered',
  (db, input: { readonly since: EpochMs }): number =>
    getRow<{ count: number }>(
      db,
      `SELECT count(*) AS count FROM message
       WHERE id >= ? * 1024 AND direction = 'outbound' AND status = 'sent'
         AND availability = 'Alive'`,
      input.since,
    )?.count ?? 0,
);
