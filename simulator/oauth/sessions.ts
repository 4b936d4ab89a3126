import { badToken, oauthError } from '../http/errors.ts';
import type { ClientApp, OAuthSession } from '../state/types.ts';
import type { World } from '../world.ts';

/**
 * Parallel sessions per user and app; the oldest gives way (RingCentral's guide to refresh tokens).
 */
const MAX_SESSIONS = 5;
const GRACE_AFTER_USE_MS = 10_000;
const GRACE_UNUSED_MS = 60 * 60_000;
/** For this long a replaced access token is "corrupted", later it is "not found". */
const CORRUPTED_FOR_MS = 10_000;
const RETIRED_KEPT = 10;

/** What tells a token of this server from any other text. */
const TOKEN_PREFIX = 'U0lNMDFQ';

const REFRESH_TTL_S = 604_800;

/** In seconds; a refresh that names none for its token keeps the session's. */
export type Lifetimes = { readonly accessTtl: number; readonly refreshTtl: number | undefined };

/** Opens a session and gives it its first pair of tokens; a sixth of the app ends the oldest. */
export function openSession(
  world: World,
  app: ClientApp,
  lifetimes: Lifetimes,
  endpointId: string | undefined,
): OAuthSession {
  const session: OAuthSession = {
    id: world.random.text(22),
    clientId: app.id,
    createdAt: world.clock.now(),
    endpointId: endpointId ?? world.random.text(22),
    ...newPair(world, app, lifetimes.accessTtl, lifetimes.refreshTtl ?? REFRESH_TTL_S),
    previousRefreshToken: undefined,
    retired: [],
  };
  const others = world.state.sessions.filter(({ clientId }) => clientId === app.id);
  const replaced = others.filter((other) => isReplaced(world, other, endpointId));
  const kept = others.filter((other) => !replaced.includes(other));
  world.state.sessions = [...world.state.sessions, session];
  for (const old of [...replaced, ...kept.slice(0, -(MAX_SESSIONS - 1))]) endSession(world, old);
  world.changed();
  return session;
}

/**
 * Whether a new sign-in of an installation takes the place of its last one: not known
 * (RingCentral's guide to refresh tokens).
 */
function isReplaced(world: World, old: OAuthSession, endpointId: string | undefined): boolean {
  return world.rules.endpointReplacesSession && old.endpointId === endpointId;
}

/** Ends a session for good: its tokens, and the sockets that were opened with them. */
export function endSession(world: World, session: OAuthSession): void {
  world.state.sessions = world.state.sessions.filter((entry) => entry !== session);
  world.hub.closeSession(session.id);
  world.changed();
}

type Pair = Pick<
  OAuthSession,
  | 'accessToken'
  | 'accessExpiresAt'
  | 'accessUsedAt'
  | 'refreshToken'
  | 'refreshExpiresAt'
  | 'refreshTtl'
  | 'issuedAt'
>;

function newPair(world: World, app: ClientApp, accessTtl: number, refreshTtl: number): Pair {
  const now = world.clock.now();
  const newToken = (): string => `${TOKEN_PREFIX}${world.random.text(46)}`;
  return {
    accessToken: newToken(),
    accessExpiresAt: now + accessTtl * 1_000,
    accessUsedAt: undefined,
    refreshToken: app.issueRefreshTokens ? newToken() : undefined,
    refreshExpiresAt: now + refreshTtl * 1_000,
    refreshTtl,
    issuedAt: now,
  };
}

/**
 * Exchanges a refresh token. Each is good once, with RingCentral's grace rule: the one just used
 * gives the same new pair again until ten seconds after the new access token was first used, or for
 * an hour while it is unused (its guide to refresh tokens). Another app's token is as good as none.
 */
export function refreshSession(
  world: World,
  app: ClientApp,
  token: string,
  lifetimes: Lifetimes,
): OAuthSession {
  const now = world.clock.now();
  const session = world.state.sessions.find(
    ({ clientId, refreshToken, previousRefreshToken }) =>
      clientId === app.id && (refreshToken === token || previousRefreshToken === token),
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
  const { accessTtl, refreshTtl = session.refreshTtl } = lifetimes;
  Object.assign(session, newPair(world, app, accessTtl, refreshTtl));
  world.changed();
  return session;
}

/** Either token ends the whole session; one that is unknown, or another app's, names none. */
export function findSessionToRevoke(
  world: World,
  app: ClientApp,
  token: string,
): OAuthSession | undefined {
  return world.state.sessions.find(
    ({ clientId, accessToken, refreshToken }) =>
      clientId === app.id && (accessToken === token || refreshToken === token),
  );
}

/** The session of an access token, or 401 with the code that says what is wrong with it. */
export function sessionOf(world: World, token: string): OAuthSession {
  if (!token.startsWith(TOKEN_PREFIX)) throw badToken('OAU-149');
  const now = world.clock.now();
  const session = world.state.sessions.find((entry) => entry.accessToken === token);
  if (session) {
    if (now >= session.accessExpiresAt) throw badToken('OAU-128');
    if (session.accessUsedAt === undefined) {
      session.accessUsedAt = now;
      world.changed();
    }
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
