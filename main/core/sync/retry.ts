import type { Failure, FailureMessage } from '../../../shared/failure.ts';
import { doubledMs } from '../backoff.ts';

/**
 * The wait after a first failure; it doubles with every further one (RingCentral's guide to
 * errors).
 */
const firstMs = 5_000;
const longestMs = 5 * 60_000;
/** A permission that is missing comes from an administrator, not from asking every few minutes. */
export const permissionMs = 30 * 60_000;
const permissionsMissing: ReadonlySet<FailureMessage> = new Set([
  'permission.app-missing',
  'permission.user-missing',
]);

/** Whether a permission stands in the way. */
export function isBarring(reason: Failure | undefined): boolean {
  return reason !== undefined && permissionsMissing.has(reason.message);
}

/** When to ask RingCentral again after a failure, in milliseconds: no sooner than it has asked for. */
export function retryMs(reason: Failure | undefined, failuresBefore: number): number {
  if (isBarring(reason)) return permissionMs;
  const asked = typeof reason?.retry === 'object' ? reason.retry.afterMs : 0;
  return Math.max(asked, spacingMs(failuresBefore));
}

/** How far apart tries are that failed so often before, in milliseconds. */
export function spacingMs(failuresBefore: number): number {
  return doubledMs({ firstMs, longestMs }, failuresBefore);
}
