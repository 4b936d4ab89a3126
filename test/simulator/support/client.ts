import { onTestFinished } from 'vitest';

import type { Simulator, SimulatorOptions } from '../../../simulator/server.ts';
import { ManualClock, startSimulator } from '../../../simulator/server.ts';

export const V1 = '/restapi/v1.0';
export const EXTENSION = `${V1}/account/~/extension/~`;

export type Json = Record<string, unknown>;

export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: Json;
  /** The code that clients decide on. */
  readonly code: string | undefined;
};

export type RequestOptions = {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string | readonly string[]>;
  readonly raw?: string | Uint8Array<ArrayBuffer> | FormData;
};

export type Client = {
  readonly simulator: Simulator;
  readonly clock: ManualClock;
  readonly token: string;
  /** A request below the extension; a path that starts with /restapi is taken as it is. */
  request(method: string, path: string, options?: RequestOptions): Promise<Reply>;
  get(path: string, query?: RequestOptions['query']): Promise<Reply>;
  post(path: string, body: unknown): Promise<Reply>;
};

export type SimulatorSetUp = Omit<SimulatorOptions, 'clock'> & { readonly clock?: ManualClock };

/** A simulator on manual time that ends with the test. */
export async function startForTest(
  options: SimulatorSetUp = {},
): Promise<{ readonly simulator: Simulator; readonly clock: ManualClock }> {
  const clock = options.clock ?? new ManualClock();
  const simulator = await startSimulator({ ...options, clock });
  onTestFinished(() => simulator.stop());
  return { simulator, clock };
}

/** A simulator and a client that has signed in with its JWT. */
export async function signedIn(options: SimulatorSetUp = {}): Promise<Client> {
  const { simulator, clock } = await startForTest(options);
  const { json } = await postToken(simulator, jwtGrant(simulator));
  return clientWith(simulator, clock, String(json['access_token']));
}

export function clientWith(simulator: Simulator, clock: ManualClock, token: string): Client {
  const request: Client['request'] = (method, path, options = {}) => {
    const url = new URL(path.startsWith('/restapi') ? path : `${EXTENSION}${path}`, simulator.url);
    for (const [name, value] of Object.entries(options.query ?? {})) {
      for (const one of [value].flat()) url.searchParams.append(name, one);
    }
    return send(url, method, { Authorization: `Bearer ${token}` }, options);
  };
  return {
    simulator,
    clock,
    token,
    request,
    get: (path, query) => request('GET', path, query ? { query } : {}),
    post: (path, body) => request('POST', path, { body }),
  };
}

async function send(
  url: URL,
  method: string,
  authorization: Record<string, string>,
  { body, headers, raw }: RequestOptions,
): Promise<Reply> {
  const type: Record<string, string> =
    body === undefined ? {} : { 'Content-Type': 'application/json' };
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(url, {
    method,
    headers: { ...authorization, ...type, ...headers },
    ...(payload === undefined ? {} : { body: payload }),
  });
  return toReply(response);
}

export async function toReply(response: Response): Promise<Reply> {
  const text = await response.text();
  const json = parse(text);
  const errors = (json['errors'] ?? []) as readonly { readonly errorCode?: string }[];
  return {
    status: response.status,
    headers: response.headers,
    text,
    json,
    code: errors[0]?.errorCode,
  };
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
}

export function jwtGrant({ credentials }: Simulator): Record<string, string> {
  return {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: credentials.jwt,
    client_id: credentials.clientId,
  };
}

export async function postToken(
  { url }: Simulator,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const body = new URLSearchParams(form);
  return toReply(await fetch(`${url}/restapi/oauth/token`, { method: 'POST', headers, body }));
}

/** A value deep in an answer, as text. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = path.reduce<unknown>((at, name) => (at as Json | undefined)?.[name], value);
  if (typeof found !== 'string' && typeof found !== 'number') {
    throw new Error(`There is no text at ${path.join('.')}.`);
  }
  return String(found);
}

export function records(reply: Reply): readonly Json[] {
  return reply.json['records'] as readonly Json[];
}
