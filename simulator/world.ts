import type { SimulatorClock } from './clock.ts';
import type { Authorizations } from './oauth/authorizations.ts';
import type { Pace } from './pace.ts';
import type { Hub } from './push/hub.ts';
import type { Random } from './random.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Rules } from './rules.ts';
import type { Ids } from './state/ids.ts';
import type { State } from './state/types.ts';
import type { LiveCall } from './telephony/live-calls.ts';
import type { RingOut } from './telephony/ring-out.ts';

/** Everything an endpoint works with. */
export type World = {
  readonly clock: SimulatorClock;
  readonly random: Random;
  readonly ids: Ids;
  readonly state: State;
  readonly pace: Pace;
  readonly rules: Rules;
  readonly limits: RateLimits;
  /** Sign-ins under way: pages, codes and browsers that have signed in. */
  readonly authorizations: Authorizations;
  /** WebSocket sessions and their subscriptions: what is published here reaches them. */
  readonly hub: Hub;
  /** Calls that ring or talk right now. */
  readonly liveCalls: LiveCall[];
  /** RingOut calls that can still be asked about, by id. */
  readonly ringOuts: Map<string, RingOut>;
  /** Where this simulator listens; known once it does. */
  readonly addresses: Addresses;
  /** Call after changing `state`, so that it is saved. */
  changed(): void;
};

export type Addresses = { api: string; media: string };

export function accountUri(world: World): string {
  return `${world.addresses.api}/restapi/v1.0/account/${world.state.profile.accountId}`;
}

export function extensionUri(world: World): string {
  return `${accountUri(world)}/extension/${world.state.profile.extensionId}`;
}

export function iso(time: number): string {
  return new Date(time).toISOString();
}
