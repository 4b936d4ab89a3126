/** A request as the endpoints see it, whether it came over HTTP or through the WebSocket tunnel. */
export type Incoming = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly origin: Origin;
};

/** A tunnelled request belongs to the socket's OAuth session and needs no token of its own. */
export type Origin =
  | { readonly kind: 'http' }
  | { readonly kind: 'socket'; readonly lineId: string; readonly sessionId: string };

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
};

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json;charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

export const ok = (value: unknown): Answer => json(200, value);

export const noContent: Answer = { status: 204, headers: {}, body: undefined };

/** TypeScript's es2024 library does not know `JSON.rawJSON` yet; Node 24 does. */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };

/** Writes an integer above 2^53 digit by digit, as RingCentral does, where a double would round it. */
export function rawInteger(digits: string): unknown {
  return rawJSON(digits);
}
