import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Clock, Log, Random } from '../ports.ts';
import { startHeartbeat, type Heartbeat } from './push-heartbeat.ts';
import { tameSocket, type RawSocket, type SocketEnd, type TamedSocket } from './push-socket.ts';
import {
  readConnectionDetails,
  readErrorCode,
  toHeaders,
  type ConnectionDetails,
  type Frame,
} from './push-wire.ts';

/** How long a socket may take to open and say its first word, and an answer over it to come. */
const openTimeoutMs = 20_000;
const answerTimeoutMs = 20_000;

/** An answer to a request that went over the socket. */
export type ChannelAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
};

export type ChannelOptions = {
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  /** An event came, as RingCentral wrote it. */
  readonly onEvent: (body: unknown) => void;
  /** The socket is gone, opened or not; called once at most, and not after `end`. */
  readonly onLost: (end: SocketEnd) => void;
};

/** What goes on over one socket: the first frame, answers, events and heartbeats. */
export type Channel = {
  /** Takes the socket that has just been made. */
  take(socket: RawSocket): void;
  /** Opening came to nothing, for a reason the socket may not have told. */
  fail(code: string): void;
  /** What the first frame said, while the socket is there. */
  getDetails(): ConnectionDetails | undefined;
  /** Resolves with undefined when the socket ended before the answer, or none came in time. */
  request(method: 'POST', path: string, body: object): Promise<ChannelAnswer | undefined>;
  /** Asks at once whether the other end is there. */
  check(): void;
  lastHeardAt(): EpochMs;
  end(): void;
};

type Waiting = { readonly answer: (answer: ChannelAnswer | undefined) => void };

/** Builds a channel that waits for its socket. */
export function createChannel(options: ChannelOptions): Channel {
  const { clock, log, random } = options;
  const waiting = new Map<string, Waiting>();
  let socket: TamedSocket | undefined;
  let details: ConnectionDetails | undefined;
  let heartbeat: Heartbeat | undefined;
  let lastErrorCode: string | undefined;
  let heardAt: EpochMs = clock.now();
  let isOver = false;
  let cancelOpening = (): void => undefined;

  const close = (): void => {
    isOver = true;
    details = undefined;
    cancelOpening();
    heartbeat?.stop();
    for (const { answer } of waiting.values()) answer(undefined);
    waiting.clear();
  };
  const lose = (end: SocketEnd): void => {
    if (isOver) return;
    close();
    // What the server said last tells more than how the socket closed.
    options.onLost(lastErrorCode === undefined ? end : { ...end, code: lastErrorCode });
  };

  const begin = (body: unknown): void => {
    cancelOpening();
    details = readConnectionDetails(body);
    heartbeat = startHeartbeat({
      clock,
      beat: () => socket?.send([{ type: 'Heartbeat', messageId: random.uuid() }]),
      onDead: () => socket?.end('silent'),
    });
  };
  const hear = ({ meta, body }: Frame): void => {
    heardAt = clock.now();
    heartbeat?.heard();
    if (meta.type === 'ConnectionDetails') {
      if (!details) begin(body);
    } else if (meta.type === 'ServerNotification') options.onEvent(body);
    else if (meta.type === 'ClientRequest') take(meta, body);
    else if (meta.type === 'Error') hearError(meta, body);
  };
  const take = (meta: Frame['meta'], body: unknown): void => {
    const { messageId = '', status = 0 } = meta;
    waiting.get(messageId)?.answer({ status, headers: toHeaders(meta.headers), body });
  };
  const hearError = (meta: Frame['meta'], body: unknown): void => {
    lastErrorCode = readErrorCode(body) ?? `status-${meta.status ?? 0}`;
    log.info('the push server reported an error', { code: lastErrorCode });
    if (meta.messageId !== undefined && waiting.has(meta.messageId)) take(meta, body);
    // Before the first frame nothing can come of it; later the server closes what it has to.
    else if (!details) socket?.end(lastErrorCode);
  };

  return {
    take(raw) {
      socket = tameSocket(raw, { log, now: () => clock.now(), onFrame: hear, onEnd: lose });
      cancelOpening = clock.schedule(openTimeoutMs, () => socket?.end('timeout'));
    },
    fail: (code) => lose({ code }),
    getDetails: () => details,
    request(method, path, body) {
      if (isOver) return Promise.resolve(undefined);
      const messageId = random.uuid();
      return new Promise((resolve) => {
        const answer = (value: ChannelAnswer | undefined): void => {
          cancel();
          waiting.delete(messageId);
          resolve(value);
        };
        const cancel = clock.schedule(answerTimeoutMs, () => answer(undefined));
        waiting.set(messageId, { answer });
        socket?.send([{ type: 'ClientRequest', messageId, method, path }, body]);
      });
    },
    check: () => heartbeat?.check(),
    lastHeardAt: () => heardAt,
    end() {
      if (isOver) return;
      close();
      socket?.end('ended');
    },
  };
}
