import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Log } from '../ports.ts';
import { retryAfterMs } from '../retry-after.ts';
import { bare, systemCodeOf } from './wire-errors.ts';
import { parseFrame, type Frame } from './push-wire.ts';

/** What of a `ws` socket is used here; @rc-ex/ws makes it. */
export type RawSocket = {
  readonly readyState: number;
  send(text: string): void;
  terminate(): void;
  on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'close', listener: (code: number) => void): unknown;
  on(
    event: 'unexpected-response',
    listener: (
      request: unknown,
      response: {
        readonly statusCode?: number;
        readonly headers: { readonly 'retry-after'?: string };
      },
    ) => void,
  ): unknown;
  addEventListener(type: string, listener: MessageListener): void;
  removeEventListener(type: string, listener: MessageListener): void;
};

type MessageListener = (event: { readonly data: string }) => void;

/** Why a socket is gone. */
export type SocketEnd = {
  /** A system, close or WSG code, for the log. */
  readonly code: string;
  /** The HTTP status that the server refused the socket with. */
  readonly status?: number;
  readonly retryAfterMs?: number;
};

export type TamedSocket = {
  send(frame: readonly unknown[]): void;
  /** Ends it at once; `onEnd` hears it unless it had ended before. */
  end(code: string): void;
};

const open = 1;

/**
 * Stands between a socket and @rc-ex/ws, which trusts it too far: it listens for no 'error', which
 * `ws` would then throw, and parses each frame in a listener, where what is not JSON would throw
 * too. So its listeners are kept here, and hear only what is a frame.
 */
export function tameSocket(
  socket: RawSocket,
  hooks: {
    readonly log: Log;
    readonly now: () => EpochMs;
    readonly onFrame: (frame: Frame) => void;
    /** Called once; nothing is heard afterwards. */
    readonly onEnd: (end: SocketEnd) => void;
  },
): TamedSocket {
  const theirs = new Set<MessageListener>();
  // The library puts one in its place that waits, and whose errors nobody would hear.
  const send = socket.send.bind(socket);
  let isOver = false;

  const offer = (data: string): void => {
    for (const listener of theirs) {
      try {
        listener({ data });
      } catch (error) {
        hooks.log.warn('the socket library stumbled over a frame', { error: bare(error).name });
      }
    }
  };

  const over = (end: SocketEnd): void => {
    if (isOver) return;
    isOver = true;
    socket.terminate();
    // Whoever still waits for a first frame would do so for a minute, with timers of its own.
    offer('[{"type":"Error"}]');
    theirs.clear();
    hooks.onEnd(end);
  };

  const hear = (data: Buffer, isBinary: boolean): void => {
    if (isOver) return;
    const text = isBinary ? '' : data.toString('utf8');
    const frame = parseFrame(text);
    if (!frame) {
      hooks.log.warn('a frame that cannot be read was dropped', { bytes: data.length });
      return;
    }
    offer(text);
    hooks.onFrame(frame);
  };

  socket.on('message', hear);
  socket.on('error', (error) => over({ code: systemCodeOf(error) ?? error.name }));
  socket.on('close', (code) => over({ code: `close-${code}` }));
  socket.on('unexpected-response', (_, { statusCode: status = 0, headers }) => {
    const askedMs = retryAfterMs(headers['retry-after'], hooks.now());
    over({ code: `HTTP-${status}`, status, ...(askedMs && { retryAfterMs: askedMs }) });
  });
  Object.assign(socket, {
    addEventListener: (type: string, listener: MessageListener) => {
      if (type === 'message') theirs.add(listener);
    },
    removeEventListener: (_: string, listener: MessageListener) => {
      theirs.delete(listener);
    },
  });

  return {
    send(frame) {
      if (!isOver && socket.readyState === open) send(JSON.stringify(frame));
    },
    end: (code) => over({ code }),
  };
}
