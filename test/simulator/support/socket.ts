import { expect, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';

import type { Client, Json } from './client.ts';
import { EXTENSION, V1 } from './client.ts';

/** A frame is an array of a meta object and a body. */
export type Frame = { readonly meta: Json; readonly body: Json; readonly text: string };

export type TestSocket = {
  /** The next frame that matches; waits for it. */
  next(matches?: (frame: Frame) => boolean): Promise<Frame>;
  /** Frames that came and were not taken yet. */
  readonly waiting: readonly Frame[];
  request(method: string, path: string, body?: unknown, query?: object): Promise<Frame>;
  send(frame: readonly unknown[] | string): void;
  close(): Promise<void>;
  readonly closed: Promise<void>;
};

export async function socketAddress(client: Client): Promise<string> {
  const { json } = await client.request('POST', '/restapi/oauth/wstoken');
  return `${String(json['uri'])}?access_token=${String(json['ws_access_token'])}`;
}

/** Opens a socket; resolves when it is open, rejects when the server refuses. */
export async function openSocket(address: string): Promise<TestSocket> {
  const socket = new WebSocket(address);
  const waiting: Frame[] = [];
  let wake: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('message', (data: Buffer) => {
    const text = data.toString('utf8');
    const [meta, body] = JSON.parse(text) as readonly Json[];
    waiting.push({ meta: meta ?? {}, body: body ?? {}, text });
    wake();
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  onTestFinished(() => socket.terminate());
  const next: TestSocket['next'] = async (matches = () => true) => {
    for (;;) {
      const index = waiting.findIndex(matches);
      const [frame] = index < 0 ? [] : waiting.splice(index, 1);
      if (frame) return frame;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const send: TestSocket['send'] = (frame) =>
    socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  let count = 0;
  return {
    next,
    waiting,
    send,
    closed,
    request(method, path, body, query) {
      count += 1;
      const messageId = `request-${count}`;
      send([{ type: 'ClientRequest', messageId, method, path, query }, body]);
      return next(({ meta }) => meta['messageId'] === messageId);
    },
    close() {
      socket.close();
      return closed;
    },
  };
}

export function isEvent(suffix: string): (frame: Frame) => boolean {
  return ({ meta, body }) =>
    meta['type'] === 'ServerNotification' && String(body['event']).endsWith(suffix);
}

export const SUBSCRIPTION = `${V1}/subscription/`;
/** A filter for everything that can happen. */
export const ALL = [
  `${EXTENSION}/message-store`,
  `${EXTENSION}/message-store/instant?type=SMS`,
  `${EXTENSION}/voicemail`,
  `${EXTENSION}/presence?detailedTelephonyState=true`,
  `${EXTENSION}/telephony/sessions`,
];

/** The body of a subscription over the socket. */
export function wanted(eventFilters: readonly string[]): object {
  return { eventFilters, deliveryMode: { transportType: 'WebSocket' } };
}

/** A socket of a client, and the first frame it got. */
export async function connected(
  client: Client,
): Promise<{ readonly socket: TestSocket; readonly details: Frame }> {
  const socket = await openSocket(await socketAddress(client));
  return { socket, details: await socket.next() };
}

/** A socket with a subscription, and the token that recovers it. */
export async function subscribed(
  client: Client,
  filters = ALL,
): Promise<{ readonly socket: TestSocket; readonly wsc: string }> {
  const { socket, details } = await connected(client);
  const answer = await socket.request('POST', SUBSCRIPTION, wanted(filters));
  expect(answer.meta['status']).toBe(200);
  return { socket, wsc: String((details.meta['wsc'] as Json)['token']) };
}
