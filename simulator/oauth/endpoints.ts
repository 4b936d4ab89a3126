import { formBody } from '../http/body.ts';
import { oauthError } from '../http/errors.ts';
import type { Answer, Incoming } from '../http/message.ts';
import { json } from '../http/message.ts';
import type { OAuthSession } from '../state/types.ts';
import type { World } from '../world.ts';
import { openSession, refreshSession, revokeSession } from './sessions.ts';

const ACCESS_TTL = { min: 600, max: 3_600 };
const REFRESH_TTL = { default: 604_800, max: 2_592_000 };

/** POST /restapi/oauth/token: JWT bearer and refresh token grants (FACTS 1.3). */
export function postToken(world: World, request: Incoming): Answer {
  const form = formBody(request);
  requireClient(world, request, form);
  const headers = world.limits.admit(ownerOf(world), 'Auth');
  const session = grant(world, form);
  return json(200, tokenInfo(world, session), { 'Cache-Control': 'no-store', ...headers });
}

/** POST /restapi/oauth/revoke: 200 with no body, whether or not the token was known. */
export function postRevoke(world: World, request: Incoming): Answer {
  const form = formBody(request);
  requireClient(world, request, form);
  const headers = world.limits.admit(ownerOf(world), 'Auth');
  const session = revokeSession(world, form.get('token') ?? request.query.get('token') ?? '');
  if (session) world.hub.closeSession(session.id);
  return { status: 200, headers, body: undefined };
}

/** Rate limits are counted per user and app. */
export function ownerOf(world: World): string {
  return `${world.state.profile.extensionId}/${world.state.client.id}`;
}

function requireClient(world: World, request: Incoming, form: URLSearchParams): void {
  const basic = /^basic (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  const [id, secret] =
    basic === undefined
      ? [form.get('client_id') ?? '', '']
      : Buffer.from(basic, 'base64').toString('utf8').split(':');
  // The demo app is a public client: it has no secret to show.
  if (id !== world.state.client.id || secret !== '') {
    throw oauthError(401, 'invalid_client', 'OAU-146', 'Invalid client credentials');
  }
}

function grant(world: World, form: URLSearchParams): OAuthSession {
  const accessTtl = accessTtlOf(form);
  const asked = Number(form.get('refresh_token_ttl') ?? REFRESH_TTL.default);
  const refreshTtl = asked > 0 ? Math.min(asked, REFRESH_TTL.max) : REFRESH_TTL.default;
  switch (form.get('grant_type')) {
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      if (form.get('assertion') !== world.state.client.jwt) {
        throw oauthError(400, 'invalid_grant', 'OAU-140', 'Invalid resource owner credentials');
      }
      return openSession(world, { accessTtl, refreshTtl }, form.get('endpoint_id') ?? undefined);
    case 'refresh_token':
      return refreshSession(world, form.get('refresh_token') ?? '', accessTtl);
    case null:
      throw oauthError(400, 'invalid_request', 'OAU-150', 'Grant type is not specified');
    default:
      throw oauthError(400, 'unsupported_grant_type', 'OAU-150', 'Unsupported grant type');
  }
}

/** Short values are raised; RingCentral's own SDK asks for -1 after a 401 (FACTS 1.3). */
function accessTtlOf(form: URLSearchParams): number {
  const asked = Number(form.get('access_token_ttl') ?? ACCESS_TTL.max);
  if (!Number.isInteger(asked)) {
    throw oauthError(400, 'invalid_request', 'OAU-150', 'Parameter [access_token_ttl] is invalid');
  }
  return Math.min(Math.max(asked, ACCESS_TTL.min), ACCESS_TTL.max);
}

function tokenInfo(world: World, session: OAuthSession): unknown {
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
    scope: world.state.client.permissions.join(' '),
    owner_id: String(world.state.profile.extensionId),
    endpoint_id: session.endpointId,
    session_id: session.id,
  };
}
