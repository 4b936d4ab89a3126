import { badToken } from '../http/errors.ts';
import type { ClientApp, OAuthSession } from '../state/types.ts';
import type { World } from '../world.ts';

export function findApp(world: World, id: string | null): ClientApp | undefined {
  const { client, otherApps } = world.state;
  return [client, ...otherApps].find((app) => app.id === id);
}

/** The app that a session was opened for; 401 when it is no longer registered. */
export function appOf(world: World, session: OAuthSession): ClientApp {
  const app = findApp(world, session.clientId);
  if (!app) throw badToken('OAU-213');
  return app;
}

/** Rate limits are counted per user and app. */
export function ownerOf(world: World, app: ClientApp): string {
  return `${world.state.profile.extensionId}/${app.id}`;
}

/** RFC 6749, 3.1.2: absolute, and without a fragment. */
export function isRedirectUri(uri: string): boolean {
  return URL.canParse(uri) && !uri.includes('#');
}

/** Registers another place where the browser may come back to, as the developer console does. */
export function addRedirectUri(world: World, uri: string, clientId?: string): void {
  const app = findApp(world, clientId ?? world.state.client.id);
  if (!app) throw new Error(`There is no app ${String(clientId)}.`);
  if (!isRedirectUri(uri)) throw new Error(`${uri} cannot be a redirect URI.`);
  app.redirectUris = [...new Set([...app.redirectUris, uri])];
  world.changed();
}
