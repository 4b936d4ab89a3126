import type { Failure } from '../../../shared/failure.ts';
import type { Clock, Log } from '../ports.ts';
import type { Feed } from './rows.ts';

/** The wait after a first failure; it doubles with every further one (FACTS 7.3). */
const firstRetryMs = 5_000;
const longestRetryMs = 5 * 60_000;

/** How one sync of a feed ended: undefined when all is written, else why not. */
export type FeedResult = Failure | undefined;

/** One feed's syncs: one running, at most one waiting, and the next one planned. */
export type FeedRunner = {
  /** Syncs now, or once more when the running sync is done. */
  request(reason: string): void;
  /** Sync at the latest in so many milliseconds. */
  requestIn(ms: number, reason: string): void;
  /** Whether the last sync failed and the next one could be brought forward. */
  isBehind(): boolean;
  stop(): void;
};

/** Builds a runner; it does nothing before it is asked. */
export function createFeedRunner(options: {
  readonly feed: Feed;
  readonly clock: Clock;
  readonly log: Log;
  /** How long after a sync the next one begins by itself. */
  readonly intervalMs: number;
  /** False while nobody is signed in: requests are forgotten, whoever signs in asks anew. */
  readonly isAllowed: () => boolean;
  readonly sync: () => Promise<FeedResult>;
}): FeedRunner {
  const { feed, clock, log, intervalMs } = options;
  let isRunning = false;
  let waitingFor: string | undefined;
  let failures = 0;
  let isStopped = false;
  let planned: { readonly at: number; readonly cancel: () => void } | undefined;

  const plan = (ms: number, reason: string): void => {
    const at = clock.now() + ms;
    if (isStopped || (planned && planned.at <= at)) return;
    planned?.cancel();
    planned = { at, cancel: clock.schedule(ms, () => fire(reason)) };
  };

  const fire = (reason: string): void => {
    planned = undefined;
    run(reason);
  };

  function run(reason: string): void {
    if (isStopped || !options.isAllowed()) return;
    if (isRunning) {
      waitingFor = reason;
      return;
    }
    planned?.cancel();
    planned = undefined;
    isRunning = true;
    void sync(reason).finally(() => {
      isRunning = false;
      const next = waitingFor;
      waitingFor = undefined;
      if (next !== undefined) run(next);
    });
  }

  const sync = async (reason: string): Promise<void> => {
    try {
      const trouble = await options.sync();
      failures = trouble ? failures + 1 : 0;
      if (!trouble) return plan(intervalMs, 'timer');
      log.warn('a sync did not come through', { feed, reason, code: trouble.code });
      plan(retryMs(trouble), 'retry');
    } catch (error) {
      // What is stopped has lost the archive under its feet; the next start goes on from the cursor.
      if (isStopped) return;
      failures += 1;
      log.error('a sync broke', error, { feed, reason });
      plan(retryMs(undefined), 'retry');
    }
  };

  const retryMs = (trouble: FeedResult): number => {
    const backOff = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures - 1, 10));
    const asked = typeof trouble?.retry === 'object' ? trouble.retry.afterMs : 0;
    return Math.max(asked, backOff);
  };

  return {
    request: run,
    requestIn: plan,
    isBehind: () => failures > 0,
    stop() {
      isStopped = true;
      planned?.cancel();
    },
  };
}
