import type { Handler, Method, Route } from '../http/routes.ts';

export const V1 = '/restapi/v1.0';
export const ACCOUNT = `${V1}/account/:accountId`;
export const EXTENSION = `${ACCOUNT}/extension/:extensionId`;

/** What the app and the user must be allowed; an empty name means nothing is needed. */
export type Permissions = { readonly app?: string; readonly user?: string };

export const anyone: Permissions = {};

/** `may('ReadCallLog')` asks the same of the app and the user, `may('SMS', 'OutboundSMS')` not. */
export function may(app: string, user: string = app): Permissions {
  return { app, user };
}

/** Only the app needs the permission. */
export function appMay(app: string): Permissions {
  return { app };
}

/** A row of the table of endpoints: RingCentral's guide to rate limits. */
export function row(
  method: Method,
  path: string,
  group: Route['group'],
  permissions: Permissions,
  handle: Handler,
): Route {
  return { method, path, group, ...permissions, handle };
}
