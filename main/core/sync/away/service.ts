import type { AwayView } from '../../../../shared/model/backfill.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { Feed } from '../rows.ts';
import type { SyncDeps } from '../sync-deps.ts';
import { dismissAway, moveKnown, readAway } from './queries.ts';

/**
 * Longer than texts and calls are ever apart while everything runs (both are read every five
 * minutes at the latest): what is longer was sleep, a Sidetone that was closed or a lost network.
 */
const leastMs = 7 * 60_000;

/** What came in while nobody was there. */
export type Away = {
  /** A sync came through that had begun then. */
  noteSynced(feed: Feed, begunAt: EpochMs): void;
  get(): Promise<AwayView | undefined>;
  dismiss(): Promise<void>;
};

/** Builds it; it only ever hears of syncs, and asks for none. */
export function createAway(
  deps: Pick<SyncDeps, 'archive' | 'client' | 'events' | 'ports' | 'session'>,
): Away {
  const { archive, client, events, session } = deps;
  /** Up to when each is known, by RingCentral's clock. */
  const known = new Map<Feed, EpochMs>();
  let writtenAt: EpochMs | undefined;

  /** Feeds that can be read at all: one that is barred keeps nobody from hearing of the other. */
  const readable = (): readonly Feed[] => {
    const { canReadCalls, canReadTexts } = session.getView();
    return [
      ...(canReadTexts.can ? (['messages'] as const) : []),
      ...(canReadCalls.can ? (['calls'] as const) : []),
    ];
  };

  const move = async (knownAt: EpochMs): Promise<void> => {
    if (await archive.write(moveKnown, { knownAt, leastMs }, 'background')) {
      events.changed({ area: 'away' });
    }
  };

  return {
    noteSynced(feed, begunAt) {
      known.set(feed, begunAt - (client.getClockAheadMs() ?? 0));
      const times = readable().map((each) => known.get(each));
      if (times.length === 0 || times.includes(undefined)) return;
      const knownAt = Math.min(...times.map((at) => at ?? Infinity));
      if (knownAt === writtenAt) return;
      writtenAt = knownAt;
      move(knownAt).catch((error: unknown) =>
        deps.ports.log.warn('what is known could not be noted', { reason: String(error) }),
      );
    },
    get: () => archive.read(readAway, undefined),
    async dismiss() {
      await archive.write(dismissAway, undefined);
      events.changed({ area: 'away' });
    },
  };
}
