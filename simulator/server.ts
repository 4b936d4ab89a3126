import type { SimulatorAccount } from './account-handle.ts';
import { createAccountHandle } from './account-handle.ts';
import type { SimulatorClock } from './clock.ts';
import { systemClock } from './clock.ts';
import { answerControl } from './control.ts';
import { makeDemoState } from './demo/seed.ts';
import type { FaultBook, Faults } from './faults.ts';
import { createFaults } from './faults.ts';
import { noSuchPath } from './http/errors.ts';
import type { Listener } from './http/listener.ts';
import { listen } from './http/listener.ts';
import type { Incoming } from './http/message.ts';
import type { Outcome } from './http/mishaps.ts';
import { answerWithFaults } from './http/mishaps.ts';
import { resumeTexts } from './messages/text-life.ts';
import { failUnfinishedTranscriptions } from './messages/voicemail.ts';
import { createAuthorizations } from './oauth/authorizations.ts';
import type { Pace } from './pace.ts';
import { defaultPace } from './pace.ts';
import { createHub } from './push/hub.ts';
import type { SocketServer } from './push/socket.ts';
import { createSocketServer } from './push/socket.ts';
import { createRandom } from './random.ts';
import { createRateLimits } from './rate-limits.ts';
import { defaultRules } from './rules.ts';
import { createIds } from './state/ids.ts';
import type { Store } from './state/store.ts';
import { createStore, loadState } from './state/store.ts';
import type { State } from './state/types.ts';
import { closeUnfinishedCalls } from './telephony/live-calls.ts';
import type { World } from './world.ts';

export type { SimulatorAccount } from './account-handle.ts';
export type { SimulatorClock } from './clock.ts';
export { ManualClock, systemClock } from './clock.ts';
export type { Fault, Faults } from './faults.ts';
export type { Pace } from './pace.ts';
export { troubles } from './troubles.ts';

export type SimulatorOptions = {
  /** Port of the API and the WebSocket; 0, the default, takes any. Media has a port of its own. */
  readonly port?: number;
  /** A JSON file: loaded when it exists, saved after changes and at the end. */
  readonly statePath?: string;
  readonly clock?: SimulatorClock;
  /** Decides ids and demo data of a new account. */
  readonly seed?: number;
  /** Opens the control endpoints under /__simulator; never in a packaged demo. */
  readonly control?: boolean;
  readonly pace?: Partial<Pace>;
  /** Hears of every request to the API as it arrives, refused ones included. */
  readonly onRequest?: (method: string, path: string) => void;
};

export type Simulator = {
  readonly url: string;
  /** Attachments are served from an origin of their own. */
  readonly mediaUrl: string;
  readonly credentials: { readonly clientId: string; readonly jwt: string };
  readonly account: SimulatorAccount;
  readonly faults: Faults;
  readonly clock: SimulatorClock;
  /** Drops every connection and refuses new ones, until `comeBack`. */
  goDown(): Promise<void>;
  /** Listens again at the same addresses. */
  comeBack(): Promise<void>;
  /** Saves and stops. */
  stop(): Promise<void>;
};

const DEFAULT_SEED = 20_260_311;

/** Starts a RingCentral on 127.0.0.1 with its demo account. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const clock = options.clock ?? systemClock;
  const { statePath } = options;
  const saved = statePath === undefined ? undefined : await loadState(statePath, clock.now());
  if (saved) leaveGap(saved);
  const state = saved ?? makeDemoState(options.seed ?? DEFAULT_SEED, clock.now());
  const { world, store } = createWorld(state, clock, options);
  const faults = createFaults();
  const servers = await openServers(world, store, faults, options);
  closeUnfinishedCalls(world);
  failUnfinishedTranscriptions(world);
  resumeTexts(world);
  world.changed();
  return {
    url: world.addresses.api,
    mediaUrl: world.addresses.media,
    credentials: { clientId: state.client.id, jwt: state.client.jwt },
    account: createAccountHandle(world),
    faults,
    clock,
    goDown: servers.goDown,
    comeBack: servers.comeBack,
    async stop() {
      await servers.shut();
      servers.sockets.close();
      closeUnfinishedCalls(world);
      await store.close();
    },
  };
}

/**
 * A crash may have cost the last moments, ids given out in them included: skips ahead, so that no
 * id that a client has seen is ever given to something else.
 */
function leaveGap(state: State): void {
  state.counters.message += 1_000_000;
  state.counters.session += 10_000_000;
  state.counters.contact += 1_000_000;
  state.counters.presence += 1_000;
  state.randomPosition = (state.randomPosition + 0x9e3779b9) >>> 0;
}

function createWorld(
  state: State,
  clock: SimulatorClock,
  options: SimulatorOptions,
): { readonly world: World; readonly store: Store } {
  const random = createRandom(state.randomPosition);
  const rules = defaultRules();
  const store = createStore(options.statePath, clock, () => {
    state.randomPosition = random.position();
    return state;
  });
  const world: World = {
    clock,
    random,
    ids: createIds(state.counters, random),
    state,
    pace: { ...defaultPace, ...options.pace },
    rules,
    limits: createRateLimits(clock, rules),
    authorizations: createAuthorizations(),
    hub: createHub(),
    liveCalls: [],
    ringOuts: new Map(),
    addresses: { api: '', media: '' },
    changed: () => store.changed(),
  };
  return { world, store };
}

type Servers = {
  readonly sockets: SocketServer;
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  /** Goes down for good. */
  shut(): Promise<void>;
};

async function openServers(
  world: World,
  store: Store,
  faults: FaultBook,
  options: SimulatorOptions,
): Promise<Servers> {
  const handle = async (request: Incoming): Promise<Outcome> => {
    options.onRequest?.(request.method, request.path);
    const control =
      options.control === true ? await answerControl(world, faults, servers, request) : undefined;
    if (control) return { kind: 'answer', answer: control, truncate: false };
    const outcome = await answerWithFaults(world, faults, request);
    if (request.method !== 'GET') await store.flush();
    return outcome;
  };
  const onlyContent = async (request: Incoming): Promise<Outcome> =>
    /\/content(\/|$)/.test(request.path)
      ? answerWithFaults(world, faults, request)
      : { kind: 'answer', answer: noSuchPath().toAnswer(), truncate: false };
  const date = (): string => new Date(world.clock.now() + world.rules.clockSkewMs).toUTCString();
  const sockets = createSocketServer(world, handle);
  const { ports } = world.state;
  const port = options.port ?? 0;
  // Addresses that were handed out before a restart stay good where their ports are still free.
  const wish = port === 0 ? { port: ports?.api ?? 0, optional: true } : { port, optional: false };
  const api: Listener = await listen(wish, { handle, date, upgrade: sockets.upgrade });
  const media: Listener = await listen(
    { port: ports?.media ?? 0, optional: true },
    { handle: onlyContent, date },
  );
  world.state.ports = { api: api.port, media: media.port };
  Object.assign(world.addresses, { api: api.url, media: media.url });
  let shut = false;
  const goDown = async (): Promise<void> => void (await Promise.all([api.down(), media.down()]));
  const servers: Servers = {
    sockets,
    goDown,
    async comeBack() {
      if (!shut) await Promise.all([api.up(), media.up()]);
    },
    shut() {
      shut = true;
      return goDown();
    },
  };
  return servers;
}
