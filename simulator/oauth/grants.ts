import type { ApiError } from '../http/errors.ts';
import { oauthError } from '../http/errors.ts';
import type { ClientApp, OAuthSession } from '../state/types.ts';
import type { World } from '../world.ts';
import { accessRefusal } from './access.ts';
import { isDemoUser } from './demo-user.ts';
import { invalidRequest, required } from './form.ts';
import { isVerified } from './pkce.ts';
import type { Lifetimes } from './sessions.ts';
import { openSession, refreshSession } from './sessions.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const ACCESS_TTL = { min: 600, max: 3_600 };
const MAX_REFRESH_TTL = 2_592_000;

/** Gives a session for what the form brings; 400 invalid_grant and its kin when it brings nothing good. */
export function grantSession(world: World, app: ClientApp, form: URLSearchParams): OAuthSession {
  const grantType = required(form, 'grant_type');
  const lifetimes = lifetimesOf(form);
  const refusal = accessRefusal(world.state.access);
  if (refusal) {
    throw oauthError(refusal.status, refusal.error, refusal.code, refusal.message);
  }
  if (grantType === 'refresh_token') {
    return refreshSession(world, app, required(form, 'refresh_token'), lifetimes);
  }
  switch (grantType) {
    case 'authorization_code':
      redeemCode(world, app, form);
      break;
    case JWT_BEARER:
      takeJwt(world, app, form);
      break;
    case 'password':
      takePassword(world, form);
      break;
    default:
      // Seen at RingCentral with this word, where RFC 6749 has unsupported_grant_type.
      throw oauthError(400, 'invalid_request', 'OAU-250', 'Unsupported grant type');
  }
  return openSession(world, app, lifetimes, form.get('endpoint_id') ?? undefined);
}

/**
 * Too short a life is raised, too long a one cut; the SDK asks for -1 after a 401 (RingCentral's
 * guide to authorization).
 */
function lifetimesOf(form: URLSearchParams): Lifetimes {
  const accessTtl = secondsOf(form, 'access_token_ttl') ?? ACCESS_TTL.max;
  const refreshTtl = secondsOf(form, 'refresh_token_ttl') ?? 0;
  return {
    accessTtl: Math.min(Math.max(accessTtl, ACCESS_TTL.min), ACCESS_TTL.max),
    refreshTtl: refreshTtl > 0 ? Math.min(refreshTtl, MAX_REFRESH_TTL) : undefined,
  };
}

function secondsOf(form: URLSearchParams, name: string): number | undefined {
  const text = form.get(name);
  if (text === null) return undefined;
  if (!/^-?\d{1,9}$/.test(text)) throw invalidRequest(name);
  return Number(text);
}

/**
 * Any attempt of its own app spends the code (RingCentral's guide to errors for what each mistake
 * is called).
 */
function redeemCode(world: World, app: ClientApp, form: URLSearchParams): void {
  if (!app.flows.includes('code')) throw notAllowed(world, 'authorization_code');
  const { codes } = world.authorizations;
  const text = required(form, 'code');
  const code = codes.get(text);
  const refuse = (errorCode: string, message: string): ApiError =>
    oauthError(world.rules.authorizationCodeErrorStatus, 'invalid_grant', errorCode, message);
  if (!code) throw refuse('OAU-106', 'Invalid authorization code');
  const { request } = code;
  if (request.clientId !== app.id) {
    throw refuse('OAU-110', 'Authorization code was not issued for this application');
  }
  codes.delete(text);
  if (world.clock.now() >= code.endsAt) throw refuse('OAU-108', 'Authorization code is expired');
  const redirectUri = form.get('redirect_uri');
  if (redirectUri === null ? request.namesRedirectUri : redirectUri !== request.redirectUri) {
    throw refuse('OAU-109', 'Redirect URIs do not match');
  }
  // No code of its own is documented for a wrong verifier.
  if (!isVerified(request.challenge, form.get('code_verifier'))) {
    throw refuse('OAU-106', 'Invalid authorization code: code verifier does not match');
  }
}

function notAllowed(world: World, grantType: string): ApiError {
  const message = `The client is unauthorized for the required grant type: [${grantType}]`;
  const status = world.rules.authorizationCodeErrorStatus;
  return oauthError(status, 'unauthorized_client', 'OAU-112', message);
}

/** A JWT is made for one app or for several; the demo's are each bound to their own. */
function takeJwt(world: World, app: ClientApp, form: URLSearchParams): void {
  if (!app.flows.includes('jwt')) throw unauthorizedForGrant();
  const jwt = required(form, 'assertion');
  if (jwt === app.jwt) return;
  const { client, otherApps } = world.state;
  if ([client, ...otherApps].some((other) => other.jwt === jwt)) {
    // Not in RingCentral's table, but what production answers (reported by third parties in 2026).
    const message = `The client [${app.id}] is not allowed to use this personal API Key`;
    throw oauthError(400, 'invalid_request', 'OAU-473', message);
  }
  throw wrongCredentials();
}

/** RingCentral ended this on 31 March 2024; a rule brings it back (its guide to authorization). */
function takePassword(world: World, form: URLSearchParams): void {
  if (!world.rules.allowPasswordGrant) throw unauthorizedForGrant();
  const username = required(form, 'username');
  const password = required(form, 'password');
  const extension = form.get('extension') ?? undefined;
  if (!isDemoUser(world, { username, extension, password })) throw wrongCredentials();
}

/** What production says of a flow that the app does not have (RingCentral's FAQ, third parties). */
function unauthorizedForGrant(): ApiError {
  return oauthError(400, 'unauthorized_client', 'OAU-251', 'Unauthorized for this grant type');
}

function wrongCredentials(): ApiError {
  return oauthError(400, 'invalid_grant', 'OAU-140', 'Invalid resource owner credentials');
}
