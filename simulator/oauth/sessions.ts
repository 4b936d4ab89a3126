import { badToken, oauthError } from '../http/errors.ts';
import type { OAuthSession } from '../state/types.ts';
import type { World } from '../world.ts';

/** Parallel sessions per user and app; the oldest gives way (FACTS 1.4). */
const MAX_SESSIONS = 5;
const GRACE_AFTER_USE_MS = 10_000;
const GRACE_UNUSED_MS = 60 * 60_000;
/** For this long a replaced access token is "corrupted", later it is "not found". */
const CORRUPTED_FOR_MS = 10_000;
const RETIRED_KEPT = 10;

/** What tells a token of this server from any other text. */
const TOKEN_PREFIX = 'U0lNMDFQ';

export type Lifetimes = { readonly accessTtl: number; readonly refreshTtl: number };

/** Opens a session and gives it its first pair of tokens; times in seconds. */
export function openSession(
  world: World,
  lifetimes: Lifetimes,
  endpointId: string | undefined,
): OAuthSession {
  const now = world.clock.now();
  const session: OAuthSession = {
    id: world.random.text(22),
    clientId: world.state.client.id,
    createdAt: now,
    endpointId: endpointId ?? world.random.text(22),
    refreshTtl: lifetimes.refreshTtl,
    ...newPair(world, lifetimes.accessTtl, lifetimes.refreshTtl),
    previousRefreshToken: undefined,
    retired: [],
  };
  world.state.sessions = [...world.state.sessions, session].slice(-MAX_SESSIONS);
  world.changed();
  return session;
}

type Pair = Pick<
  OAuthSession,
  | 'accessToken'
  | 'accessExpiresAt'
  | 'accessUsedAt'
  | 'refreshToken'
  | 'refreshExpiresAt'
  | 'issuedAt'
>;

function newPair(world: World, accessTtl: number, refreshTtl: number): Pair {
  const now = world.clock.now();
  const newToken = (): string => `${TOKEN_PREFIX}${world.random.text(46)}`;
  return {
    accessToken: newToken(),
    accessExpiresAt: now + accessTtl * 1_000,
    accessUsedAt: undefined,
    refreshToken: world.state.client.issueRefreshTokens ? newToken() : undefined,
    refreshExpiresAt: now + refreshTtl * 1_000,
    issuedAt: now,
  };
}

/**
 * Exchanges a refresh token. Each is good once, with RingCentral's grace rule: the one just used
 * gives the same new pair again until ten seconds after the new access token was first used, or
 * for an hour while it is unused (FACTS 1.4).
 */
export function refreshSession(world: World, token: string, accessTtl: number): OAuthSession {
  const now = world.clock.now();
  const session = world.state.sessions.find(
    (entry) => entry.refreshToken === token || entry.previousRefreshToken === token,
  );
  if (!session) throw oauthError(400, 'invalid_grant', 'OAU-213', 'Token not found');
  if (session.previousRefreshToken === token) {
    const graceEnds =
      session.accessUsedAt === undefined
        ? session.issuedAt + GRACE_UNUSED_MS
        : session.accessUsedAt + GRACE_AFTER_USE_MS;
    if (now > graceEnds) throw oauthError(400, 'invalid_grant', 'OAU-211', 'Token revoked');
    return session;
  }
  if (now >= session.refreshExpiresAt) {
    throw oauthError(400, 'invalid_grant', 'OAU-213', 'Token not found');
  }
  session.retired = [...session.retired, { token: session.accessToken, at: now }].slice(
    -RETIRED_KEPT,
  );
  session.previousRefreshToken = token;
  Object.assign(session, newPair(world, accessTtl, session.refreshTtl));
  world.changed();
  return session;
}

/** Either token ends the whole session; an unknown one changes nothing. */
export function revokeSession(world: World, token: string): OAuthSession | undefined {
  const session = world.state.sessions.find(
    (entry) => entry.accessToken === token || entry.refreshToken === token,
  );
  if (session) {
    world.state.sessions = world.state.sessions.filter((entry) => entry !== session);
    world.changed();
  }
  return session;
}

/** The session of an access token, or 401 with the code that says what is wrong with it. */
export function sessionOf(world: World, token: string): OAuthSession {
  if (!token.startsWith(TOKEN_PREFIX)) throw badToken('OAU-149');
  const now = world.clock.now();
  const session = world.state.sessions.find((entry) => entry.accessToken === token);
  if (session) {
    if (now >= session.accessExpiresAt) throw badToken('OAU-128');
    session.accessUsedAt ??= now;
    return session;
  }
  const retired = world.state.sessions
    .flatMap((entry) => entry.retired)
    .find((entry) => entry.token === token);
  throw badToken(retired && now - retired.at <= CORRUPTED_FOR_MS ? 'OAU-129' : 'OAU-213');
}

/** The session a WebSocket belongs to; 401 when it was revoked meanwhile. */
export function sessionById(world: World, id: string): OAuthSession {
  const session = world.state.sessions.find((entry) => entry.id === id);
  if (!session) throw badToken('OAU-213');
  return session;
}
