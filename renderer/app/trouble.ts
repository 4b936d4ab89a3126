import type { Failure } from '../../shared/failure.ts';

/** Whether the device's own dialer can do what RingOut could not. */
export function offersDevice(failure: Failure): boolean {
  return ['offline', 'auth', 'rate-limited', 'rejected', 'unsupported', 'internal'].includes(
    failure.kind,
  );
}

/** Whether a banner above all screens tells this already. */
export function isToldAbove(failure: Failure): boolean {
  return failure.kind === 'offline' || failure.message === 'session.expired';
}

/** Whether asking once more can end differently. */
export function offersRetry(failure: Failure): boolean {
  return failure.retry !== 'never' && failure.kind !== 'auth';
}
