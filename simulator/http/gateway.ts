import { sessionById, sessionOf } from '../oauth/sessions.ts';
import { appOf, ownerOf } from '../oauth/apps.ts';
import { openRoutes, pageRoutes, routes } from '../route-table.ts';
import type { ClientApp, OAuthSession } from '../state/types.ts';
import type { World } from '../world.ts';
import {
  ApiError,
  badAuthorization,
  forbidden,
  internalError,
  methodNotAllowed,
  missingPermission,
  noSuchPath,
  resourceNotFound,
} from './errors.ts';
import type { Answer, Incoming } from './message.ts';
import type { Route } from './routes.ts';
import { findRoute } from './routes.ts';

/** Answers one request; every answer, also of a failure, carries RCRequestId. */
export async function answerRequest(world: World, request: Incoming): Promise<Answer> {
  const headers: Record<string, string> = { RCRequestId: world.random.uuid() };
  try {
    const answer = await route(world, request, headers);
    return { ...answer, headers: { ...headers, ...answer.headers } };
  } catch (error) {
    const answer = (error instanceof ApiError ? error : internalError(error)).toAnswer();
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }
}

async function route(
  world: World,
  request: Incoming,
  headers: Record<string, string>,
): Promise<Answer> {
  const open = findRoute([...openRoutes, ...pageRoutes], request.method, request.path);
  if (open.kind === 'found') return open.route.answer(world, request);
  if (open.kind === 'wrong-method') throw methodNotAllowed(open.allowed);
  const match = findRoute(routes, request.method, request.path);
  if (match.kind === 'none') throw noSuchPath();
  const session = authenticate(world, request);
  if (match.kind === 'wrong-method') throw methodNotAllowed(match.allowed);
  const app = appOf(world, session);
  Object.assign(headers, world.limits.admit(ownerOf(world, app), match.route.group));
  requirePermissions(world, app, match.route);
  if (!match.route.othersToo) requireOwnExtension(world, match.params);
  return match.route.handle(world, { request, params: match.params, session });
}

/**
 * Reads the bearer token from the header, in any case, or from the query (RingCentral's guide to
 * authorization).
 */
function authenticate(world: World, request: Incoming): OAuthSession {
  const { origin } = request;
  if (origin.kind === 'socket') return sessionById(world, origin.sessionId);
  const header = request.headers['authorization'];
  const inQuery = request.query.get('access_token');
  if (header === undefined && inQuery === null) throw badAuthorization('AGW-401');
  if (header === undefined) return sessionOf(world, inQuery ?? '');
  const token = /^bearer +(\S+)$/i.exec(header)?.[1];
  if (token === undefined) throw badAuthorization('AGW-402');
  return sessionOf(world, token);
}

function requirePermissions(world: World, asking: ClientApp, { app, user }: Route): void {
  if (app !== undefined && !asking.permissions.includes(app)) {
    throw missingPermission('application', app);
  }
  if (user !== undefined && !world.state.userPermissions.includes(user)) {
    throw missingPermission('user', user);
  }
}

/** `~` and the account's own numbers are the same; a colleague's data is not this user's to read. */
function requireOwnExtension(world: World, params: Readonly<Record<string, string>>): void {
  const { profile, colleagues } = world.state;
  const { accountId = '~', extensionId = '~' } = params;
  if (accountId !== '~' && accountId !== String(profile.accountId)) {
    throw resourceNotFound('accountId');
  }
  if (extensionId === '~' || extensionId === String(profile.extensionId)) return;
  if (colleagues.some((colleague) => colleague.id === extensionId)) {
    throw forbidden('CMN-404', 'Access to other extension is forbidden', 'InsufficientPermissions');
  }
  throw resourceNotFound('extensionId');
}
