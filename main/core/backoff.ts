const firstMs = 2_000;
const longestMs = 60_000;
/** Spreads what failed together, so that it does not come back together. */
const jitter = 0.25;

/**
 * How long to wait before the next attempt, in milliseconds: 2 s doubling to a minute
 * (RingCentral's guide to errors), plus up to a quarter. `fraction` is at least 0 and below 1.
 */
export function backoffMs(attempts: number, fraction: number): number {
  const waitMs = doubledMs({ firstMs, longestMs }, attempts - 1);
  return Math.round(waitMs * (1 + jitter * fraction));
}

/** A wait that doubles with every failure before, up to the longest, in milliseconds. */
export function doubledMs(
  waits: { readonly firstMs: number; readonly longestMs: number },
  failuresBefore: number,
): number {
  const doublings = Math.max(0, Math.min(failuresBefore, 20));
  return Math.min(waits.longestMs, waits.firstMs * 2 ** doublings);
}
