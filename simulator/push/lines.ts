import type { World } from '../world.ts';
import { iso } from '../world.ts';
import type { Filter, Topic } from './filters.ts';
import type { Subscription } from './subscriptions.ts';
import type { Notifier, SocketTrouble } from './trouble.ts';
import { createNotifier } from './trouble.ts';

export const RECOVERY_TIMEOUT_S = 180;
export const RECOVERY_BUFFER = 100;

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
  readonly notifier: Notifier;
};

export type LineSocket = {
  /** Whether something sent now would arrive. */
  isOpen(): boolean;
  send(frame: string): void;
  close(): void;
  /** Gone without a word, as when a cable is pulled. */
  drop(): void;
};

export function newLine(world: World, sessionId: string, trouble: SocketTrouble): Line {
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
    notifier: createNotifier(trouble),
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
    const body = filter.topic === topic && filter.isOwn ? bodyFor(filter.query) : undefined;
    if (body) forward(line, notification(world, line, subscription.id, filter, body));
  }
}

function forward(line: Line, frame: string): void {
  // A socket that is closing still counts as connected for a moment, but takes nothing any more.
  const { socket } = line;
  if (socket?.isOpen()) line.notifier.pass(frame, (one) => socket.send(one));
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
