import type { Failure } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Clock } from '../ports.ts';
import type { Lane } from './outcome.ts';

/**
 * Between two renewals that background work causes while they fail (RingCentral's guide to refresh
 * tokens).
 */
const retryMs = 10_000;
/** So many follow each other that closely; after them there is one a minute. */
const quickTries = 3;
const slowRetryMs = 60_000;
/** After a refusal, which only time or somebody at RingCentral can change. */
const refusedRetryMs = 5 * 60_000;

/**
 * Why a renewal failed, sorted by what RingCentral's guide to refresh tokens says to do about it.
 */
export type RenewalTrouble = {
  readonly failure: Failure;
  /**
   * `unsent`: it never arrived; `passing`: a time-out, 408 or 5xx; `refused`: any other refusal
   * than `invalid_grant`; or RingCentral, or our own scheduler, named a time to wait.
   */
  readonly cause: 'unsent' | 'passing' | 'refused' | { readonly waitMs: number };
};

/**
 * When a token may be renewed again after a renewal that failed. No request waits for that: it
 * ends at once with the reason, and comes back by the rules of whoever made it. A call or a
 * click causes a renewal of its own, unless RingCentral has named a time.
 */
export type RenewalPace = {
  /** Why it may not be tried now; undefined when it may. */
  getObstacle(lane: Lane): Failure | undefined;
  failed(trouble: RenewalTrouble): void;
  succeeded(): void;
};

type Rest = { readonly failure: Failure; readonly waitMs: number; readonly isForAll: boolean };

/** Builds it for a session whose last renewal went well. */
export function createRenewalPace(clock: Clock): RenewalPace {
  let rest: Rest | undefined;
  let until: EpochMs = 0;
  let tries = 0;

  const waitAfter = (cause: RenewalTrouble['cause']): number => {
    if (typeof cause === 'object') return cause.waitMs;
    if (cause === 'refused') return refusedRetryMs;
    return cause === 'unsent' || tries < quickTries ? retryMs : slowRetryMs;
  };

  return {
    getObstacle(lane) {
      if (!rest) return undefined;
      const isUrgent = lane === 'call' || lane === 'user';
      if (isUrgent && !rest.isForAll) return undefined;
      // A clock that was put back would hold it up until it catches up.
      until = Math.min(until, clock.now() + rest.waitMs);
      return clock.now() < until ? rest.failure : undefined;
    },
    failed({ failure, cause }) {
      if (cause === 'passing') tries += 1;
      const waitMs = waitAfter(cause);
      rest = { failure, waitMs, isForAll: typeof cause === 'object' };
      until = clock.now() + waitMs;
    },
    succeeded() {
      rest = undefined;
      tries = 0;
    },
  };
}
