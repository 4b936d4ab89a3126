import type { AppEvent, TopicArea } from '../../../shared/contract/events.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import { createLookout } from '../lookout.ts';
import type { Clock, Log, Random } from '../ports.ts';
import type { FeedStanding, LocalEvent } from './local-event.ts';
import { getEvent, listEvents, needsTending, readStanding, stopFeed, tendFeed } from './queries.ts';

/** How long an event is kept for a program that was away, and a webhook that did not answer. */
export const keptMs = 24 * 60 * 60_000;
/** How often what is old is looked for while nothing happens. */
const quietLookMs = 10 * 60_000;

/** What changes the rows that events are of, or whether there are any. */
const concerning: ReadonlySet<TopicArea> = new Set([
  'calls',
  'threads',
  'messages',
  'voicemail',
  'settings',
]);

/** What other programs are told of, in order, each once, over restarts. */
export type Feed = {
  start(): Promise<void>;
  /** Resolves when the archive is left alone. */
  stop(): Promise<void>;
  /** Hears that there is more to read; answers what ends that. */
  onNews(listener: () => void): () => void;
  /** Where the feed stands; undefined while nobody is to be told. */
  standing(): Promise<FeedStanding | undefined>;
  /** One event; undefined when what it is about is gone. */
  get(seq: number): Promise<LocalEvent | undefined>;
  /** The events after one, the oldest first, and the epoch that they are of. */
  list(
    after: number,
    limit: number,
  ): Promise<{ readonly epoch: string | undefined; readonly items: readonly LocalEvent[] }>;
};

export type FeedDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  readonly events: Pick<Events, 'on'>;
  /** Whether other programs may be told of anything. */
  readonly isWanted: () => boolean;
  /** How far this computer's clock is ahead of RingCentral's, which dates most rows. */
  readonly getClockAheadMs: () => number | undefined;
};

/** Takes in what the archive has noted of itself, after the commit, and tells who listens. */
export function createFeed(deps: FeedDeps): Feed {
  const { archive, clock, events, isWanted } = deps;
  const listeners = new Set<() => void>();
  let stopListening = (): void => undefined;

  const tend = async (): Promise<void> => {
    const now = clock.now();
    const forgetBefore = now - keptMs;
    // Whichever clock dated a row: what happens from now on is not before this.
    const since = Math.min(now, now - (deps.getClockAheadMs() ?? 0));
    const question = { isWanted: isWanted(), since, forgetBefore };
    // Most changes are none of anybody's business, and reading disturbs nobody.
    if (!(await archive.read(needsTending, question))) return;
    if (!question.isWanted) return archive.write(stopFeed, undefined, 'background');
    const epoch = deps.random.uuid().replaceAll('-', '').slice(-12);
    const tended = await archive.write(tendFeed, { now, since, epoch, forgetBefore }, 'background');
    if (tended.taken > 0) for (const listener of listeners) listener();
    if (tended.hasMore) lookout.look();
  };

  const lookout = createLookout({
    ...deps,
    async lookOnce() {
      await tend();
      if (isWanted()) lookout.wait(quietLookMs);
    },
    trouble: 'what other programs are told of could not be taken in',
  });

  const hear = (event: AppEvent): void => {
    if (event.name !== 'changed') return;
    if (event.topics.some(({ area }) => concerning.has(area))) lookout.look();
  };

  return {
    async start() {
      stopListening = events.on(hear);
      await lookout.start();
    },
    async stop() {
      stopListening();
      await lookout.stop();
      listeners.clear();
    },
    onNews(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    standing: () => archive.read(readStanding, undefined),
    get: (seq) => archive.read(getEvent, { seq }),
    list: (after, limit) => archive.read(listEvents, { after, limit }),
  };
}
