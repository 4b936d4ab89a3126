import type { SimulatorClock } from './clock.ts';
import { rateExceeded } from './http/errors.ts';
import type { Rules } from './rules.ts';

export type Group = keyof Rules['rateLimits'];

const WINDOW_MS = 60_000;
const PENALTY_MS = 60_000;

type Bucket = { accepted: number[]; penaltyUntil: number };

/**
 * Sliding windows per user, app and group; every request during a penalty starts it anew
 * (RingCentral's guide to rate limits).
 */
export type RateLimits = {
  /** Counts one request; returns the X-Rate-Limit headers of its answer or throws 429 CMN-301. */
  admit(owner: string, group: Group): Record<string, string>;
  /** Forgets all counts and penalties. */
  reset(): void;
};

export function createRateLimits(clock: SimulatorClock, rules: Rules): RateLimits {
  const buckets = new Map<string, Bucket>();
  const bucketOf = (key: string): Bucket => {
    const bucket = buckets.get(key) ?? { accepted: [], penaltyUntil: 0 };
    buckets.set(key, bucket);
    return bucket;
  };
  return {
    reset: () => buckets.clear(),
    admit(owner, group) {
      const bucket = bucketOf(`${owner}/${group}`);
      const now = clock.now();
      const limit = rules.rateLimits[group];
      bucket.accepted = bucket.accepted.filter((at) => at > now - WINDOW_MS);
      if (now < bucket.penaltyUntil || bucket.accepted.length >= limit) {
        bucket.penaltyUntil = now + PENALTY_MS;
        throw rateExceeded({
          ...(rules.rateHeaders === 'all' ? headersOf(group, limit, 0) : {}),
          ...(rules.retryAfter ? { 'Retry-After': String(PENALTY_MS / 1_000) } : {}),
        });
      }
      bucket.accepted.push(now);
      if (rules.rateHeaders === 'none') return {};
      return headersOf(group, limit, limit - bucket.accepted.length);
    },
  };
}

/** The group's name is in lower case on the wire. */
function headersOf(group: Group, limit: number, remaining: number): Record<string, string> {
  return {
    'X-Rate-Limit-Group': group.toLowerCase(),
    'X-Rate-Limit-Limit': String(limit),
    'X-Rate-Limit-Remaining': String(remaining),
    'X-Rate-Limit-Window': String(WINDOW_MS / 1_000),
  };
}
