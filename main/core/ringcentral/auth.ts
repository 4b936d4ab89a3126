import { SDK } from '@ringcentral/sdk/lib/SDK.js';
import { failure, type Failure } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Clock, Log } from '../ports.ts';
import { readErrorBody } from './error-body.ts';
import { toFailure } from './errors.ts';
import { TaggedRequest } from './gate.ts';
import type { Lane, Outcome } from './outcome.ts';
import { NotAdmitted } from './scheduler.ts';
import type { TokenStore } from './token-store.ts';
import { bare, TokenRefused, WireError } from './wire-errors.ts';
import { toUnsentFailure } from './unsent.ts';

/** After a refresh that failed, background work waits this long before it causes the next one. */
const renewPauseMs = 10_000;

/** A request could not be signed: nothing was sent, and this is why. */
export class NotAuthorised extends Error {
  override readonly name = 'NotAuthorised';
  readonly failure: Failure;

  constructor(reason: Failure) {
    super(`not authorised: ${reason.code}`);
    this.failure = reason;
  }
}

/** One sign-in: the SDK with its tokens, and the only refresh that may run at a time. */
export type Auth = {
  readonly platform: ReturnType<SDK['platform']>;
  readonly store: TokenStore;
  signIn(jwt: string): Promise<Outcome<void>>;
  /** Sees to a token that lasts; rejects with NotAuthorised. */
  ensureToken(lane: Lane): Promise<void>;
  /** Replaces a token that the server refused, unless that has been done meanwhile. */
  replaceToken(refused: string | undefined, lane: Lane): Promise<void>;
  /** Ends the session at the server as far as it can be reached; never rejects. */
  revoke(): Promise<void>;
};

/** Builds the SDK around a gate and a store. `onExpired` hears that the server ended the session. */
export function createAuth(options: {
  readonly store: TokenStore;
  readonly gate: (request: Request) => Promise<Response>;
  readonly clock: Clock;
  readonly log: Log;
  readonly appVersion: string;
  readonly onExpired: (reason: Failure) => void;
}): Auth {
  const { store, clock } = options;
  const platform = createPlatform(options);
  let lastTrouble: { readonly at: EpochMs; readonly failure: Failure } | undefined;

  const renew = async (lane: Lane): Promise<void> => {
    const isUrgent = lane === 'call' || lane === 'user';
    if (lastTrouble && !isUrgent && clock.now() - lastTrouble.at < renewPauseMs)
      throw new NotAuthorised(lastTrouble.failure);
    try {
      // The SDK shares one refresh among all who ask while it runs.
      await platform.refresh();
      lastTrouble = undefined;
    } catch (error) {
      const { failure: reason, isOver } = readRefreshError(error, clock.now(), options.log);
      lastTrouble = { at: clock.now(), failure: reason };
      if (isOver) options.onExpired(reason);
      throw new NotAuthorised(reason);
    }
  };

  return {
    platform,
    store,
    async signIn(jwt) {
      try {
        await platform.login({ jwt });
      } catch (error) {
        return toSignInOutcome(error, clock.now());
      }
      if (store.getAccessToken() === undefined) return unreadableSignIn;
      return { kind: 'ok', value: undefined };
    },
    async ensureToken(lane) {
      if (store.isAlive()) return;
      try {
        await renew(lane);
      } catch (error) {
        // Renewing begins a minute early: until then the old token still works.
        if (!store.isAlive(0)) throw error;
      }
    },
    async replaceToken(refused, lane) {
      if (store.getAccessToken() !== refused) return;
      await renew(lane);
    },
    async revoke() {
      try {
        if (!store.isAlive(0)) await platform.refresh();
        await platform.logout();
      } catch {
        // FACTS 1.5: errors of a revoke are not retried; the tokens are forgotten here already.
      }
    },
  };
}

function createPlatform(options: {
  readonly store: TokenStore;
  readonly gate: (request: Request) => Promise<Response>;
  readonly appVersion: string;
}): ReturnType<SDK['platform']> {
  const { serverUrl, clientId, clientSecret } = options.store.app;
  const sdk = new SDK({
    server: serverUrl,
    clientId,
    ...(clientSecret !== undefined && { clientSecret }),
    appName: 'Sidetone',
    appVersion: options.appVersion,
    // By default any failed refresh, an offline one too, wipes the tokens (FACTS 1.7).
    clearCacheOnRefreshError: false,
    refreshDelayMs: 0,
    fetch: options.gate as typeof fetch,
    Request: TaggedRequest,
    Response,
    Headers,
    localStorage: options.store.storage as unknown as Storage,
  });
  const platform = sdk.platform();
  // Tokens are seen to before a request is built, so that a refusal of theirs is never taken for
  // the request's own.
  platform.ensureLoggedIn = async () => null;
  return platform;
}

const unreadableSignIn: Outcome<void> = {
  kind: 'unknown',
  failure: failure('offline', 'network.not-ringcentral', { retry: 'user' }),
};

function toSignInOutcome(error: unknown, at: EpochMs): Outcome<void> {
  if (error instanceof TokenRefused) {
    const { status, headers } = error.answer;
    const reason = toFailure('sign-in', { status, headers, body: error.body, at });
    return status >= 500 || status === 408
      ? { kind: 'unknown', failure: reason }
      : { kind: 'refused', status, failure: reason };
  }
  if (error instanceof WireError && error.written)
    return { kind: 'unknown', failure: toUnsentFailure(error) };
  if (error instanceof WireError || error instanceof NotAdmitted)
    return { kind: 'not-sent', failure: toUnsentFailure(error) };
  if (error instanceof SyntaxError) return unreadableSignIn;
  throw bare(error);
}

type RefreshTrouble = { readonly failure: Failure; readonly isOver: boolean };

/** FACTS 1.4: only `invalid_grant` ends a session; everything else may pass. */
function readRefreshError(error: unknown, at: EpochMs, log: Log): RefreshTrouble {
  if (error instanceof TokenRefused) {
    const { status, headers } = error.answer;
    const { codes } = readErrorBody(error.body);
    const reason = toFailure('other', { status, headers, body: error.body, at });
    return { failure: reason, isOver: status < 500 && codes.includes('invalid_grant') };
  }
  if (error instanceof WireError || error instanceof NotAdmitted)
    return { failure: toUnsentFailure(error), isOver: false };
  // An answer that is no token, or a vault that could not be written: the old pair still stands,
  // and the server gives the same new one to whoever asks with it again (FACTS 1.4).
  log.error('a token refresh broke', bare(error));
  return { failure: failure('offline', 'server.error'), isOver: false };
}
