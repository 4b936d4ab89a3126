import { failure, type Failure } from '../../../shared/failure.ts';
import type { Clock, Log, Random } from '../ports.ts';
import type { PushHint } from './api.ts';
import { isOwnSocket } from './hosts.ts';
import type { Outcome } from './outcome.ts';
import { createEventReader } from './push-events.ts';
import { listFilters, type PushFilter } from './push-filters.ts';
import { openLine, type Line, type Recovery } from './push-line.ts';
import type { TokenBudget } from './push-pace.ts';
import type { SocketEnd } from './push-socket.ts';
import { isFinalStatus, subscribe, type Subscribed } from './push-subscribe.ts';
import { readSocketToken, type SocketToken } from './push-wire.ts';
import type { Requester } from './requester.ts';
import type { Scheduler } from './scheduler.ts';

export type AttemptTools = {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly send: Requester;
  readonly admit: Scheduler['admit'];
  readonly appVersion: string;
  /** Of whoever is signed in; undefined when nobody is. */
  readonly getServerUrl: () => string | undefined;
  /** The app permissions that came with the tokens; undefined when none were named. */
  readonly getPermissions: () => readonly string[] | undefined;
};

/** What stands in the way of a connection. */
export type PushTrouble = {
  readonly failure: Failure;
  /** `final`: trying again would only be refused again. `auth`: the session may be over. */
  readonly verdict: 'again' | 'auth' | 'final';
};

/** Carries a trouble out of the making of a connection. */
class PushRefused extends Error {
  override readonly name = 'PushRefused';
  readonly trouble: PushTrouble;

  constructor(trouble: PushTrouble) {
    super(`no push: ${trouble.failure.code}`);
    this.trouble = trouble;
  }
}

/** What one session's connections know of each other. */
export type Connector = {
  /** Connects, once; rejects with nothing that is expected. */
  connect(hooks: {
    readonly signal: AbortSignal;
    readonly onHint: (hint: PushHint) => void;
    /** The connection that was made is gone. */
    readonly onLost: (trouble: PushTrouble) => void;
  }): Promise<{ readonly line: Line } | { readonly trouble: PushTrouble }>;
};

/** Builds a connector for one session: a new sign-in has nothing to recover. */
export function createConnector(tools: AttemptTools, budget: TokenBudget): Connector {
  const { clock, log } = tools;
  const reader = createEventReader();
  const refused = new Set<string>();
  let recovery: Recovery | undefined;
  let subscriptionId: string | undefined;

  const getToken = async (signal: AbortSignal): Promise<SocketToken> => {
    const outcome = await tools.send({
      method: 'POST',
      path: '/restapi/oauth/wstoken',
      lane: 'sync',
      area: 'other',
      givenUp: signal,
      parse: readSocketToken,
    });
    if (outcome.kind !== 'not-sent') budget.spend();
    if (outcome.kind !== 'ok') throw new PushRefused(toTokenTrouble(outcome));
    const url = new URL(outcome.value.uri);
    const serverUrl = tools.getServerUrl();
    // The library adds the token to whatever address it is given.
    if (serverUrl === undefined || !isOwnSocket(url, serverUrl) || url.search + url.hash !== '') {
      log.warn('the push address is not the account’s own', { host: url.hostname });
      throw new PushRefused(foreignAddress);
    }
    return outcome.value;
  };

  /**
   * Recovering is of use as long as RingCentral keeps what was missed (its guide to WebSockets).
   */
  const takeRecovery = (): Recovery | undefined => {
    const known = subscriptionId === undefined ? undefined : recovery;
    recovery = undefined;
    const isFresh = known && clock.now() - known.lostAt <= known.timeoutMs;
    return isFresh ? known : undefined;
  };

  const settle = async (line: Line, signal: AbortSignal): Promise<PushTrouble | undefined> => {
    const { recovery: state, recoveryErrorCode } = line.details;
    if (state === 'Successful' && subscriptionId !== undefined) return undefined;
    if (recoveryErrorCode !== undefined) log.info('not recovered', { code: recoveryErrorCode });
    subscriptionId = undefined;
    reader.forgetOrder();
    const filters = listFilters(tools.getPermissions()).filter(({ path }) => !refused.has(path));
    const outcome = await subscribe(line, filters, forget, { ...tools, signal });
    if (outcome.kind !== 'ok') return toSubscriptionTrouble(outcome);
    subscriptionId = outcome.id;
    return undefined;
  };
  const forget = (filters: readonly PushFilter[]): void => {
    for (const { path } of filters) refused.add(path);
    log.info('push goes without some events', { filters: filters.map(shortName).join(' ') });
  };

  const open = async ({
    signal,
    onHint,
    onLost,
  }: Parameters<Connector['connect']>[0]): ReturnType<Connector['connect']> => {
    const before = takeRecovery();
    let connected: Line | undefined;
    let ended: SocketEnd | undefined;
    const line = await openLine({
      ...tools,
      signal,
      recoveryToken: before?.token,
      getToken: async () => {
        const token = await getToken(signal).catch((error: unknown) => {
          // Nothing has been tried: what can be recovered still can.
          recovery = before;
          throw error;
        });
        return token;
      },
      onEvent(body) {
        const hint = reader.read(body, subscriptionId);
        if (hint) onHint(hint);
      },
      onLost(end) {
        ended = end;
        recovery = connected?.getRecovery() ?? (isRefusal(end) ? undefined : before);
        if (connected) onLost(toEndTrouble(end));
      },
    });
    const trouble = line && (await settle(line, signal));
    if (line && !trouble && !ended) {
      connected = line;
      return { line };
    }
    line?.end();
    return { trouble: ended || !trouble ? toEndTrouble(ended) : trouble };
  };

  return {
    async connect(hooks) {
      try {
        return await open(hooks);
      } catch (error) {
        if (error instanceof PushRefused) return { trouble: error.trouble };
        throw error;
      }
    },
  };
}

const foreignAddress: PushTrouble = {
  failure: failure('rejected', 'network.not-ringcentral'),
  verdict: 'final',
};

function toTokenTrouble(outcome: Exclude<Outcome<unknown>, { kind: 'ok' }>): PushTrouble {
  if (outcome.kind !== 'refused') return { failure: outcome.failure, verdict: 'again' };
  const verdict =
    outcome.status === 401 ? 'auth' : isFinalStatus(outcome.status) ? 'final' : 'again';
  return { failure: outcome.failure, verdict };
}

function toSubscriptionTrouble(outcome: Exclude<Subscribed, { kind: 'ok' }>): PushTrouble {
  if (outcome.kind === 'lost') return toEndTrouble(undefined);
  return { failure: outcome.failure, verdict: outcome.isFinal ? 'final' : 'again' };
}

/** WSG-1003 and 401: the OAuth session is another, or over (RingCentral's guide to WebSockets). */
function toEndTrouble(end: SocketEnd | undefined): PushTrouble {
  const code = end?.code ?? 'timeout';
  const isAuth = end?.status === 401 || code === 'WSG-1003' || code === 'status-401';
  const retry = end?.retryAfterMs === undefined ? ('auto' as const) : { afterMs: end.retryAfterMs };
  return {
    failure: isAuth
      ? failure('auth', 'push.refused', { code, retry })
      : failure('offline', 'server.unavailable', { code, retry }),
    verdict: isAuth ? 'auth' : 'again',
  };
}

/** The server itself did not want it: coming back the same way would end the same way. */
function isRefusal({ code, status }: SocketEnd): boolean {
  return code.startsWith('WSG-') || (status !== undefined && status < 500);
}

/** A filter without the account's numbers, for the log. */
function shortName({ path }: PushFilter): string {
  return path.replace(/^.*~\//, '');
}
