import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Clock } from '../ports.ts';

/** Socket tokens in any one minute: the Auth group has five requests, and a refresh needs them more. */
const mostTokens = 2;
const windowMs = 60_000;

/** Counts the socket tokens that are asked for. */
export type TokenBudget = {
  /** How long to wait for the next one, in milliseconds; 0 when it may be asked for now. */
  waitMs(): number;
  spend(): void;
};

/** Builds a budget of which nothing is spent. */
export function createTokenBudget(clock: Clock): TokenBudget {
  let spentAt: EpochMs[] = [];
  return {
    waitMs() {
      const now = clock.now();
      // One in the future is left of a clock that was put back.
      spentAt = spentAt.filter((at) => at > now - windowMs && at <= now);
      const oldest = spentAt.length < mostTokens ? undefined : spentAt[0];
      return oldest === undefined ? 0 : oldest + windowMs - now;
    },
    spend() {
      spentAt.push(clock.now());
    },
  };
}
