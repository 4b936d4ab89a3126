import * as rcWs from '@rc-ex/ws';
import { createChannel, type Channel, type ChannelOptions } from './push-channel.ts';
import type { RawSocket } from './push-socket.ts';
import type { ConnectionDetails, SocketToken } from './push-wire.ts';
import { bare } from './wire-errors.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';

/**
 * What of @rc-ex/ws is used: it fetches a token, opens the socket, waits for its first frame and
 * keeps the token that recovers it, with its own recovery off. The whole @rc-ex/rcsdk is not
 * beneath it: that would be a second client with tokens and requests of its own, where here one
 * scheduler carries every request (RingCentral's guide to rate limits) and one store holds the
 * tokens. All the extension ever asks of it is `post`.
 */
type Extension = {
  readonly eventEmitter: {
    on(event: 'newWebSocketObject', listener: (socket: RawSocket) => void): unknown;
  };
  readonly wsc?: { readonly token: string };
  install(rc: {
    readonly rest: { readonly appName: string; readonly appVersion: string };
    post(path: string): Promise<{ readonly data: object }>;
  }): Promise<void>;
};

type ExtensionClass = new (options: {
  readonly autoRecover: { readonly enabled: false };
  readonly wscToken?: string;
}) => Extension;

// Its package does not say that it is ES modules, so the compiler takes it for CommonJS.
const WebSocketExtension = rcWs.default as unknown as ExtensionClass;

/** What it takes to come back to a connection that was lost. */
export type Recovery = {
  readonly token: string;
  /** When the other end was last heard. */
  readonly lostAt: EpochMs;
  readonly timeoutMs: number;
};

/** One open socket. */
export type Line = Pick<Channel, 'request' | 'check' | 'end'> & {
  readonly details: ConnectionDetails;
  /** Undefined when there is nothing to come back to. */
  getRecovery(): Recovery | undefined;
};

export type LineOptions = ChannelOptions & {
  readonly appVersion: string;
  /** Asks for the token that opens this one socket; rejects when there is none. */
  readonly getToken: () => Promise<SocketToken>;
  /** Of the connection to come back to. */
  readonly recoveryToken: string | undefined;
  /** Aborted, nothing more is opened and what is open ends. */
  readonly signal: AbortSignal;
};

/**
 * Opens a socket; resolves with undefined when it ended before its first frame, of which `onLost`
 * has heard, and rejects with what `getToken` rejects with. An extension is used once: a second
 * connect of the same one would use its token again, though it is good once, and recover with an
 * old `wsc`.
 */
export async function openLine(options: LineOptions): Promise<Line | undefined> {
  const { appVersion, recoveryToken, signal } = options;
  const extension = new WebSocketExtension({
    autoRecover: { enabled: false },
    ...(recoveryToken !== undefined && { wscToken: recoveryToken }),
  });
  const channel = createChannel(options);
  extension.eventEmitter.on('newWebSocketObject', channel.take);
  signal.addEventListener('abort', channel.end, { once: true });
  const token = await options.getToken();
  signal.throwIfAborted();
  const data = {
    uri: token.uri,
    ws_access_token: encodeURIComponent(token.token),
    expires_in: 1,
  };
  try {
    await extension.install({
      rest: { appName: 'Sidetone', appVersion },
      post: () => Promise.resolve({ data }),
    });
  } catch (error) {
    channel.fail(bare(error).name);
  }
  const details = channel.getDetails();
  return details && toLine(details, channel, extension);
}

function toLine(details: ConnectionDetails, channel: Channel, extension: Extension): Line {
  return {
    details,
    request: channel.request,
    check: channel.check,
    end: channel.end,
    getRecovery() {
      const token = extension.wsc?.token;
      if (token === undefined) return undefined;
      return { token, lostAt: channel.lastHeardAt(), timeoutMs: details.recoveryTimeoutMs };
    },
  };
}
