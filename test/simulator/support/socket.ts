import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';

import type { Client, Json } from './client.ts';

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
  socket.on('message', (data) => {
    const text = String(data);
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
