import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { FeedProgress, Gap } from './queries.ts';
import type { BackfillFeed } from './rows.ts';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const yearMs = 365 * dayMs;

/** How one feed's past is read. */
type Habit = {
  /**
   * Records to a page: at most 1,000 of the call log (RingCentral's guide to the call log), of
   * messages no limit is stated.
   */
  readonly perPage: number;
  /** The first window, until it is known how many records a day has. */
  readonly firstWindowMs: number;
  readonly longestWindowMs: number;
  /** The end is not before this long ago, … */
  readonly atLeastMs: number;
  /** … and only when there has been nothing for so long before the oldest record. */
  readonly silentMs: number;
};

/**
 * RingCentral says of no list where it ends, so the end is told by how long there has been nothing.
 * Calls are kept for 12 months, but an account may have been quiet or a plan may keep more: nothing
 * for 3 months, and 13 months back. Messages are kept by number, 5,000 to a folder, whatever their
 * age, and a year's window costs one Light request: nothing for 3 years, and 5 years back.
 */
export const habits: Readonly<Record<BackfillFeed, Habit>> = {
  calls: {
    perPage: 1_000,
    firstWindowMs: 7 * dayMs,
    longestWindowMs: 90 * dayMs,
    atLeastMs: 400 * dayMs,
    silentMs: 90 * dayMs,
  },
  messages: {
    perPage: 250,
    firstWindowMs: 30 * dayMs,
    longestWindowMs: yearMs,
    atLeastMs: 5 * yearMs,
    silentMs: 3 * yearMs,
  },
};

const shortestWindowMs = hourMs;
/** A window is meant to hold as many records as two pages. */
const pagesAtMost = 2;

/** A stretch of time to be read next, newest first. */
export type Job = { readonly from: EpochMs; readonly until: EpochMs; readonly gap?: Gap };

/** What to read next: gaps that syncs left, then what is older; undefined when nothing is left. */
export function nextJob(progress: FeedProgress, windowMs: number): Job | undefined {
  const [gap] = progress.gaps;
  if (gap) return { from: Math.max(gap.from, gap.until - windowMs), until: gap.until, gap };
  if (progress.isDone) return undefined;
  return { from: progress.reachedAt - windowMs, until: progress.reachedAt };
}

/** The next window after one of this many records: longer when it was nearly empty. */
export function nextWindowMs(feed: BackfillFeed, windowMs: number, records: number): number {
  const { perPage, longestWindowMs } = habits[feed];
  const most = pagesAtMost * perPage;
  const factor = records > most ? most / records : records * 4 < perPage ? 2 : 1;
  return Math.round(Math.min(longestWindowMs, Math.max(shortestWindowMs, windowMs * factor)));
}

/** Whether the server has nothing older, for all that can be told; `now` by RingCentral's clock. */
export function isAtEnd(
  feed: BackfillFeed,
  { reachedAt, oldestAt }: Pick<FeedProgress, 'reachedAt' | 'oldestAt'>,
  now: EpochMs,
): boolean {
  const { atLeastMs, silentMs } = habits[feed];
  return reachedAt <= now - atLeastMs && reachedAt <= oldestAt - silentMs;
}

/** A server that refuses to look further back than this has nothing there. */
export function mayEndByRefusal(reachedAt: EpochMs, now: EpochMs): boolean {
  return reachedAt <= now - yearMs;
}

/** Where a feed is expected to end, as far as is known now. */
function expectedEnd(feed: BackfillFeed, oldestAt: EpochMs, now: EpochMs): EpochMs {
  const { atLeastMs, silentMs } = habits[feed];
  return Math.min(now - atLeastMs, oldestAt - silentMs);
}

/** How much of the expected time is covered, from 0 to 1. */
export function progressOf(progress: FeedProgress | undefined, now: EpochMs): number {
  if (!progress) return 0;
  if (progress.isDone) return 1;
  const end = expectedEnd(progress.feed, progress.oldestAt, now);
  const share = (now - progress.reachedAt) / (now - end);
  return Math.min(1, Math.max(0, share));
}

/** What has been measured of one feed's requests. */
export type Measure = { readonly requests: number; readonly coveredMs: number };

/**
 * How long the rest of a feed will take, in milliseconds: the requests that are left, as dense as
 * those before, at so many a minute.
 */
export function estimateMs(
  progress: FeedProgress,
  measured: { readonly measure: Measure; readonly windowMs: number },
  { perMinute, now }: { readonly perMinute: number; readonly now: EpochMs },
): number {
  const { feed, gaps, isDone, oldestAt, reachedAt } = progress;
  const gapMs = gaps.reduce((sum, { from, until }) => sum + until - from, 0);
  const olderMs = isDone ? 0 : Math.max(0, reachedAt - expectedEnd(feed, oldestAt, now));
  const { requests, coveredMs } = measured.measure;
  const perRequestMs = requests === 0 ? measured.windowMs : Math.max(1, coveredMs / requests);
  return Math.ceil((gapMs + olderMs) / perRequestMs) * (60_000 / perMinute);
}
