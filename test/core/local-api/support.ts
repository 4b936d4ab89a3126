import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ManualClock } from '../../../simulator/server.ts';
import { passUntil, startSignedIn, type RunningCore } from '../support/core-world.ts';
import type { ApiRights, NewApiToken } from '../../../shared/model/local-api.ts';

/** A port that nobody has, found by having had it. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
};

export type Door = Awaited<ReturnType<typeof openDoor>>;

/** Opens the door of a running core at a free port. */
export async function openDoor(core: Pick<RunningCore, 'get'> & { readonly clock: ManualClock }) {
  const port = await freePort();
  await core.get('settings.set', { apiPort: port, apiEnabled: true });
  const base = `http://127.0.0.1:${port}`;
  await passUntil(
    core.clock,
    async () => {
      const { standing } = await core.get('api.get', undefined);
      if (standing.state !== 'listening') throw new Error(standing.state);
    },
    20,
  );
  /** Asks as a program does; a body makes it a POST. */
  const ask = async (
    path: string,
    options: {
      readonly token?: string;
      readonly json?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      readonly method?: string;
    } = {},
  ): Promise<Answer> => {
    const { token, json } = options;
    const response = await fetch(`${base}${path}`, {
      method: options.method ?? (json === undefined ? 'GET' : 'POST'),
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...options.headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json') === true;
    const body = (isJson ? JSON.parse(text) : { text }) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body };
  };
  const letIn = (
    rights: Partial<ApiRights> & { readonly name?: string } = {},
  ): Promise<NewApiToken> =>
    core.get('api.create-token', {
      name: rights.name ?? 'CRM',
      scopes: [...(rights.scopes ?? (['read', 'text', 'call', 'note'] as const))],
      callsAtOnce: rights.callsAtOnce ?? false,
    });
  return { port, base, ask, letIn };
}

/** A core that is signed in, its door open, and a program with every right but to call at once. */
export async function startWithDoor() {
  const world = await startSignedIn();
  const door = await openDoor(world);
  const { token, program } = await door.letIn();
  return { ...world, ...door, token, program };
}
