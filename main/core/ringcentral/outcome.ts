import type { Failure } from '../../../shared/failure.ts';

/**
 * How a request to RingCentral ended. The difference between `not-sent` and `unknown` is the
 * whole safety of texts and calls: only what certainly never left may be repeated.
 */
export type Outcome<T> =
  | { readonly kind: 'ok'; readonly value: T }
  /** RingCentral answered and said no. */
  | { readonly kind: 'refused'; readonly status: number; readonly failure: Failure }
  /** Nothing was written to the wire: offline, refused connection, paused group, signed out. */
  | { readonly kind: 'not-sent'; readonly failure: Failure }
  /** It may have been carried out: time-out, reset, 408, 5xx or an unreadable answer. */
  | { readonly kind: 'unknown'; readonly failure: Failure };

/** The order in which requests go out; lower lanes never spend the slots kept for calls. */
export type Lane = 'call' | 'user' | 'outbox' | 'sync' | 'backfill';
