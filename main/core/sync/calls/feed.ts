import { toChunks } from '../chunks.ts';
import type { SyncDeps } from '../sync-deps.ts';
import type { FeedResult } from '../feed-runner.ts';
import { readToken } from '../queries.ts';
import { fetchSince, toPage } from '../sync-once.ts';
import { toSyncedCall } from './mapping.ts';
import { applyCalls } from './queries.ts';

/** As far back, and as many, as a full sync of the call log gives (FACTS 4.2). */
const firstSyncMs = 30 * 24 * 60 * 60_000;
const recordCount = 250;
/** Kept from the edge of that: RingCentral counts from when the request is there. */
const edgeMs = 5 * 60_000;

/** Brings the archive's calls up to date with the call log. */
export function createCallFeed(deps: SyncDeps): {
  sync(): Promise<FeedResult>;
  /** How many records the last sync brought that were new. */
  countAdded(): number;
} {
  const { archive, client, events, session } = deps;
  const { clock } = deps.ports;
  let added = 0;
  return {
    countAdded: () => added,
    async sync() {
      const token = await archive.read(readToken, 'calls');
      // By RingCentral's clock: one that is behind would ask for more than there is.
      const now = clock.now() - (client.getClockAheadMs() ?? 0);
      const full = { dateFrom: now - firstSyncMs + edgeMs, recordCount };
      const answer = toPage(await fetchSince(token, full, client.api.callLog.sync));
      if ('trouble' in answer) return answer.trouble;
      if (!session.isSignedIn()) return undefined;
      const { page } = answer;
      const country = session.homeCountry();
      const records = page.records.flatMap((record) => toSyncedCall(record, country) ?? []);
      added = 0;
      for (const chunk of toChunks({ ...page, records })) {
        const at = clock.now();
        added += await archive.write(
          applyCalls,
          {
            records: chunk.records,
            deleted: chunk.deleted,
            unreadable: chunk.unreadable,
            cursor: chunk.isLast ? { feed: 'calls', token: page.syncToken, at } : undefined,
            at,
          },
          'background',
        );
        if (chunk.records.length + chunk.deleted.length > 0) events.changed({ area: 'calls' });
      }
      return undefined;
    },
  };
}
