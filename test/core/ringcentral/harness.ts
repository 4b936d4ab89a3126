import { onTestFinished } from 'vitest';
import type { Fetch, Secrets } from '../../../main/core/ports.ts';
import type { Credentials, Grant, RingCentralClient } from '../../../main/core/ringcentral/api.ts';
import { createRingCentralClient } from '../../../main/core/ringcentral/client.ts';
import { startSimulator, type Pace, type Simulator } from '../../../simulator/server.ts';
import { ManualClock, settled } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createCountingRandom } from '../support/session.ts';

/** A vault in memory that tells what it holds. */
export type Vault = Secrets & { readonly entries: Map<string, string>; isBroken: boolean };

export function createVault(entries = new Map<string, string>()): Vault {
  return {
    entries,
    isBroken: false,
    standing: 'os',
    get: (key) => Promise.resolve(entries.get(key)),
    set(key, value) {
      if (this.isBroken) return Promise.reject(new Error('the vault is full'));
      entries.set(key, value);
      return Promise.resolve();
    },
    remove(key) {
      if (this.isBroken) return Promise.reject(new Error('the vault is full'));
      entries.delete(key);
      return Promise.resolve();
    },
    keys: () => Promise.resolve([...entries.keys()]),
  };
}

/** A request as it left, after the scheduler. */
export type Departure = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
  readonly at: number;
};

/**
 * A fetch that notes what it is asked before it does it. Push asks for its tokens when it sees fit,
 * whatever a test is about: those are noted by themselves.
 */
export function createNotingFetch(
  clock: ManualClock,
  fetch: Fetch = globalThis.fetch,
): {
  readonly fetch: Fetch;
  readonly departures: Departure[];
  readonly socketTokens: Departure[];
} {
  const departures: Departure[] = [];
  const socketTokens: Departure[] = [];
  return {
    departures,
    socketTokens,
    fetch: async (input, init) => {
      const request = input as Request;
      const url = new URL(request.url);
      const noted = url.pathname === '/restapi/oauth/wstoken' ? socketTokens : departures;
      noted.push({
        method: request.method,
        path: url.pathname.replace('/restapi/v1.0/account/~/extension/~', ''),
        query: url.searchParams,
        headers: request.headers,
        body: await request.clone().text(),
        at: clock.now(),
      });
      return fetch(input, init);
    },
  };
}

/** The real SDK before a simulated RingCentral, both on one clock that the test turns. */
export async function start(
  options: {
    readonly vault?: Vault;
    readonly fetch?: Fetch;
    readonly simulator?: Simulator;
    readonly pace?: Partial<Pace>;
    readonly clock?: ManualClock;
  } = {},
) {
  const clock = options.clock ?? new ManualClock();
  const simulator =
    options.simulator ??
    (await startSimulator({ clock, ...(options.pace && { pace: options.pace }) }));
  const vault = options.vault ?? createVault();
  const log = createMemoryLog();
  const noting = createNotingFetch(clock, options.fetch);
  const client = createRingCentralClient({
    clock,
    log,
    random: createCountingRandom(),
    secrets: vault,
    fetch: noting.fetch,
    info: { version: '0.1.0', platform: 'test', runtime: 'node', isPackaged: true },
  });
  onTestFinished(async () => {
    client.stop();
    if (!options.simulator) await simulator.stop();
  });
  const { departures, socketTokens } = noting;
  return { clock, simulator, vault, log, client, departures, socketTokens };
}

/** The simulator's own app and user, with its JWT or another grant. */
export function credentialsOf(simulator: Simulator, grant?: Grant): Credentials {
  const { clientId, jwt } = simulator.credentials;
  return {
    serverUrl: simulator.url,
    clientId,
    clientSecret: undefined,
    grant: grant ?? { method: 'jwt', jwt },
  };
}

/** Starts and signs in; what that took is forgotten. */
export async function startSignedIn(options: Parameters<typeof start>[0] = {}) {
  const world = await start(options);
  const outcome = await world.client.signIn(credentialsOf(world.simulator));
  if (outcome.kind !== 'ok') throw new Error(`the sign-in ended in ${outcome.failure.code}`);
  world.departures.length = 0;
  return world;
}

/** Lets input and output go on until something has become true. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await settled();
}

/** One Light request, for tests that need any. */
export function ping(client: RingCentralClient) {
  return client.api.account.getExtension();
}
