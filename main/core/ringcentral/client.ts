import { failure, type Failure } from '../../../shared/failure.ts';
import type { Clock, Ports } from '../ports.ts';
import type { Credentials, RingCentralClient } from './api.ts';
import { createAuth, type Auth } from './auth.ts';
import { createApi, paths } from './endpoints.ts';
import { createGate, type RequestTag } from './gate.ts';
import type { Outcome } from './outcome.ts';
import { createReachability, type OfflineCause } from './reachability.ts';
import { createRequester } from './requester.ts';
import { createScheduler } from './scheduler.ts';
import { createTokenStore, loadTokenStore, type TokenStore } from './token-store.ts';

/** How long signing out waits for RingCentral; the revoke goes on behind it. */
const revokePatienceMs = 5_000;
const probeTimeoutMs = 10_000;

type ClientPorts = Pick<Ports, 'clock' | 'random' | 'secrets' | 'fetch' | 'log' | 'info'>;

/** The only door to RingCentral: the official SDK behind one scheduler, with tokens in the vault. */
export function createRingCentralClient(ports: ClientPorts): RingCentralClient {
  const { clock, log } = ports;
  const scheduler = createScheduler(clock);
  const stopping = new AbortController();
  const expiryListeners = new Set<(reason: Failure) => void>();
  let auth: Auth | undefined;
  let leaving: Promise<void> = Promise.resolve();

  const send = createRequester(() => auth, ports);
  const probe = async (cause: OfflineCause): Promise<void> => {
    // While the network is at fault an answer of any kind will do; maintenance shows only on the
    // API itself.
    const tag: RequestTag = { lane: 'user', timeoutMs: probeTimeoutMs };
    if (cause !== 'network')
      await send({
        method: 'GET',
        path: paths.extension,
        ...tag,
        area: 'other',
        parse: () => undefined,
      });
    else await auth?.platform.send(versionRequest(tag)).catch(() => undefined);
  };
  const reachability = createReachability({ clock, random: ports.random, probe });

  const connect = (store: TokenStore): Auth => {
    const gateTools = { clock, fetch: ports.fetch, log, scheduler, reachability };
    const made: Auth = createAuth({
      store,
      clock,
      log,
      gate: createGate({ ...gateTools, serverUrl: store.app.serverUrl, stopping: stopping.signal }),
      appVersion: ports.info.version,
      onExpired(reason) {
        if (auth !== made) return;
        auth = undefined;
        leaving = store.forget().catch((error: unknown) => {
          log.error('a session that is over could not be removed from the vault', error);
        });
        reachability.reset();
        expiryListeners.forEach((listener) => listener(reason));
      },
    });
    return made;
  };

  const signIn = async ({ jwt, ...app }: Credentials): Promise<Outcome<void>> => {
    await leaving;
    const made = connect(createTokenStore(app, ports));
    const outcome = await made.signIn(jwt);
    if (outcome.kind !== 'ok' || made.store.hasRefreshToken()) {
      if (outcome.kind === 'ok') succeed(made);
      else if (!auth) reachability.reset();
      return outcome;
    }
    // Without one, everyone would be signed out an hour later (FACTS 1.4: off by default).
    await part(made);
    reachability.reset();
    return { kind: 'refused', status: 200, failure: failure('auth', 'session.no-refresh-token') };
  };

  /** Ends the session before: a user has five at most, and the sixth would end another's. */
  const succeed = (made: Auth): void => {
    const before = auth;
    auth = made;
    before?.store.detach();
    if (before?.store.app.serverUrl === made.store.app.serverUrl) void before.revoke();
  };

  const part = async (from: Auth): Promise<void> => {
    await from.store.forget();
    await Promise.race([from.revoke(), wait(clock, revokePatienceMs)]);
  };

  return {
    api: createApi(send),
    signIn,
    async resume() {
      if (auth) return true;
      await leaving;
      const store = await loadTokenStore(ports);
      if (store) auth = connect(store);
      return store !== undefined;
    },
    async signOut() {
      const from = auth;
      auth = undefined;
      if (!from) return;
      leaving = part(from);
      await leaving;
      reachability.reset();
    },
    get serverUrl() {
      return auth?.store.app.serverUrl;
    },
    getConnection: reachability.get,
    getPausedGroups: scheduler.getPausedGroups,
    retry() {
      if (auth) reachability.retry();
    },
    onStatus(listener) {
      const forgetOne = reachability.onChange(listener);
      const forgetOther = scheduler.onPause(listener);
      return () => {
        forgetOne();
        forgetOther();
      };
    },
    onExpired(listener) {
      expiryListeners.add(listener);
      return () => expiryListeners.delete(listener);
    },
    stop() {
      stopping.abort();
      scheduler.stop();
      reachability.stop();
    },
  };
}

/** `GET /restapi` needs no token and is not limited (FACTS 6, 7.1). */
function versionRequest(tag: RequestTag): object {
  return { method: 'GET', url: '/restapi', skipAuthCheck: true, retry: true, tag };
}

function wait(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => void clock.schedule(ms, resolve));
}
