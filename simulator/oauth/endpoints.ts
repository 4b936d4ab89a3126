import { oauthError } from '../http/errors.ts';
import type { Answer, Incoming } from '../http/message.ts';
import { json } from '../http/message.ts';
import type { ClientApp, OAuthSession } from '../state/types.ts';
import type { World } from '../world.ts';
import { ownerOf } from './apps.ts';
import { requireApp } from './client-auth.ts';
import { oauthForm, required } from './form.ts';
import { grantSession } from './grants.ts';
import { endSession, findSessionToRevoke } from './sessions.ts';

/**
 * POST /restapi/oauth/token: a pair of tokens for a code, a JWT, a password or a refresh token
 * (RingCentral's guide to authorization).
 */
export function postToken(world: World, request: Incoming): Answer {
  const form = oauthForm(request);
  const app = requireApp(world, request, form);
  const headers = world.limits.admit(ownerOf(world, app), 'Auth');
  const session = grantSession(world, app, form);
  return json(200, tokenInfo(world, app, session), { 'Cache-Control': 'no-store', ...headers });
}

/**
 * POST /restapi/oauth/revoke: 200 with no body, whether or not the token was known (RingCentral's
 * guide to authorization).
 */
export function postRevoke(world: World, request: Incoming): Answer {
  const form = oauthForm(request);
  const app = requireApp(world, request, form);
  const headers = world.limits.admit(ownerOf(world, app), 'Auth');
  const session = findSessionToRevoke(world, app, tokenToRevoke(request, form));
  if (session) endSession(world, session);
  return { status: 200, headers, body: undefined };
}

/** The token may come in the form or in the query, but not as two different ones. */
function tokenToRevoke(request: Incoming, form: URLSearchParams): string {
  const inQuery = request.query.get('token');
  const inForm = form.get('token');
  if (inQuery !== null && inForm !== null && inQuery !== inForm) {
    const message =
      'The value of query parameter [token] should be equal to parameter [token] in request body';
    throw oauthError(400, 'invalid_request', 'OAU-150', message);
  }
  return inQuery ?? required(form, 'token');
}

function tokenInfo(world: World, app: ClientApp, session: OAuthSession): unknown {
  const secondsUntil = (time: number): number =>
    Math.max(0, Math.floor((time - world.clock.now()) / 1_000));
  return {
    access_token: session.accessToken,
    token_type: 'bearer',
    expires_in: secondsUntil(session.accessExpiresAt),
    ...(session.refreshToken === undefined
      ? {}
      : {
          refresh_token: session.refreshToken,
          refresh_token_expires_in: secondsUntil(session.refreshExpiresAt),
        }),
    scope: app.permissions.join(' '),
    owner_id: String(world.state.profile.extensionId),
    endpoint_id: session.endpointId,
    session_id: session.id,
  };
}
