import type { JsonObject } from '../http/body.ts';
import { invalidValue } from '../http/errors.ts';
import type { Access } from '../state/types.ts';
import type { World } from '../world.ts';
import { addRedirectUri, findApp, isRedirectUri } from './apps.ts';
import { endSession } from './sessions.ts';

const ACCESSES: readonly Access[] = ['open', 'account-restricted', 'extension-disabled'];

/** Changes what the body names: who may sign in, how, and where browsers may come back to. */
export function changeSignIn(world: World, body: JsonObject): void {
  const { access, allowPasswordGrant, clockSkewMs, redirectUri, clientId } = body;
  if (access !== undefined) {
    const known = ACCESSES.find((choice) => choice === access);
    if (known === undefined) throw invalidValue('access');
    world.state.access = known;
    world.changed();
  }
  if (allowPasswordGrant !== undefined) {
    world.rules.allowPasswordGrant = allowPasswordGrant === true;
  }
  if (clockSkewMs !== undefined) {
    if (typeof clockSkewMs !== 'number') throw invalidValue('clockSkewMs');
    world.rules.clockSkewMs = clockSkewMs;
  }
  if (redirectUri !== undefined) {
    const id = clientId ?? world.state.client.id;
    if (typeof id !== 'string' || !findApp(world, id)) throw invalidValue('clientId');
    if (typeof redirectUri !== 'string' || !isRedirectUri(redirectUri)) {
      throw invalidValue('redirectUri');
    }
    addRedirectUri(world, redirectUri, id);
  }
}

/** Ends all OAuth sessions, as an administrator can. */
export function endAllSessions(world: World): void {
  for (const session of world.state.sessions) endSession(world, session);
}
