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

/** What can be done about a call that was not placed, the best first. */
export function waysOnFrom(failure: Failure): readonly ('again' | 'device')[] {
  const again = offersRetry(failure) ? (['again'] as const) : [];
  const device = offersDevice(failure) ? (['device'] as const) : [];
  // While RingCentral is away another phone is the way that works.
  return isToldAbove(failure) ? [...device, ...again] : [...again, ...device];
}

/** Whether asking once more can end differently. */
export function offersRetry(failure: Failure): boolean {
  return failure.retry !== 'never' && failure.kind !== 'auth';
}
