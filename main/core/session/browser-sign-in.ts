import { failure, type Failure } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { SignInStep } from '../../../shared/model/session.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Ports } from '../ports.ts';
import type { AppRegistration, Grant, RingCentralClient } from '../ringcentral/api.ts';
import { toAuthorizationFailure } from '../ringcentral/errors.ts';
import { judgeSignInFailure } from '../ringcentral/hosts.ts';
import { openLoopback, redirectUriOf, type Redirect } from './loopback.ts';
import { createOneTimeText } from './one-time-text.ts';
import type { Page } from './pages.ts';

/** How long the browser may take to come back. */
export const browserPatienceMs = 5 * 60_000;

/** The browser came back with a code; its page waits for what becomes of it. */
export type Arrival = {
  readonly grant: Extract<Grant, { readonly method: 'browser' }>;
  /** Ends the page and frees the port. */
  finish(page: Page): Promise<void>;
};

/**
 * Sends the user to RingCentral's sign-in page in their own browser and waits there (RFC 8252,
 * authorization code with PKCE). A browser that does not open ends nothing: its address can be
 * opened by hand. Fails with `session.port-taken`, `-browser-timeout`, `-cancelled`,
 * `-consent-denied`, or what else RingCentral's page said; the port is free again then.
 */
export async function waitForBrowser(options: {
  readonly app: AppRegistration;
  readonly port: number;
  readonly client: Pick<RingCentralClient, 'authorize'>;
  readonly ports: Pick<Ports, 'clock' | 'log' | 'opener'>;
  readonly cancelled: AbortSignal;
  readonly onStep: (step: Extract<SignInStep, { step: 'browser' }>) => void;
}): Promise<Result<Arrival>> {
  const { clock, log, opener } = options.ports;
  const redirectUri = redirectUriOf(options.port);
  const state = createOneTimeText();
  const opened = await openLoopback(options.port, state.redeem);
  if (!opened.ok) return opened;
  const { redirect, close } = opened.value;
  try {
    const { url, codeVerifier } = options.client.authorize(options.app, {
      redirectUri,
      state: state.text,
    });
    const step = { step: 'browser', url, endsAt: clock.now() + browserPatienceMs } as const;
    options.onStep(step);
    let isWaiting = true;
    void openPage(opener, url).then((problem) => {
      if (!problem) return;
      log.warn('the browser could not be opened for a sign-in');
      if (isWaiting) options.onStep({ ...step, problem });
    });
    const came = await firstOf(redirect, redirectUri, options);
    isWaiting = false;
    if ('failure' in came) return end(close, came.failure);
    const code = came.redirect.query.get('code');
    if (code) {
      const grant = { method: 'browser' as const, code, codeVerifier, redirectUri };
      return ok({
        grant,
        async finish(page: Page) {
          await came.redirect.answer(page);
          close();
        },
      });
    }
    const reason = readRefusal(came.redirect.query, options.app.serverUrl, clock.now());
    const isDenied = reason.message === 'session.consent-denied';
    await came.redirect.answer({ kind: isDenied ? 'denied' : 'failed' });
    return end(close, reason);
  } catch (error) {
    close();
    throw error;
  }
}

function end(close: () => void, reason: Failure): Result<never> {
  close();
  return fail(reason);
}

/** Opens the page in the browser; answers `session.browser-not-opened` when that did not work. */
export async function openPage(opener: Ports['opener'], url: string): Promise<Failure | undefined> {
  const isOpened = await opener.openPage(url).catch(() => false);
  return isOpened
    ? undefined
    : failure('unsupported', 'session.browser-not-opened', { retry: 'user' });
}

type Came = { readonly redirect: Redirect } | { readonly failure: Failure };

/** The redirect, or why nobody waits for it any longer. */
async function firstOf(
  redirect: Promise<Redirect>,
  redirectUri: string,
  { cancelled, ports }: { readonly cancelled: AbortSignal; readonly ports: Pick<Ports, 'clock'> },
): Promise<Came> {
  const { promise, resolve } = Promise.withResolvers<Came>();
  const giveUp = (): void => resolve({ failure: failure('conflict', 'session.cancelled') });
  // A redirect URI that is not registered ends on RingCentral's page, and nothing comes back.
  const runOut = (): void =>
    resolve({ failure: failure('auth', 'session.browser-timeout', { params: { redirectUri } }) });
  const callOff = ports.clock.schedule(browserPatienceMs, runOut);
  cancelled.addEventListener('abort', giveUp);
  if (cancelled.aborted) giveUp();
  try {
    return await Promise.race([promise, redirect.then((found) => ({ redirect: found }))]);
  } finally {
    callOff();
    cancelled.removeEventListener('abort', giveUp);
  }
}

/** What RingCentral's page came back with instead of a code (its guide to authorization). */
function readRefusal(query: URLSearchParams, serverUrl: string, at: EpochMs): Failure {
  const error = query.get('error') ?? '';
  const description = query.get('error_description') ?? undefined;
  return judgeSignInFailure(toAuthorizationFailure({ error, description, at }), serverUrl);
}
