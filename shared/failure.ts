import type { FailureMessage } from './failure-messages.ts';

export { failureMessages, type FailureMessage } from './failure-messages.ts';

/** What sort of thing went wrong; decides icon, tone and whether waiting can help. */
export type FailureKind =
  | 'offline'
  | 'auth'
  | 'rate-limited'
  | 'rejected'
  | 'invalid'
  | 'not-found'
  | 'conflict'
  | 'unsupported'
  | 'internal';

/**
 * Whether trying again can help: never, by itself (`auto`), when the user asks (`user`), or after
 * so many milliseconds.
 */
export type Retry = 'never' | 'auto' | 'user' | { readonly afterMs: number };

/** An outcome that was expected to be possible: a value, never thrown across a border. */
export type Failure = {
  readonly kind: FailureKind;
  /** RingCentral's own code where there is one (`MSG-246`), else ours (the message key). */
  readonly code: string;
  readonly message: FailureMessage;
  readonly retry: Retry;
  /** Values the sentence needs: a name, a count, a time in epoch milliseconds. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** The input field the sentence belongs beside. */
  readonly field?: string;
  /** For `internal`: the id under which the log has the details. */
  readonly incidentId?: string;
};

const defaultRetry: Readonly<Record<FailureKind, Retry>> = {
  offline: 'auto',
  auth: 'user',
  'rate-limited': 'auto',
  rejected: 'never',
  invalid: 'never',
  'not-found': 'never',
  conflict: 'user',
  unsupported: 'never',
  internal: 'user',
};

/** Builds a Failure; the code is the message key and the retry rule the kind's unless given. */
export function failure(
  kind: FailureKind,
  message: FailureMessage,
  more: Partial<Omit<Failure, 'kind' | 'message'>> = {},
): Failure {
  return { kind, message, code: message, retry: defaultRetry[kind], ...more };
}

/** Ends an exhaustive switch: a case left out is a compile error. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
