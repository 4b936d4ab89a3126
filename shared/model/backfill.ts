import type { Failure } from '../failure.ts';
import type { EpochMs } from './ids.ts';

/** How far back the archive of one kind of record reaches. */
export type BackfillFeed = {
  readonly feed: 'messages' | 'calls';
  /** Everything that the server has from this instant on is here; undefined before the first sync. */
  readonly reachesBackTo: EpochMs | undefined;
  /** The server has nothing older. */
  readonly isDone: boolean;
  /** Records taken in by the backfill so far. */
  readonly records: number;
};

/** The fetching of what is older than Sidetone. */
export type BackfillView = {
  readonly state: 'running' | 'paused' | 'waiting' | 'done';
  readonly feeds: readonly BackfillFeed[];
  /** From 0 to 1, by the time that is covered. */
  readonly progress: number;
  /** What is left will take about this long under RingCentral's rate limits. */
  readonly estimateMs: number | undefined;
  /** Why it waits. */
  readonly failure: Failure | undefined;
};

/** What came in while the computer slept, Sidetone was closed or RingCentral was out of reach. */
export type AwayView = {
  readonly since: EpochMs;
  readonly until: EpochMs;
  readonly missedCalls: number;
  readonly texts: number;
  readonly voicemails: number;
};
