import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';

type Meta = Readonly<Record<string, unknown>> & { readonly messageId?: string };

/** A request for a subscription as it came over a socket. */
export type Asked = { readonly filters: readonly string[] };

/** One connection as the server sees it. */
export type Peer = {
  readonly query: URLSearchParams;
  readonly heartbeats: () => number;
  send(...frames: (string | Buffer | readonly unknown[])[]): void;
  /** An event of the subscription, or of another. */
  event(event: string, body: unknown, more?: Readonly<Record<string, unknown>>): void;
  drop(): void;
  readonly isOpen: () => boolean;
};

/** How the server behaves; a test changes it as it goes. */
export type Behaviour = {
  /** Refuses the socket before it opens. */
  refuseWith: { readonly status: number; readonly headers?: string } | undefined;
  /** Never answers the request to open. */
  isDeaf: boolean;
  /** The first frame; undefined sends none. */
  greeting: ((peer: Peer) => readonly unknown[]) | undefined;
  /** Frames that come with the first, in the same breath. */
  buffered: readonly unknown[][];
  answersHeartbeats: boolean;
  /** What a subscription gets; undefined hangs. */
  answer: (asked: Asked) => { readonly status: number; readonly body: unknown } | undefined;
};

export const extension = '/restapi/v1.0/account/1/extension/2';

/** The first frame of a connection, as a meta object and a body. */
export function connectionDetails(
  more: Readonly<Record<string, unknown>> = {},
  wscToken = 'wsc-1',
): readonly unknown[] {
  return [
    {
      type: 'ConnectionDetails',
      messageId: 'first',
      status: 200,
      wsc: { token: wscToken, sequence: 1 },
    },
    { recoveryTimeout: 180, recoveryBufferSize: 100, idleTimeout: 1800, ...more },
  ];
}

let eventCount = 0;

/** An event frame of a subscription. */
export function eventFrame(
  event: string,
  body: unknown,
  more: Readonly<Record<string, unknown>> = {},
): readonly unknown[] {
  eventCount += 1;
  const uuid = `event-${eventCount}`;
  return [
    { type: 'ServerNotification', messageId: uuid, status: 200 },
    { uuid, event: `${extension}${event}`, subscriptionId: 'subscription-1', body, ...more },
  ];
}

/** A push server that does as it is told, for what the simulator is too well-behaved for. */
export async function startPushServer() {
  const http = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  const peers: Peer[] = [];
  const asked: Asked[] = [];
  const raw = new Set<Duplex>();
  const behaviour: Behaviour = {
    refuseWith: undefined,
    isDeaf: false,
    greeting: ({ query }) =>
      connectionDetails(query.has('wsc') ? { recoveryState: 'Successful' } : {}),
    buffered: [],
    answersHeartbeats: true,
    answer: () => ({ status: 200, body: { id: 'subscription-1' } }),
  };
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    raw.add(socket);
    socket.on('close', () => raw.delete(socket));
    socket.on('error', () => undefined);
    socket.on('end', () => socket.destroy());
    // Read, or its end would never be noticed.
    if (behaviour.isDeaf) return void socket.resume();
    if (behaviour.refuseWith) {
      const { status, headers = '' } = behaviour.refuseWith;
      socket.end(`HTTP/1.1 ${status} Refused\r\n${headers}Connection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      peers.push(greet(client, new URL(request.url ?? '/', 'ws://x').searchParams));
    });
  });
  const greet = (client: WebSocket, query: URLSearchParams): Peer => {
    let heartbeats = 0;
    const send: Peer['send'] = (...frames) => {
      for (const frame of frames)
        client.send(Array.isArray(frame) ? JSON.stringify(frame) : (frame as string | Buffer));
    };
    const peer: Peer = {
      query,
      heartbeats: () => heartbeats,
      send,
      event: (event, body, more) => send(eventFrame(event, body, more)),
      drop: () => client.terminate(),
      isOpen: () => client.readyState === WebSocket.OPEN,
    };
    client.on('error', () => undefined);
    client.on('message', (data: Buffer) => {
      const [meta, body] = JSON.parse(data.toString('utf8')) as [Meta, { eventFilters: string[] }];
      if (meta['type'] === 'Heartbeat') {
        heartbeats += 1;
        if (behaviour.answersHeartbeats) send([meta]);
        return;
      }
      asked.push({ filters: body.eventFilters });
      const answer = behaviour.answer({ filters: body.eventFilters });
      if (answer)
        send([{ ...meta, status: answer.status, headers: { RCRequestId: 'r' } }, answer.body]);
    });
    const greeting = behaviour.greeting?.(peer);
    if (greeting) send(greeting, ...behaviour.buffered);
    return peer;
  };
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  onTestFinished(() => {
    for (const client of sockets.clients) client.terminate();
    for (const socket of raw) socket.destroy();
    http.close();
  });
  return { url: `ws://127.0.0.1:${port}/ws`, behaviour, peers, asked, raw };
}
