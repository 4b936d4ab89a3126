import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import type { Incoming } from './message.ts';
import type { Outcome } from './mishaps.ts';

const HOST = '127.0.0.1';
/** RingCentral takes up to 10 MB (its guide to SMS). */
const MAX_BODY_BYTES = 10_000_000;

export type Listener = {
  readonly url: string;
  readonly port: number;
  /** Refuses connections and drops those that are open. */
  down(): Promise<void>;
  /** Listens again on the same port. */
  up(): Promise<void>;
};

export type Service = {
  handle(request: Incoming): Promise<Outcome>;
  /** The `Date` header of an answer that leaves now; Node's own would tell the system's time. */
  date(): string;
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
};

/** Listens on loopback: on the preferred port, or, when that is only a wish, on any. */
export async function listen(
  preferred: { readonly port: number; readonly optional: boolean },
  service: Service,
): Promise<Listener> {
  let opened = await open(preferred.port, service).catch((error: unknown) => {
    if (!preferred.optional) throw error;
    return open(0, service);
  });
  const { port } = opened.server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${port}`,
    port,
    down: () => close(opened),
    async up() {
      if (!opened.server.listening) opened = await open(port, service);
    },
  };
}

type Opened = { readonly server: Server; readonly sockets: ReadonlySet<Socket> };

function open(port: number, service: Service): Promise<Opened> {
  const { upgrade } = service;
  const server = createServer((request, response) => void serve(request, response, service));
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  if (upgrade) server.on('upgrade', upgrade);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve({ server, sockets });
    });
  });
}

function close({ server, sockets }: Opened): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}

async function serve(
  message: IncomingMessage,
  response: ServerResponse,
  service: Service,
): Promise<void> {
  const body = await readBody(message).catch(() => undefined);
  if (body === undefined) {
    response.writeHead(413, { Date: service.date(), Connection: 'close' }).end();
    return;
  }
  const outcome = await service.handle(toIncoming(message, body));
  if (outcome.kind === 'hang') return;
  if (outcome.kind === 'reset') {
    message.socket.resetAndDestroy();
    return;
  }
  response.setHeader('Date', service.date());
  send(response, outcome);
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error('The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function toIncoming(message: IncomingMessage, body: Buffer): Incoming {
  const url = new URL(message.url ?? '/', `http://${HOST}`);
  const headers = Object.entries(message.headers).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')] as const,
  );
  return {
    method: message.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(headers),
    body,
    origin: { kind: 'http' },
  };
}

function send(response: ServerResponse, outcome: Outcome & { readonly kind: 'answer' }): void {
  const { answer } = outcome;
  const bytes = answer.body === undefined ? Buffer.alloc(0) : Buffer.from(answer.body);
  const length = answer.status === 204 ? {} : { 'Content-Length': String(bytes.length) };
  response.writeHead(answer.status, { ...answer.headers, ...length });
  if (!outcome.truncate) {
    response.end(bytes);
    return;
  }
  // The promised length never arrives: the connection breaks in the middle.
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}
