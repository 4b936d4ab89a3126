import type { World } from '../world.ts';
import { iso } from '../world.ts';
import type { Filter, Topic } from './filters.ts';

export const RECOVERY_TIMEOUT_S = 180;
export const RECOVERY_BUFFER = 100;
const SUBSCRIPTION_LIFE_S = 86_399;

export type Subscription = {
  readonly id: string;
  readonly createdAt: number;
  readonly filters: readonly Filter[];
  readonly disabled: readonly string[];
};

/** One WebSocket session; it outlives its socket for three minutes, so that it can be recovered. */
export type Line = {
  readonly id: string;
  readonly sessionId: string;
  /** The `wsc` token that a client gives to come back. */
  readonly token: string;
  sequence: number;
  subscription: Subscription | undefined;
  /** Undefined while no socket is connected. */
  socket: LineSocket | undefined;
  lostAt: number | undefined;
  /** Events that happened while no socket was connected. */
  waiting: string[];
  overflowed: boolean;
};

export type LineSocket = { isOpen(): boolean; send(frame: string): void; close(): void };

export function newLine(world: World, sessionId: string): Line {
  return {
    id: world.random.uuid(),
    sessionId,
    token: world.random.text(40),
    sequence: 1,
    subscription: undefined,
    socket: undefined,
    lostAt: undefined,
    waiting: [],
    overflowed: false,
  };
}

/** Sends, or keeps for the recovery, one event for each filter of the line that wants it. */
export function deliver(
  world: World,
  line: Line,
  topic: Topic,
  bodyFor: (query: URLSearchParams) => object | undefined,
): void {
  const { subscription } = line;
  if (!subscription) return;
  for (const filter of subscription.filters) {
    const body = filter.topic === topic ? bodyFor(filter.query) : undefined;
    if (body) forward(line, notification(world, line, subscription.id, filter, body));
  }
}

function forward(line: Line, frame: string): void {
  // A socket that is closing still counts as connected for a moment, but takes nothing any more.
  if (line.socket?.isOpen()) line.socket.send(frame);
  else if (line.waiting.length < RECOVERY_BUFFER) line.waiting.push(frame);
  else line.overflowed = true;
}

function notification(
  world: World,
  line: Line,
  subscriptionId: string,
  filter: Filter,
  body: object,
): string {
  const uuid = world.random.uuid();
  line.sequence += 1;
  return JSON.stringify([
    {
      type: 'ServerNotification',
      messageId: uuid,
      status: 200,
      timestamp: iso(world.clock.now()),
      wsc: { token: line.token, sequence: line.sequence },
      headers: { RCRequestId: world.random.uuid() },
    },
    {
      uuid,
      event: filter.resolved,
      timestamp: iso(world.clock.now()),
      subscriptionId,
      ownerId: String(world.state.profile.extensionId),
      body,
    },
  ]);
}

/** The subscription as RingCentral describes it. */
export function subscriptionInfo(world: World, subscription: Subscription): object {
  const expiresAt = subscription.createdAt + SUBSCRIPTION_LIFE_S * 1_000;
  return {
    uri: `${world.addresses.api}/restapi/v1.0/subscription/${subscription.id}`,
    id: subscription.id,
    creationTime: iso(subscription.createdAt),
    status: 'Active',
    eventFilters: subscription.filters.map((filter) => filter.resolved),
    ...(subscription.disabled.length === 0
      ? {}
      : {
          disabledFilters: subscription.disabled.map((filter) => ({
            filter,
            reason: 'CMN-401',
            message: 'Application permission is missing',
          })),
        }),
    expirationTime: iso(expiresAt),
    expiresIn: Math.max(1, Math.floor((expiresAt - world.clock.now()) / 1_000)),
    deliveryMode: { transportType: 'WebSocket', encryption: false },
  };
}
