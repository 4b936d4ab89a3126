import { failure, type Failure } from '../../../shared/failure.ts';
import type { Clock, Log } from '../ports.ts';
import { retryAfterMs } from '../retry-after.ts';
import type { Grant } from './api.ts';
import { readErrorBody } from './error-body.ts';
import { toFailure } from './errors.ts';
import type { Lane, Outcome } from './outcome.ts';
import { defaultPauseMs } from './rate-window.ts';
import { createRenewalPace, type RenewalTrouble } from './renewal-pace.ts';
import { NotAdmitted } from './scheduler.ts';
import { createPlatform, type Platform } from './sdk.ts';
import { exchange, unreadableSignIn } from './sign-in.ts';
import type { TokenStore } from './token-store.ts';
import { toUnsentFailure } from './unsent.ts';
import { bare, TokenRefused, WireError } from './wire-errors.ts';

/** A request could not be signed: nothing was sent, and this is why. */
export class NotAuthorised extends Error {
  override readonly name = 'NotAuthorised';
  readonly failure: Failure;

  constructor(reason: Failure) {
    super(`not authorised: ${reason.code}`);
    this.failure = reason;
  }
}

/** A call goes out with a token that lasts this long, in milliseconds: it may take a while to arrive. */
const callMarginMs = 5_000;

/** One sign-in: the SDK with its tokens, and the only refresh that may run at a time. */
export type Auth = {
  readonly platform: Platform;
  readonly store: TokenStore;
  /** Whether the user is elsewhere by now. */
  readonly hasLeft: boolean;
  signIn(grant: Grant): Promise<Outcome<void>>;
  /** Sees to a token that lasts; rejects with NotAuthorised. */
  ensureToken(lane: Lane): Promise<void>;
  /** Replaces a token that the server refused, unless that has been done meanwhile. */
  replaceToken(refused: string | undefined, lane: Lane): Promise<void>;
  /** Nothing more is done in its name but the revoke; what waits to leave does not. */
  leave(): void;
  /** Ends the session at the server as far as it can be reached; never rejects. */
  revoke(): Promise<void>;
};

/** Builds the SDK around a gate and a store. `onExpired` hears that the server ended the session. */
export function createAuth(options: {
  readonly store: TokenStore;
  readonly gate: (request: Request) => Promise<Response>;
  readonly leaving: AbortController;
  readonly clock: Clock;
  readonly log: Log;
  readonly appVersion: string;
  readonly getClockAheadMs: () => number | undefined;
  readonly onExpired: (reason: Failure) => void;
}): Auth {
  const { store, clock, leaving, gate, appVersion } = options;
  const platform = createPlatform({ app: store.app, storage: store.storage, gate, appVersion });
  const pace = createRenewalPace(clock);
  let renewing: Promise<void> | undefined;

  const refresh = async (): Promise<void> => {
    try {
      await platform.refresh();
      pace.succeeded();
    } catch (error) {
      const trouble = readRefreshError(error, options);
      if (trouble.cause === 'over') options.onExpired(trouble.failure);
      else pace.failed({ failure: trouble.failure, cause: trouble.cause });
      throw new NotAuthorised(trouble.failure);
    } finally {
      renewing = undefined;
    }
  };

  /** One refresh for all who ask while it runs. */
  const renew = async (lane: Lane): Promise<void> => {
    if (leaving.signal.aborted) throw new NotAuthorised(failure('auth', 'session.signed-out'));
    const obstacle = renewing ? undefined : pace.getObstacle(lane);
    if (obstacle) throw new NotAuthorised(obstacle);
    renewing ??= refresh();
    await renewing;
  };

  return {
    platform,
    store,
    get hasLeft() {
      return leaving.signal.aborted;
    },
    async signIn(grant) {
      const now = () => ({ at: clock.now(), clockAheadMs: options.getClockAheadMs() });
      const outcome = await exchange(platform, grant, now);
      if (outcome.kind === 'ok' && store.getAccessToken() === undefined) return unreadableSignIn;
      return outcome;
    },
    async ensureToken(lane) {
      // A call does not wait for a renewal while the token of before still works. Should the
      // renewal have come first, the 401 leads to it.
      const enoughMs = lane === 'call' ? callMarginMs : undefined;
      if (store.isAlive(enoughMs) && !leaving.signal.aborted) return;
      try {
        await renew(lane);
      } catch (error) {
        // Renewing begins a minute early: until then the old token still works.
        if (leaving.signal.aborted || !store.isAlive(0)) throw error;
      }
    },
    async replaceToken(refused, lane) {
      if (store.getAccessToken() !== refused) return;
      await renew(lane);
    },
    leave: () => leaving.abort(),
    async revoke() {
      try {
        // A pair that is on its way would outlive the one that is revoked before it comes.
        await renewing?.catch(() => undefined);
        if (!store.isAlive(0)) await platform.refresh();
        await platform.logout();
      } catch {
        // RingCentral's guide to authorization: errors of a revoke are not retried; the tokens are
        // forgotten here already.
      }
    },
  };
}

type RefreshEnd = {
  readonly failure: Failure;
  readonly cause: RenewalTrouble['cause'] | 'over';
};

/**
 * RingCentral's guide to refresh tokens: only `invalid_grant` ends a session; everything else may
 * pass.
 */
function readRefreshError(
  error: unknown,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): RefreshEnd {
  if (error instanceof TokenRefused) return readRefusal(error, clock);
  if (error instanceof NotAdmitted) {
    const cause = error.wait ? { waitMs: error.wait.ms } : 'unsent';
    return { failure: toUnsentFailure(error), cause };
  }
  if (error instanceof WireError)
    return { failure: toUnsentFailure(error), cause: error.written ? 'passing' : 'unsent' };
  // An answer that is no token, or a vault that could not be written: the old pair still stands,
  // and the server gives the same new one to whoever asks with it again (RingCentral's guide to
  // refresh tokens).
  log.error('a token refresh broke', bare(error));
  return { failure: failure('offline', 'server.error'), cause: 'passing' };
}

function readRefusal({ answer, body }: TokenRefused, clock: Clock): RefreshEnd {
  const { status, headers } = answer;
  const now = clock.now();
  const reason = toFailure('other', { status, headers, body, at: now });
  if (status < 500 && readErrorBody(body).codes.includes('invalid_grant'))
    return { failure: reason, cause: 'over' };
  const askedMs = retryAfterMs(headers.get('retry-after'), now);
  const waitMs = askedMs ?? (status === 429 ? defaultPauseMs : undefined);
  if (waitMs !== undefined && (status === 429 || status === 503))
    return { failure: reason, cause: { waitMs } };
  return { failure: reason, cause: status >= 500 || status === 408 ? 'passing' : 'refused' };
}
