const firstMs = 2_000;
const longestMs = 60_000;
/** Spreads what failed together, so that it does not come back together. */
const jitter = 0.25;

/**
 * How long to wait before the next attempt, in milliseconds: 2 s doubling to a minute (FACTS 7.3),
 * plus up to a quarter. `fraction` is at least 0 and below 1.
 */
export function backoffMs(attempts: number, fraction: number): number {
  const doubled = firstMs * 2 ** Math.max(0, Math.min(attempts - 1, 10));
  return Math.round(Math.min(doubled, longestMs) * (1 + jitter * fraction));
}
