import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Clock } from '../ports.ts';

/**
 * RingCentral's guide to WebSockets: a client asks after 30 s of silence, and the answer comes at
 * once.
 */
const silenceMs = 30_000;
const patienceMs = 10_000;
/** RingCentral ends a socket after 30 minutes without a word from us, however much it says itself. */
const longestMuteMs = 10 * 60_000;

/** Finds out whether the other end of a socket is still there. */
export type Heartbeat = {
  /** Something came. */
  heard(): void;
  /** Asks now: the computer may have slept. */
  check(): void;
  readonly lastHeardAt: EpochMs;
  stop(): void;
};

/** Starts listening; it holds one timer until it is stopped. */
export function startHeartbeat(options: {
  readonly clock: Clock;
  readonly beat: () => void;
  /** Nothing came in answer. */
  readonly onDead: () => void;
}): Heartbeat {
  const { clock } = options;
  let heardAt = clock.now();
  let beatAt = clock.now();
  let isAsking = false;
  let cancel = (): void => undefined;

  const plan = (ms: number, work: () => void): void => {
    cancel();
    cancel = clock.schedule(ms, work);
  };
  const rest = (): void => {
    isAsking = false;
    const dueAt = Math.min(heardAt + silenceMs, beatAt + longestMuteMs);
    plan(Math.max(0, dueAt - clock.now()), wake);
  };
  /** The timer is not moved with every frame: when it comes it looks at how long ago the last one was. */
  const wake = (): void => {
    const now = clock.now();
    const isQuiet = now - heardAt >= silenceMs || now - beatAt >= longestMuteMs;
    // A clock that was put back would leave us waiting until it has caught up.
    if (isQuiet || now < heardAt) ask();
    else rest();
  };
  const ask = (): void => {
    isAsking = true;
    beatAt = clock.now();
    options.beat();
    plan(patienceMs, options.onDead);
  };

  rest();
  return {
    heard() {
      heardAt = clock.now();
      if (isAsking) rest();
    },
    check() {
      if (!isAsking) ask();
    },
    get lastHeardAt() {
      return heardAt;
    },
    stop: () => cancel(),
  };
}
