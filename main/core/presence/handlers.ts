import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Presence } from './service.ts';

export type PresenceCall = 'presence.get' | 'presence.set';

/** Answers the contract's `presence.*`. */
export function createPresenceHandlers(
  presence: Pick<Presence, 'get' | 'set'>,
): Handlers<PresenceCall> {
  return {
    'presence.get': () => ok(presence.get()),
    'presence.set': ({ status }) => presence.set(status),
  };
}
