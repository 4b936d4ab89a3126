import { failure, type Failure } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Clock, Log } from '../ports.ts';
import { isBarring, retryMs, spacingMs } from './retry.ts';
import type { Feed } from './rows.ts';

/** How one sync of a feed ended: undefined when all is written, else why not. */
export type FeedResult = Failure | undefined;

/** How up to date a feed is. */
export type FeedStanding = {
  readonly feed: Feed;
  readonly lastSyncedAt?: EpochMs | undefined;
  /** Why the last sync did not come through. */
  readonly failure?: Failure | undefined;
};

/**
 * One feed's syncs: one running, at most one waiting, and the next one planned. While a permission
 * is missing only the timer and a sign-in ask.
 */
export type FeedRunner = {
  /** Syncs now, or once more when the running sync is done. */
  request(reason: string): void;
  /** Sync at the latest in so many milliseconds. */
  requestIn(ms: number, reason: string): void;
  /** Something may be new: syncs now, or, when a sync has just begun, a little later. */
  hint(reason: string): void;
  /** Somebody signed in: what stood in the way may be gone. */
  begin(reason: string): void;
  /**
   * RingCentral can be reached again: a sync that failed is tried at once. When that was in vain,
   * the next such try waits longer: it may be this feed alone that RingCentral does not answer.
   */
  catchUp(reason: string): void;
  /** The time between syncs may have become shorter. */
  repace(): void;
  getStanding(): FeedStanding;
  /** When an earlier run synced last. */
  remember(lastSyncedAt: EpochMs): void;
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
  readonly intervalMs: () => number;
  /** How long after the beginning of a sync hints can cause the next one. */
  readonly hintSpacingMs: number;
  /** The least time between the beginnings of syncs that nobody asked for; it may grow and shrink. */
  readonly spacingMs?: (() => number) | undefined;
  /** False while nobody is signed in: requests are forgotten, whoever signs in asks anew. */
  readonly isAllowed: () => boolean;
  readonly sync: () => Promise<FeedResult>;
}): FeedRunner {
  const { feed, clock, log, intervalMs, hintSpacingMs } = options;
  let isRunning = false;
  let waitingFor: string | undefined;
  let failures = 0;
  /** How many syncs that failed were followed up because RingCentral seemed to be back. */
  let catchUps = 0;
  let caughtUpFor: EpochMs | undefined;
  let isStopped = false;
  let begunAt: EpochMs | undefined;
  let standing: FeedStanding = { feed };
  let planned: { readonly at: number; readonly cancel: () => void } | undefined;

  const plan = (wantedMs: number, reason: string): void => {
    const now = clock.now();
    // Its timer has not run out, but its time has come: the clock went ahead.
    const ms = planned && planned.at < now ? 0 : wantedMs;
    const at = now + ms;
    if (isStopped || (planned && planned.at >= now && planned.at <= at)) return;
    planned?.cancel();
    planned = { at, cancel: clock.schedule(ms, () => fire(reason)) };
  };

  /** What is left of the time that two syncs have to be apart. */
  const spacingLeftMs = (atLeastMs = 0): number => {
    const spacing = Math.max(atLeastMs, options.spacingMs?.() ?? 0);
    const ms = begunAt === undefined ? 0 : begunAt + spacing - clock.now();
    // More than the whole spacing is left of a clock that was put back.
    return ms > spacing ? 0 : Math.max(0, ms);
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
    begunAt = clock.now();
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
      if (!trouble) catchUps = 0;
      standing = {
        feed,
        lastSyncedAt: trouble ? standing.lastSyncedAt : clock.now(),
        failure: trouble,
      };
      if (!trouble) return plan(Math.max(intervalMs(), spacingLeftMs()), 'timer');
      log.warn('a sync did not come through', { feed, reason, code: trouble.code });
      plan(retryMs(trouble, failures - 1), 'retry');
    } catch (error) {
      // What is stopped has lost the archive under its feet; the next start goes on from the cursor.
      if (isStopped) return;
      failures += 1;
      standing = { ...standing, failure: failure('internal', 'internal') };
      log.error('a sync broke', error, { feed, reason });
      plan(retryMs(undefined, failures - 1), 'retry');
    }
  };

  const isBarred = (): boolean => isBarring(standing.failure);

  return {
    request(reason) {
      if (!isBarred()) run(reason);
    },
    requestIn(ms, reason) {
      if (!isBarred()) plan(Math.max(ms, spacingLeftMs()), reason);
    },
    hint(reason) {
      if (isBarred() || !options.isAllowed()) return;
      const ms = spacingLeftMs(hintSpacingMs);
      if (ms === 0) run(reason);
      else plan(ms, reason);
    },
    begin(reason) {
      standing = { feed, lastSyncedAt: standing.lastSyncedAt };
      run(reason);
    },
    catchUp(reason) {
      if (failures === 0 || isBarred()) return;
      if (caughtUpFor !== begunAt) catchUps += 1;
      caughtUpFor = begunAt;
      const apartMs = catchUps === 1 ? 0 : spacingMs(catchUps - 1);
      const waitMs = (begunAt ?? 0) + apartMs - clock.now();
      // More than the whole spacing is left of a clock that was put back.
      if (waitMs <= 0 || waitMs > apartMs) run(reason);
      else plan(waitMs, reason);
    },
    repace() {
      // What failed has a time of its own.
      if (planned && failures === 0) plan(intervalMs(), 'timer');
    },
    getStanding: () => standing,
    remember(lastSyncedAt) {
      if (standing.lastSyncedAt === undefined) standing = { ...standing, lastSyncedAt };
    },
    isBehind: () => failures > 0 && !isBarred(),
    stop() {
      isStopped = true;
      planned?.cancel();
    },
  };
}
