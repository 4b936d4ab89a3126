import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';

import { settle } from '../clock.ts';
import { isObject } from '../http/body.ts';
import type { Incoming } from '../http/message.ts';
import type { Outcome } from '../http/mishaps.ts';
import type { World } from '../world.ts';
import { iso } from '../world.ts';
import type { Recovery } from './hub.ts';
import type { Line, LineSocket } from './lines.ts';
import { RECOVERY_BUFFER, RECOVERY_TIMEOUT_S } from './lines.ts';
import { ABSOLUTE_TIMEOUT_S, IDLE_TIMEOUT_S, startLimits, startPings } from './liveness.ts';

export type SocketServer = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
};

/**
 * The WebSocket side of RingCentral: arrays of a meta object and a body (its guide to WebSockets).
 */
export function createSocketServer(
  world: World,
  handle: (request: Incoming) => Promise<Outcome>,
): SocketServer {
  const server = new WebSocketServer({ noServer: true, autoPong: false });
  const { trouble } = world.hub;
  return {
    close: () => {
      for (const client of server.clients) client.terminate();
      server.close();
    },
    upgrade(request, socket, head) {
      if (trouble.refusals.left > 0) {
        trouble.refusals.left -= 1;
        return reject(socket, trouble.refusals.status);
      }
      const url = new URL(request.url ?? '/', world.addresses.api);
      const token = url.searchParams.get('access_token') ?? '';
      const sessionId = url.pathname === '/ws' ? world.hub.redeemToken(world, token) : undefined;
      if (sessionId === undefined) return reject(socket, 401);
      const wsc = url.searchParams.get('wsc') ?? undefined;
      server.handleUpgrade(request, socket, head, (client) => {
        if (wsc !== undefined && !/^[A-Za-z0-9_-]{20,}$/.test(wsc)) return refuse(client);
        connect(world, client, world.hub.open(world, sessionId, wsc), handle);
      });
    },
  };
}

function reject(socket: Duplex, status: number): void {
  // Node has let go of it: whoever asked may have died meanwhile.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n\r\n`);
}

function refuse(client: WebSocket): void {
  const body = { errorCode: 'WSG-400', message: 'Malformed WebSocket session context token' };
  client.send(JSON.stringify([{ type: 'Error', status: 400 }, body]));
  client.close();
}

function connect(
  world: World,
  client: WebSocket,
  recovery: Recovery,
  handle: (request: Incoming) => Promise<Outcome>,
): void {
  const { line } = recovery;
  line.socket?.close();
  const own = lineSocket(world, client);
  line.socket = own;
  own.send(connectionDetails(world, recovery));
  void bringWaiting(line, own);
  const stopTimers = [startLimits(world, client), startPings(world, client)];
  client.on('message', (data: Buffer) => {
    if (world.hub.trouble.silent) return;
    void receive(own, line, data.toString('utf8'), handle);
  });
  client.on('ping', (data: Buffer) => {
    if (!world.hub.trouble.silent) client.pong(data);
  });
  client.on('error', () => client.terminate());
  client.on('close', () => {
    for (const stop of stopTimers) stop();
    // A recovered line may already belong to a newer socket.
    if (line.socket === own) world.hub.lose(world, line);
  });
}

/** Turns of the event loop between the first frame and the events that were missed. */
const TURNS_BEFORE_EVENTS = 10;

/**
 * Sends what was missed a moment after the first frame: RingCentral's own client begins to listen
 * for events only when it has seen that frame.
 */
async function bringWaiting(line: Line, own: OwnSocket): Promise<void> {
  for (let turn = 0; turn < TURNS_BEFORE_EVENTS; turn += 1) await settle();
  if (line.socket !== own) return;
  own.isReady = true;
  for (const frame of line.waiting.splice(0)) line.notifier.pass(frame, (one) => own.send(one));
}

/** Until it is ready, events wait. */
type OwnSocket = LineSocket & { isReady: boolean };

function lineSocket(world: World, client: WebSocket): OwnSocket {
  const { trouble } = world.hub;
  return {
    isReady: false,
    isOpen() {
      return this.isReady && client.readyState === client.OPEN && !trouble.silent;
    },
    send(frame) {
      if (!trouble.silent) client.send(frame);
    },
    close: () => client.close(),
    drop: () => client.terminate(),
  };
}

function connectionDetails(world: World, recovery: Recovery): string {
  const { line } = recovery;
  const requestId = world.random.uuid();
  const meta = {
    type: 'ConnectionDetails',
    messageId: requestId,
    status: 200,
    wsc: { token: line.token, sequence: line.sequence },
    headers: { RCRequestId: requestId },
  };
  return JSON.stringify([
    meta,
    {
      creationTime: iso(world.clock.now()),
      ...recoveryFields(recovery),
      maxConnectionsPerSession: 50,
      recoveryBufferSize: RECOVERY_BUFFER,
      recoveryTimeout: RECOVERY_TIMEOUT_S,
      idleTimeout: IDLE_TIMEOUT_S,
      absoluteTimeout: ABSOLUTE_TIMEOUT_S,
      maxActiveRequests: 10,
    },
  ]);
}

function recoveryFields(recovery: Recovery): object {
  switch (recovery.state) {
    case 'new':
      return {};
    case 'recovered':
      return { recoveryState: 'Successful' };
    case 'failed':
      return { recoveryState: 'Failed', recoveryErrorCode: recovery.code };
  }
}

async function receive(
  socket: LineSocket,
  line: Line,
  received: string,
  handle: (request: Incoming) => Promise<Outcome>,
): Promise<void> {
  const frame = parseFrame(received);
  if (!frame) {
    const body = { errorCode: 'WSG-501', message: 'Malformed frame' };
    socket.send(JSON.stringify([{ type: 'Error', status: 400 }, body]));
    return;
  }
  const { meta, body } = frame;
  if (meta['type'] === 'Heartbeat') {
    socket.send(JSON.stringify([{ type: 'Heartbeat', messageId: meta['messageId'] }]));
    return;
  }
  const outcome = await handle(toIncoming(meta, body, line));
  if (outcome.kind === 'hang') return;
  if (outcome.kind === 'reset') {
    socket.drop();
    return;
  }
  const { answer } = outcome;
  line.sequence += 1;
  const answerMeta = {
    type: 'ClientRequest',
    messageId: meta['messageId'],
    status: answer.status,
    headers: answer.headers,
    wsc: { token: line.token, sequence: line.sequence },
  };
  // The body is JSON text already; parsing it would round its large integers.
  const tail = answer.body === undefined ? '' : `,${String(answer.body)}`;
  const text = `[${JSON.stringify(answerMeta)}${tail}]`;
  socket.send(outcome.truncate ? text.slice(0, text.length / 2) : text);
}

type Frame = { readonly meta: Readonly<Record<string, unknown>>; readonly body: unknown };

function parseFrame(text: string): Frame | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const [meta, body] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
    return isObject(meta) ? { meta, body } : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}

function toIncoming(meta: Frame['meta'], body: unknown, line: Line): Incoming {
  const [path = '', inPath = ''] = textOf(meta['path'], '').split('?');
  const query = new URLSearchParams(inPath);
  for (const [name, value] of Object.entries(isObject(meta['query']) ? meta['query'] : {})) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      query.append(name, String(item));
    }
  }
  return {
    method: textOf(meta['method'], 'GET').toUpperCase(),
    path,
    query,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    origin: { kind: 'socket', lineId: line.id, sessionId: line.sessionId },
  };
}
