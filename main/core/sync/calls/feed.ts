import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { FeedResult } from '../feed-runner.ts';
import { readCursor } from '../queries.ts';
import type { SyncDeps } from '../sync-deps.ts';
import { coverageOf, createTokenPatience, fetchSince } from '../sync-once.ts';
import type { CallWriter } from './writer.ts';

/**
 * As far back, and as many, as a full sync of the call log gives (RingCentral's guide to the call
 * log).
 */
const firstSyncMs = 30 * 24 * 60 * 60_000;
const recordCount = 250;
/** Kept from the edge of that: RingCentral counts from when the request is there. */
const edgeMs = 5 * 60_000;
/** A call is dated by its beginning and listed after its end: one may have run when all was known. */
const longestCallMs = 12 * 60 * 60_000;

/** Brings the archive's calls up to date with the call log. */
export function createCallFeed(
  deps: SyncDeps,
  write: CallWriter,
): {
  sync(): Promise<FeedResult>;
  /** How many records the last sync brought that were new. */
  countAdded(): number;
  /** The least time between syncs, while tokens do not hold. */
  spacingMs(): number;
} {
  const { archive, client, session } = deps;
  const { clock } = deps.ports;
  const patience = createTokenPatience();
  let added = 0;
  return {
    countAdded: () => added,
    spacingMs: patience.spacingMs,
    async sync() {
      const feed = 'calls';
      const { token, knownUntil } = await archive.read(readCursor, feed);
      const begunAt = clock.now();
      // By RingCentral's clock; what is known of it before the first answer may be nothing.
      const toServerTime = (): EpochMs => begunAt - (client.getClockAheadMs() ?? 0);
      const dateFrom = toServerTime() - firstSyncMs + edgeMs;
      const fetched = await fetchSince(token, { dateFrom, recordCount }, client.api.callLog.sync);
      if ('trouble' in fetched) return fetched.trouble;
      if (!session.isSignedIn()) return undefined;
      const { page, isFull } = fetched;
      const now = toServerTime();
      const times = page.records.map(({ startedAt }) => startedAt);
      // More than 250 have changed, or it is long ago: what lies between is for the backfill.
      const whole = {
        kind: 'read-whole',
        feed,
        ...coverageOf(page, times, { dateFrom, now }),
        knownUntil: knownUntil === undefined ? undefined : knownUntil - longestCallMs,
      } as const;
      ({ added } = await write(page, {
        cursor: { feed, token: page.syncToken, at: clock.now(), knownUntil: now },
        steps: isFull ? [whole] : [],
      }));
      patience.note((isFull && token !== undefined) || page.syncToken === undefined);
      return undefined;
    },
  };
}
