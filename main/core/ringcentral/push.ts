import { failure, type Failure } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Connection, PushView } from '../../../shared/model/session.ts';
import { backoffMs } from '../backoff.ts';
import type { Push, PushHint } from './api.ts';
import {
  createConnector,
  type AttemptTools,
  type Connector,
  type PushTrouble,
} from './push-attempt.ts';
import type { Line } from './push-line.ts';
import { createTokenBudget } from './push-pace.ts';
import type { Reachability } from './reachability.ts';
import { bare } from './wire-errors.ts';

/** Lets what a person waits for at a sign-in go first, and an office not come back all at once. */
const soonMs = 1_000;
/** A connection that held this long was a good one: the next wait is a short one again. */
const steadyMs = 60_000;
/** Refusals of the session in a row after which only a new sign-in is of use. */
const mostAuthRefusals = 3;

export type PushTools = AttemptTools & {
  readonly reachability: Pick<Reachability, 'get' | 'onChange'>;
};

/** Push, and what the client tells it of the session. */
export type PushControl = {
  readonly push: Push;
  /** Someone is signed in, or someone else is: connects in a moment. */
  begin(): void;
  /** Nobody is signed in any more: closes what is open and forgets it. */
  end(): void;
  /** For good; leaves no timer and no socket. */
  stop(): void;
};

/**
 * Keeps one WebSocket subscription up (RingCentral's guide to WebSockets): waits 2 s doubling to a
 * minute between attempts, as long as RingCentral asks after a 429, and while it cannot be reached;
 * asks for two socket tokens a minute at most, so that the Auth group is there for a refresh.
 */
export function createPush(tools: PushTools): PushControl {
  const { clock, log, random, reachability } = tools;
  const budget = createTokenBudget(clock);
  const changeListeners = new Set<() => void>();
  const hintListeners = new Set<(hint: PushHint) => void>();
  let view: PushView = { state: 'off' };
  let connector: Connector | undefined;
  let attempt = new AbortController();
  let line: Line | undefined;
  let failures = 0;
  let authRefusals = 0;
  /** RingCentral asked not to be asked before, and how long before that was. */
  let notBefore: { readonly at: EpochMs; readonly askedMs: number } = { at: 0, askedMs: 0 };
  let wasOffline = false;
  let isStopped = false;
  let cancelPlan = (): void => undefined;

  const become = (next: PushView): void => {
    view = next;
    changeListeners.forEach((listener) => listener());
  };
  const tell = (hint: PushHint): void => hintListeners.forEach((listener) => listener(hint));

  const restMs = (): number => {
    const ms = notBefore.at - clock.now();
    // More than was asked for is left of a clock that was put back.
    return ms > notBefore.askedMs ? 0 : ms;
  };
  const wait = (ms: number, reason: Failure | undefined): void => {
    cancelPlan();
    const waitMs = Math.max(ms, restMs(), budget.waitMs());
    cancelPlan = clock.schedule(waitMs, connect);
    become({ state: 'waiting', retryAt: clock.now() + waitMs, ...(reason && { reason }) });
  };
  const waitLonger = (reason: Failure): void => {
    failures += 1;
    wait(backoffMs(failures, random.fraction()), reason);
  };

  const connect = (): void => {
    cancelPlan();
    if (!connector) return;
    const away = toAway(reachability.get());
    if (away) return waitLonger(away);
    if (budget.waitMs() > 0) return wait(0, view.state === 'waiting' ? view.reason : undefined);
    attempt = new AbortController();
    become({ state: 'connecting' });
    void run(connector, attempt.signal);
  };
  const run = async (from: Connector, signal: AbortSignal): Promise<void> => {
    try {
      const end = await from.connect({ signal, onHint: tell, onLost });
      if (signal.aborted) return;
      if ('line' in end) hold(end.line);
      else fail(end.trouble);
    } catch (error) {
      if (signal.aborted) return;
      log.error('the push connection broke', bare(error));
      waitLonger(failure('offline', 'server.error'));
    }
  };

  const hold = (made: Line): void => {
    line = made;
    authRefusals = 0;
    become({ state: 'connected', sinceAt: clock.now() });
    log.info('push is connected', { recovered: made.details.recovery === 'Successful' });
    // Whatever was missed before, or between the last sync and now, nobody will tell.
    tell({ kind: 'gap' });
  };
  const onLost = (trouble: PushTrouble): void => {
    line = undefined;
    if (view.state === 'connected' && clock.now() - view.sinceAt >= steadyMs) failures = 0;
    log.info('push was lost', { code: trouble.failure.code });
    fail(trouble);
  };
  const fail = ({ failure: reason, verdict }: PushTrouble): void => {
    authRefusals = verdict === 'auth' ? authRefusals + 1 : 0;
    if (verdict === 'final' || authRefusals >= mostAuthRefusals) {
      log.warn('push was refused', { code: reason.code });
      return become({ state: 'off', reason });
    }
    if (typeof reason.retry === 'object') {
      const { afterMs: askedMs } = reason.retry;
      notBefore = { at: clock.now() + askedMs, askedMs };
    }
    waitLonger(reason);
  };

  const isOffline = (): boolean => reachability.get().state === 'offline';
  const hearReachability = (): void => {
    const isBack = wasOffline && !isOffline();
    wasOffline = isOffline();
    if (!isBack || view.state !== 'waiting') return;
    failures = 0;
    wait(soonMs * (1 + random.fraction()), view.reason);
  };
  const forgetReachability = reachability.onChange(hearReachability);

  const leave = (): void => {
    cancelPlan();
    attempt.abort();
    line = undefined;
    connector = undefined;
    failures = 0;
    authRefusals = 0;
    notBefore = { at: 0, askedMs: 0 };
  };
  const end = (): void => {
    leave();
    if (view.state !== 'off' || view.reason) become({ state: 'off' });
  };

  return {
    push: {
      getState: () => view,
      onChange: (listener) => listenTo(changeListeners, listener),
      onHint: (listener) => listenTo(hintListeners, listener),
      retry() {
        if (!connector || view.state === 'connecting') return;
        // It may only seem connected: the computer slept.
        if (line) return line.check();
        failures = 0;
        authRefusals = 0;
        if (restMs() > 0) return;
        // What was refused may be allowed by now.
        if (view.state === 'off') connector = createConnector(tools, budget);
        connect();
      },
    },
    begin() {
      if (isStopped) return;
      leave();
      connector = createConnector(tools, budget);
      become({ state: 'connecting' });
      cancelPlan = clock.schedule(soonMs, connect);
    },
    end,
    stop() {
      isStopped = true;
      forgetReachability();
      end();
    },
  };
}

/** Why nobody need be asked now; undefined when RingCentral can be reached as far as is known. */
function toAway(connection: Connection): Failure | undefined {
  if (connection.state !== 'offline') return undefined;
  if (connection.cause === 'maintenance') return failure('offline', 'server.maintenance');
  return failure(
    'offline',
    connection.cause === 'server' ? 'server.unavailable' : 'network.offline',
  );
}

function listenTo<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
