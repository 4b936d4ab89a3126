import { createHash } from 'node:crypto';

import type { Simulator } from '../../../simulator/server.ts';
import type { Reply } from './client.ts';
import { EXTENSION, toReply } from './client.ts';
import { authorizeInBrowser } from './browser.ts';

export const REDIRECT_URI = 'http://localhost:17845/callback';
export const VERIFIER = 'a-verifier-of-forty-three-characters-or-more_~.';
export const S256_CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

/** The address an app opens in the browser; `undefined` leaves a parameter out. */
export function authorizeUrl(
  { url, credentials }: Simulator,
  change: Record<string, string | undefined> = {},
): string {
  const parameters = {
    response_type: 'code',
    client_id: credentials.clientId,
    redirect_uri: REDIRECT_URI,
    state: 'a state & more',
    code_challenge: S256_CHALLENGE,
    code_challenge_method: 'S256',
    ...change,
  };
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return `${url}/restapi/oauth/authorize?${new URLSearchParams(given).toString()}`;
}

/** A fresh code, as the browser brings it back. */
export async function codeOf(
  simulator: Simulator,
  change: Record<string, string | undefined> = {},
): Promise<string> {
  const back = await authorizeInBrowser(simulator.url, authorizeUrl(simulator, change));
  simulator.account.resetRateLimits();
  return back.searchParams.get('code') ?? '';
}

export function codeGrant({ credentials }: Simulator, code: string): Record<string, string> {
  return {
    grant_type: 'authorization_code',
    code,
    redirect_uri: REDIRECT_URI,
    code_verifier: VERIFIER,
    client_id: credentials.clientId,
  };
}

export function refreshGrant(
  { credentials }: Simulator,
  refreshToken: unknown,
): Record<string, string> {
  return {
    grant_type: 'refresh_token',
    refresh_token: String(refreshToken),
    client_id: credentials.clientId,
  };
}

/** The Basic header of the app with a secret. */
export function basicOf({ account }: Simulator): Record<string, string> {
  const { id, secret } = account.confidentialApp;
  return { Authorization: `Basic ${btoa(`${id}:${String(secret)}`)}` };
}

/** A request with an access token, to see whether it is still good. */
export async function use({ url }: Simulator, accessToken: unknown): Promise<Reply> {
  const headers = { Authorization: `Bearer ${String(accessToken)}` };
  return toReply(await fetch(`${url}${EXTENSION}`, { headers }));
}
