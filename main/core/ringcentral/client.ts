import { failure, type Failure } from '../../../shared/failure.ts';
import type { Ports } from '../ports.ts';
import type { Credentials, RingCentralClient } from './api.ts';
import { createAuth, type Auth } from './auth.ts';
import { createApi } from './endpoints.ts';
import { createGate, type RequestTag } from './gate.ts';
import type { Outcome } from './outcome.ts';
import { extension } from './paths.ts';
import { createPush } from './push.ts';
import { createReachability, type OfflineCause } from './reachability.ts';
import { createRequester } from './requester.ts';
import { createScheduler } from './scheduler.ts';
import { createAuthorization } from './sdk.ts';
import { createServerClock } from './server-clock.ts';
import { createTokenStore, loadTokenStore, sessionKey, type TokenStore } from './token-store.ts';

/** How long signing out waits for RingCentral; the revoke goes on behind it. */
const revokePatienceMs = 5_000;
const probeTimeoutMs = 10_000;

type ClientPorts = Pick<Ports, 'clock' | 'random' | 'secrets' | 'fetch' | 'log' | 'info'>;

/** The only door to RingCentral: the official SDK behind one scheduler, with tokens in the vault. */
export function createRingCentralClient(ports: ClientPorts): RingCentralClient {
  const { clock, log } = ports;
  const scheduler = createScheduler(clock);
  const serverClock = createServerClock(clock);
  const stopping = new AbortController();
  const expiryListeners = new Set<(reason: Failure) => void>();
  let auth: Auth | undefined;
  /** Whose place a sign-in is taking; how it ends does not matter any more. */
  let replaced: Auth | undefined;
  let departing: Promise<void> = Promise.resolve();

  const { send, stream } = createRequester(() => auth, ports);
  const probe = async (cause: OfflineCause): Promise<void> => {
    // While the network is at fault an answer of any kind will do; maintenance shows only on the
    // API itself.
    const tag: RequestTag = { lane: 'user', timeoutMs: probeTimeoutMs };
    if (cause !== 'network')
      await send({
        method: 'GET',
        path: extension,
        ...tag,
        area: 'other',
        parse: () => undefined,
      });
    else await auth?.platform.send(versionRequest(tag)).catch(() => undefined);
  };
  const reachability = createReachability({ clock, random: ports.random, probe });
  const push = createPush({
    clock,
    log,
    random: ports.random,
    send,
    admit: scheduler.admit,
    reachability,
    appVersion: ports.info.version,
    getServerUrl: () => auth?.store.app.serverUrl,
    getPermissions: () => auth?.store.permissions,
  });

  const connect = (store: TokenStore): Auth => {
    const leaving = new AbortController();
    const { serverUrl } = store.app;
    const signals = { leaving: leaving.signal, stopping: stopping.signal };
    const tools = { clock, log, scheduler, reachability, serverClock, fetch: ports.fetch };
    const made: Auth = createAuth({
      store,
      clock,
      log,
      leaving,
      gate: createGate({ ...tools, ...signals, serverUrl }),
      appVersion: ports.info.version,
      getClockAheadMs: serverClock.getAheadMs,
      onExpired(reason) {
        if (auth !== made || replaced === made) return;
        drop(made);
        departing = store.forget().catch((error: unknown) => {
          log.error('a session that is over could not be removed from the vault', error);
        });
        reachability.reset();
        expiryListeners.forEach((listener) => listener(reason));
      },
    });
    return made;
  };

  const signIn = async ({ grant, ...app }: Credentials): Promise<Outcome<void>> => {
    await departing;
    const made = connect(createTokenStore(app, ports));
    const outcome = await made.signIn(grant);
    if (outcome.kind !== 'ok') {
      if (!auth) reachability.reset();
      return outcome;
    }
    // Without one, everyone would be signed out an hour later (RingCentral's guide to refresh
    // tokens: off by default).
    if (!made.store.hasRefreshToken()) {
      await revokePatiently(made);
      if (!auth) reachability.reset();
      return { kind: 'refused', status: 200, failure: failure('auth', 'session.no-refresh-token') };
    }
    await succeed(made);
    return outcome;
  };

  /** Ends the session before: a user has five at most, and the sixth would end another's. */
  const succeed = async (made: Auth): Promise<void> => {
    const before = auth;
    replaced = before;
    try {
      await before?.store.detach();
      await made.store.keep();
    } catch (error) {
      await made.store.detach();
      void made.revoke();
      if (auth === before) await before?.store.keep().catch(() => undefined);
      throw error;
    } finally {
      replaced = undefined;
    }
    if (auth) drop(auth);
    take(made);
    if (before?.store.app.serverUrl === made.store.app.serverUrl) void before.revoke();
  };

  const take = (made: Auth): void => {
    auth = made;
    push.begin();
  };
  const drop = (from: Auth): void => {
    auth = undefined;
    push.end();
    from.leave();
  };

  const revokePatiently = async (from: Auth): Promise<void> => {
    const patience = Promise.withResolvers<void>();
    const callOff = clock.schedule(revokePatienceMs, patience.resolve);
    await Promise.race([from.revoke(), patience.promise]);
    callOff();
  };

  const part = async (from: Auth): Promise<void> => {
    try {
      await from.store.forget();
    } finally {
      await revokePatiently(from);
    }
  };

  /** A session that was let go of, or that a locked key ring hid, would be taken up again. */
  const departWithStored = async (): Promise<void> => {
    await departing;
    const store = await loadTokenStore(ports).catch(() => undefined);
    if (!store) return ports.secrets.remove(sessionKey);
    const found = connect(store);
    found.leave();
    await part(found);
  };

  return {
    api: createApi(send, stream),
    push: push.push,
    authorize: createAuthorization,
    signIn,
    async resume() {
      if (auth) return true;
      await departing;
      const store = await loadTokenStore(ports);
      // The vault took its time, and somebody has signed in meanwhile.
      if (store && !auth) take(connect(store));
      return auth !== undefined;
    },
    async signOut() {
      const from = auth;
      if (from) drop(from);
      const parting = (from ? part(from) : departWithStored()).finally(reachability.reset);
      departing = parting.catch(() => undefined);
      await parting;
    },
    async release() {
      const from = auth;
      if (!from) return;
      drop(from);
      // A pair that is on its way then is not written over the other's: the server gives it again.
      await from.store.detach();
      reachability.reset();
    },
    get serverUrl() {
      return auth?.store.app.serverUrl;
    },
    getConnection: reachability.get,
    get permissions() {
      return auth?.store.permissions;
    },
    get ownerId() {
      return auth?.store.ownerId;
    },
    getPausedGroups: scheduler.getPausedGroups,
    getRateBudgets: scheduler.getBudgets,
    getClockAheadMs: serverClock.getAheadMs,
    retry() {
      if (!auth) return;
      reachability.retry();
      push.push.retry();
    },
    onStatus(listener) {
      const sources = [reachability.onChange, scheduler.onPause, serverClock.onChange];
      const forget = sources.map((listen) => listen(listener));
      return () => forget.forEach((forgetOne) => forgetOne());
    },
    onExpired(listener) {
      expiryListeners.add(listener);
      return () => expiryListeners.delete(listener);
    },
    stop() {
      push.stop();
      stopping.abort();
      scheduler.stop();
      reachability.stop();
    },
  };
}

/**
 * `GET /restapi` needs no token and is not limited (RingCentral's guide to rate limits and errors).
 */
function versionRequest(tag: RequestTag): object {
  return { method: 'GET', url: '/restapi', skipAuthCheck: true, retry: true, tag };
}
