import { appOf } from '../oauth/apps.ts';
import { sessionById } from '../oauth/sessions.ts';
import { resourceNotFound } from '../http/errors.ts';
import type { World } from '../world.ts';
import type { Topic } from './filters.ts';
import type { Line, LineSocket } from './lines.ts';
import { deliver, newLine, RECOVERY_TIMEOUT_S } from './lines.ts';
import type { Subscription } from './subscriptions.ts';
import { limitExceeded, newSubscription, readFilters } from './subscriptions.ts';
import type { SocketTrouble } from './trouble.ts';
import { createTrouble } from './trouble.ts';

export type SocketToken = { readonly token: string; readonly expiresIn: number };

export type Recovery =
  | { readonly state: 'new'; readonly line: Line }
  | { readonly state: 'recovered'; readonly line: Line }
  | { readonly state: 'failed'; readonly line: Line; readonly code: 'WSG-1003' | 'WSG-1005' };

/** The WebSocket sessions of this server and their subscriptions. */
export type Hub = {
  /**
   * Sends an event to every subscription of `topic`. `bodyFor` makes the body for one filter's
   * query (detailed or not, of which direction), or undefined when that filter does not want it.
   */
  publish(
    world: World,
    topic: Topic,
    bodyFor: (query: URLSearchParams) => object | undefined,
  ): void;
  /** Ends the sockets of an OAuth session that was revoked. */
  closeSession(sessionId: string): void;
  /** A token that opens a socket for the OAuth session. */
  issueToken(world: World, sessionId: string): SocketToken;
  /** The OAuth session of a socket token; undefined when it is unknown, spent or too old. */
  redeemToken(world: World, token: string): string | undefined;
  /** A line for a fresh socket, or the one that the `wsc` token recovers. */
  open(world: World, sessionId: string, wsc: string | undefined): Recovery;
  /** The socket is gone; the line waits for it to come back. */
  lose(world: World, line: Line): void;
  subscribe(world: World, lineId: string, eventFilters: unknown): Subscription;
  /** Other filters for the same subscription, which begins anew; without filters it only does that. */
  renew(world: World, subscriptionId: string, eventFilters?: unknown): Subscription;
  /** The subscription of that id and the line it is on; 404 when there is none. */
  find(subscriptionId: string): { readonly line: Line; readonly subscription: Subscription };
  subscriptions(): readonly Subscription[];
  /** The sockets that are connected now. */
  sockets(): readonly LineSocket[];
  /** What goes wrong with sockets on purpose. */
  readonly trouble: SocketTrouble;
};

export function createHub(): Hub {
  const lines = new Map<string, Line>();
  const trouble = createTrouble();
  return {
    ...createTokens(),
    ...subscriptionsOf(lines),
    trouble,
    sockets: () => [...lines.values()].flatMap(({ socket }) => socket ?? []),
    publish(world, topic, bodyFor) {
      for (const line of lines.values()) deliver(world, line, topic, bodyFor);
    },
    closeSession(sessionId) {
      for (const line of lines.values()) {
        if (line.sessionId !== sessionId) continue;
        line.socket?.close();
        lines.delete(line.id);
      }
    },
    open: (world, sessionId, wsc) => open(world, lines, trouble, { sessionId, wsc }),
    lose(world, line) {
      line.socket = undefined;
      line.lostAt = world.clock.now();
    },
  };
}

function subscriptionsOf(
  lines: ReadonlyMap<string, Line>,
): Pick<Hub, 'subscribe' | 'renew' | 'find' | 'subscriptions'> {
  const permissionsOf = (world: World, line: Line): readonly string[] =>
    appOf(world, sessionById(world, line.sessionId)).permissions;
  const find: Hub['find'] = (subscriptionId) => {
    for (const line of lines.values()) {
      const { subscription } = line;
      if (subscription?.id === subscriptionId) return { line, subscription };
    }
    throw resourceNotFound('subscriptionId');
  };
  const subscriptions: Hub['subscriptions'] = () =>
    [...lines.values()].flatMap((line) => line.subscription ?? []);
  return {
    find,
    subscriptions,
    subscribe(world, lineId, eventFilters) {
      const line = lines.get(lineId);
      if (!line) throw resourceNotFound('subscriptionId');
      const others = subscriptions().filter((entry) => entry !== line.subscription);
      if (others.length >= world.rules.maxSubscriptions) throw limitExceeded();
      // One subscription per connection: a second replaces the first (RingCentral's guide to
      // WebSockets).
      line.subscription = newSubscription(world, permissionsOf(world, line), eventFilters);
      return line.subscription;
    },
    renew(world, subscriptionId, eventFilters) {
      const { line, subscription } = find(subscriptionId);
      if (eventFilters !== undefined) {
        const permissions = permissionsOf(world, line);
        Object.assign(subscription, readFilters(world, permissions, eventFilters));
      }
      subscription.renewedAt = world.clock.now();
      return subscription;
    },
  };
}

function createTokens(): Pick<Hub, 'issueToken' | 'redeemToken'> {
  const tokens = new Map<string, { readonly sessionId: string; readonly expiresAt: number }>();
  return {
    issueToken(world, sessionId) {
      const token = world.random.text(60);
      const expiresIn = world.rules.socketTokenSeconds;
      const expiresAt = world.clock.now() + expiresIn * 1_000;
      tokens.set(token, { sessionId, expiresAt });
      return { token, expiresIn };
    },
    redeemToken(world, token) {
      const entry = tokens.get(token);
      if (!world.rules.reuseSocketToken) tokens.delete(token);
      const isGood = entry && world.clock.now() < entry.expiresAt;
      // The token ends with the OAuth session it came from.
      return isGood && world.state.sessions.some(({ id }) => id === entry.sessionId)
        ? entry.sessionId
        : undefined;
    },
  };
}

/** Recovers the line of the `wsc` token, or opens a new one and says why it could not. */
function open(
  world: World,
  lines: Map<string, Line>,
  trouble: SocketTrouble,
  { sessionId, wsc }: { readonly sessionId: string; readonly wsc: string | undefined },
): Recovery {
  for (const line of lines.values()) {
    if (!line.socket && isStale(world, line)) lines.delete(line.id);
  }
  const old = [...lines.values()].find((line) => line.token === wsc);
  if (old && old.sessionId === sessionId && old.subscription && !old.overflowed) {
    old.lostAt = undefined;
    return { state: 'recovered', line: old };
  }
  const line = newLine(world, sessionId, trouble);
  lines.set(line.id, line);
  if (old) lines.delete(old.id);
  if (wsc === undefined) return { state: 'new', line };
  const stranger = old !== undefined && old.sessionId !== sessionId;
  return { state: 'failed', line, code: stranger ? 'WSG-1003' : 'WSG-1005' };
}

function isStale(world: World, line: Line): boolean {
  return world.clock.now() - (line.lostAt ?? 0) > RECOVERY_TIMEOUT_S * 1_000;
}
