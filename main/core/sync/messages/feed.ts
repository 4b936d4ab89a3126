import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { FeedResult } from '../feed-runner.ts';
import { readCursor } from '../queries.ts';
import type { SyncDeps } from '../sync-deps.ts';
import { coverageOf, createTokenPatience, fetchSince } from '../sync-once.ts';
import type { MessageWriter } from './writer.ts';

/** How far back the first sync goes; the backfill goes further. */
const firstSyncMs = 365 * 24 * 60 * 60_000;
const recordCount = 1_000;
/** Looked back from what was known, for texts that were on their way into the message store. */
const lateMs = 10 * 60_000;

/** Brings the archive's texts and voicemails up to date with the message store. */
export function createMessageFeed(
  deps: SyncDeps,
  write: MessageWriter,
): {
  sync(): Promise<FeedResult>;
  /** Whether the last sync left a record for the next one, which should follow soon. */
  hasHeldBack(): boolean;
  /** The least time between syncs, while tokens do not hold. */
  spacingMs(): number;
} {
  const { archive, client, session } = deps;
  const { clock } = deps.ports;
  const patience = createTokenPatience();
  let heldBack = 0;

  return {
    hasHeldBack: () => heldBack > 0,
    spacingMs: patience.spacingMs,
    async sync() {
      const feed = 'messages';
      const { token, knownUntil } = await archive.read(readCursor, feed);
      const begunAt = clock.now();
      // By RingCentral's clock; what is known of it before the first answer may be nothing.
      const toServerTime = (): EpochMs => begunAt - (client.getClockAheadMs() ?? 0);
      const dateFrom = toServerTime() - firstSyncMs;
      const fetched = await fetchSince(token, { dateFrom, recordCount }, client.api.messages.sync);
      if ('trouble' in fetched) return fetched.trouble;
      if (!session.isSignedIn()) return undefined;
      const { page, isFull } = fetched;
      const now = toServerTime();
      const times = page.records.map(({ createdAt }) => createdAt);
      const known = knownUntil === undefined ? undefined : knownUntil - lateMs;
      const whole = {
        kind: 'read-whole',
        feed,
        ...coverageOf(page, times, { dateFrom, now }),
        knownUntil: known,
      } as const;
      ({ heldBack } = await write(page, {
        cursor: { feed, token: page.syncToken, at: clock.now(), knownUntil: now },
        steps: isFull ? [whole] : [],
      }));
      patience.note((isFull && token !== undefined) || page.syncToken === undefined);
      await deps.onMessagesSynced();
      return undefined;
    },
  };
}
