import type { Connection } from '../../../shared/model/session.ts';
import type { Clock, Random } from '../ports.ts';

export type OfflineCause = Extract<Connection, { state: 'offline' }>['cause'];

/**
 * The wait before the first probe; it doubles with every probe that fails (RingCentral's guide to
 * errors).
 */
const firstProbeMs = 2_000;
const longestProbeMs = 60_000;

/** Whether RingCentral can be reached, told by how requests end, with a probe while it cannot. */
export type Reachability = {
  get(): Connection;
  /** RingCentral answered something. */
  reached(): void;
  /** It did not, or said that it is down. */
  lost(cause: OfflineCause): void;
  /** Probes now instead of at the next appointed time. */
  retry(): void;
  /** Back to `connecting`, and no more probes: nobody is signed in. */
  reset(): void;
  onChange(listener: () => void): () => void;
  stop(): void;
};

/**
 * Builds it in state `connecting`. `probe` makes one request whose end is reported through
 * `reached` or `lost` like any other's.
 */
export function createReachability(tools: {
  readonly clock: Clock;
  readonly random: Random;
  readonly probe: (cause: OfflineCause) => Promise<void>;
}): Reachability {
  const { clock, random, probe } = tools;
  const listeners = new Set<() => void>();
  let connection: Connection = { state: 'connecting' };
  let failedProbes = 0;
  let cancelProbe: (() => void) | undefined;
  let stopped = false;

  const become = (next: Connection): void => {
    connection = next;
    listeners.forEach((listener) => listener());
  };
  const planProbe = (): void => {
    if (cancelProbe || stopped) return;
    const waitMs = Math.min(longestProbeMs, firstProbeMs * 2 ** failedProbes);
    // A fifth either way, so that an office of them does not come back in the same instant.
    cancelProbe = clock.schedule(waitMs * (0.8 + 0.4 * random.fraction()), runProbe);
  };
  const runProbe = (): void => {
    cancelProbe?.();
    cancelProbe = undefined;
    if (stopped) return;
    failedProbes += 1;
    void probe(connection.state === 'offline' ? connection.cause : 'network')
      .catch(() => undefined)
      .then(() => {
        if (connection.state === 'offline') planProbe();
      });
  };

  const rest = (): void => {
    cancelProbe?.();
    cancelProbe = undefined;
    failedProbes = 0;
  };

  return {
    get: () => connection,
    reached() {
      rest();
      if (connection.state !== 'online') become({ state: 'online' });
    },
    lost(cause) {
      planProbe();
      if (connection.state === 'offline' && connection.cause === cause) return;
      const sinceAt = connection.state === 'offline' ? connection.sinceAt : clock.now();
      become({ state: 'offline', cause, sinceAt });
    },
    retry() {
      // As after a sleep, when the network takes a moment: the next probes follow soon.
      failedProbes = 0;
      runProbe();
    },
    reset() {
      rest();
      if (connection.state !== 'connecting') become({ state: 'connecting' });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
      cancelProbe?.();
    },
  };
}
