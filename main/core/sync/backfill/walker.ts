import type { Failure } from '../../../../shared/failure.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { Archive } from '../../db/define-query.ts';
import type { Clock, Log } from '../../ports.ts';
import {
  habits,
  isAtEnd,
  mayEndByRefusal,
  nextJob,
  nextWindowMs,
  type Job,
  type Measure,
} from './plan.ts';
import { readProgress, type FeedProgress } from './queries.ts';
import { readStretch, type Found, type Source } from './read-stretch.ts';
import { retryMs } from '../retry.ts';
import type { BackfillStep } from './rows.ts';

/** One feed's way into the past, one window after the other. */
export type Walker = {
  /** Goes on, unless it does already or may not. */
  go(): void;
  /** What stood in the way may be gone: goes on now instead of after the wait. */
  goNow(): void;
  /** Why it waits, after a request that was in vain. */
  readonly failure: Failure | undefined;
  readonly measure: Measure;
  readonly windowMs: number;
  stop(): void;
};

/** Builds a walker; it asks for nothing before `go`. */
export function createWalker<T extends { readonly id: string }>(options: {
  readonly source: Source<T>;
  readonly archive: Archive;
  readonly clock: Clock;
  readonly log: Log;
  /** By RingCentral's clock. */
  readonly now: () => EpochMs;
  /** Somebody is signed in, RingCentral is there, and the user has not paused it. */
  readonly mayGo: () => boolean;
  /** A window is done, or it waits. */
  readonly onChange: () => void;
}): Walker {
  const { source, archive, clock, log, now } = options;
  const { feed } = source;
  let windowMs = habits[feed].firstWindowMs;
  let measure: Measure = { requests: 0, coveredMs: 0 };
  let failure: Failure | undefined;
  let failures = 0;
  let isWalking = false;
  let isStopped = false;
  let cancelRetry: (() => void) | undefined;

  const mayGoOn = (): boolean => !isStopped && options.mayGo();

  const stepsFor = (job: Job, found: Found, progress: FeedProgress): readonly BackfillStep[] => {
    if (job.gap) {
      const { id: gapId, ...gap } = job.gap;
      return [{ kind: 'narrowed', gapId, gap, until: job.from }];
    }
    const oldestAt = Math.min(progress.oldestAt, found.oldestAt ?? Infinity);
    const isDone = isAtEnd(feed, { reachedAt: job.from, oldestAt }, now());
    return [{ kind: 'reached', feed, reachedAt: job.from, isDone, ...found }];
  };

  /** Reads one window; answers whether there may be another. */
  const step = async (): Promise<boolean> => {
    const { feeds } = await archive.read(readProgress, undefined);
    const progress = feeds.find((each) => each.feed === feed);
    const job = progress && nextJob(progress, windowMs);
    if (!progress || !job || !mayGoOn()) return false;
    const end = await readStretch(source, job, {
      perPage: habits[feed].perPage,
      steps: (found) => stepsFor(job, found, progress),
      mayGoOn,
    });
    switch (end.kind) {
      case 'stopped':
        return false;
      case 'read': {
        const coveredMs = measure.coveredMs + job.until - job.from;
        measure = { requests: measure.requests + end.requests, coveredMs };
        windowMs = nextWindowMs(feed, windowMs, end.records);
        failure = undefined;
        failures = 0;
        return true;
      }
      case 'refused':
        if (!job.gap && mayEndByRefusal(progress.reachedAt, now())) {
          await endHere(progress);
          return false;
        }
        return wait(end.failure);
      case 'trouble':
        return wait(end.failure);
      case 'held-back':
        return wait(undefined);
    }
  };

  const endHere = async ({ reachedAt }: FeedProgress): Promise<void> => {
    const nothing = { records: [], deleted: [], unreadable: [], hasMore: false };
    const rest = { oldestAt: undefined, records: 0, isDone: true } as const;
    await source.write(nothing, [{ kind: 'reached', feed, reachedAt, ...rest }]);
    options.onChange();
  };

  const wait = (reason: Failure | undefined): false => {
    failure = reason;
    failures += 1;
    cancelRetry?.();
    if (!isStopped) cancelRetry = clock.schedule(retryMs(reason, failures - 1), retry);
    options.onChange();
    return false;
  };

  const retry = (): void => {
    cancelRetry = undefined;
    go();
  };

  const walk = async (): Promise<void> => {
    try {
      while (mayGoOn() && (await step())) options.onChange();
    } catch (error) {
      // What is stopped has lost the archive under its feet; the next start goes on from there.
      if (isStopped) return;
      log.error('the backfill broke', error, { feed });
      wait(undefined);
    } finally {
      isWalking = false;
    }
  };

  function go(): void {
    if (isWalking || cancelRetry || !mayGoOn()) return;
    isWalking = true;
    void walk();
  }

  return {
    go,
    goNow() {
      cancelRetry?.();
      cancelRetry = undefined;
      failure = undefined;
      go();
    },
    get failure() {
      return failure;
    },
    get measure() {
      return measure;
    },
    get windowMs() {
      return windowMs;
    },
    stop() {
      isStopped = true;
      cancelRetry?.();
    },
  };
}
