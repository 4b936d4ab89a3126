import type { ApiError } from '../http/errors.ts';
import { oauthError } from '../http/errors.ts';
import type { Incoming } from '../http/message.ts';
import type { ClientApp } from '../state/types.ts';
import type { World } from '../world.ts';
import { findApp } from './apps.ts';

/**
 * The app that asks, or 401 invalid_client: an app with a secret shows it in a Basic header, a
 * public one names itself in the form and sends no such header (RingCentral's guide to
 * authorization).
 */
export function requireApp(world: World, request: Incoming, form: URLSearchParams): ClientApp {
  const header = request.headers['authorization'] ?? '';
  const named = form.get('client_id');
  if (header === '') {
    const app = findApp(world, named);
    if (!app) throw wrongCredentials();
    if (app.secret === undefined) return app;
    throw invalidClient('OAU-134', 'Invalid Authorization header');
  }
  const basic = parseBasic(header);
  if (!basic) throw invalidClient('OAU-123', 'Invalid Authorization header value');
  if (named !== null && named !== basic.id) throw invalidClient('OAU-121', 'Wrong Application');
  const app = findApp(world, basic.id);
  if (app?.secret === undefined || app.secret !== basic.secret) throw wrongCredentials();
  return app;
}

function parseBasic(header: string): { readonly id: string; readonly secret: string } | undefined {
  const encoded = /^basic +([A-Za-z0-9+/]+=*)$/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { id: text.slice(0, colon), secret: text.slice(colon + 1) };
}

function wrongCredentials(): ApiError {
  return invalidClient('OAU-146', 'Invalid client credentials');
}

function invalidClient(code: string, message: string): ApiError {
  return oauthError(401, 'invalid_client', code, message);
}
