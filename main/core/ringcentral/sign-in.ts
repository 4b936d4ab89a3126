import { ZodError } from 'zod';
import { failure, type Failure, type FailureMessage } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Grant } from './api.ts';
import { readErrorBody } from './error-body.ts';
import { toFailure } from './errors.ts';
import type { Outcome } from './outcome.ts';
import { NotAdmitted } from './scheduler.ts';
import type { Platform } from './sdk.ts';
import { toUnsentFailure } from './unsent.ts';
import { bare, TokenRefused, WireError } from './wire-errors.ts';

/** So far may a clock be off before it is blamed for a refusal. */
const clockToleranceMs = 5 * 60_000;

/** Refusals that a clock which is off can be the reason of: a JWT and a code are good for a time. */
const timed: ReadonlySet<FailureMessage> = new Set(['session.jwt-refused', 'session.code-expired']);

type When = { readonly at: EpochMs; readonly clockAheadMs: number | undefined };

/** Exchanges a grant for tokens, which the SDK puts into its storage. One try: someone waits. */
export async function exchange(
  platform: Platform,
  grant: Grant,
  now: () => When,
): Promise<Outcome<void>> {
  try {
    await logIn(platform, grant);
    return { kind: 'ok', value: undefined };
  } catch (error) {
    return toSignInOutcome(error, grant, now());
  }
}

function logIn(platform: Platform, grant: Grant): Promise<Response> {
  switch (grant.method) {
    case 'jwt':
      return platform.login({ jwt: grant.jwt });
    case 'browser':
      return platform.login({
        code: grant.code,
        code_verifier: grant.codeVerifier,
        redirect_uri: grant.redirectUri,
      });
    case 'password': {
      const { username, password, extension } = grant;
      return withoutWarning(() =>
        platform.login({ username, password, ...(extension !== undefined && { extension }) }),
      );
    }
  }
}

/**
 * The SDK prints that passwords are deprecated, in the same turn in which it is called. Whoever
 * signs in with one is told so in our own words; the console is silent for that turn alone.
 */
function withoutWarning<T>(begin: () => T): T {
  const output = globalThis.console;
  const { warn } = output;
  output.warn = () => undefined;
  try {
    return begin();
  } finally {
    output.warn = warn;
  }
}

const notRingCentral = failure('offline', 'network.not-ringcentral', { retry: 'user' });

/** An answer that was taken for one of RingCentral's and holds no token. */
export const unreadableSignIn: Outcome<void> = { kind: 'unknown', failure: notRingCentral };

function toSignInOutcome(error: unknown, grant: Grant, when: When): Outcome<void> {
  if (error instanceof TokenRefused) return toRefusal(error, grant, when);
  if (error instanceof WireError && error.written)
    return { kind: 'unknown', failure: toUnsentFailure(error) };
  if (error instanceof WireError || error instanceof NotAdmitted)
    return { kind: 'not-sent', failure: toUnsentFailure(error) };
  if (error instanceof SyntaxError || error instanceof ZodError) return unreadableSignIn;
  throw bare(error);
}

function toRefusal({ answer, body }: TokenRefused, grant: Grant, when: When): Outcome<void> {
  const { status, headers } = answer;
  if (status >= 500 || status === 408)
    return { kind: 'unknown', failure: toFailure('other', { status, headers, body, at: when.at }) };
  // Some other server, which knows nothing of tokens.
  if (!headers.has('rcrequestid') && readErrorBody(body).codes.length === 0)
    return { kind: 'refused', status, failure: notRingCentral };
  const area = `sign-in-${grant.method}` as const;
  const reason = toFailure(area, { status, headers, body, at: when.at });
  return { kind: 'refused', status, failure: withMore(reason, grant, when) };
}

/** Adds what the sentence needs and RingCentral does not say. */
function withMore(reason: Failure, grant: Grant, { clockAheadMs = 0 }: When): Failure {
  if (timed.has(reason.message) && Math.abs(clockAheadMs) > clockToleranceMs) {
    const minutes = Math.round(Math.abs(clockAheadMs) / 60_000);
    return { ...reason, message: 'session.clock-off', params: { ...reason.params, minutes } };
  }
  if (reason.message === 'session.redirect-mismatch' && grant.method === 'browser')
    return { ...reason, params: { ...reason.params, redirectUri: grant.redirectUri } };
  return reason;
}
