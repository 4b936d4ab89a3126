import type { Clock, Log } from './ports.ts';

/** How long after a look that failed there is another. */
const retryMs = 30_000;

/** Looks at the archive when asked to and at appointed times, one look at a time. */
export type Lookout = {
  isRunning(): boolean;
  /** Resolves after the first look. */
  start(): Promise<void>;
  /** Asked for during a look, it means once more. */
  look(): void;
  /** Looks again after so long, unless it is asked before. */
  wait(ms: number): void;
  stop(): Promise<void>;
};

/** Builds one; a look may appoint the next with `wait`. */
export function createLookout(deps: {
  readonly clock: Pick<Clock, 'schedule'>;
  readonly log: Log;
  readonly lookOnce: () => Promise<void>;
  /** What the log says of a look that failed. */
  readonly trouble: string;
}): Lookout {
  const { clock, log, lookOnce, trouble } = deps;
  let isRunning = false;
  let isAsked = false;
  let looking: Promise<void> | undefined;
  let cancel = (): void => undefined;

  const lookWhileAsked = async (): Promise<void> => {
    try {
      while (isAsked) {
        isAsked = false;
        cancel();
        if (isRunning) await lookOnce();
      }
    } catch (error) {
      log.error(trouble, error);
      wait(retryMs);
    } finally {
      // Nothing may come between the last look at `isAsked` and this, or a change is missed.
      looking = undefined;
    }
  };

  const look = (): void => {
    isAsked = true;
    if (isRunning) looking ??= lookWhileAsked();
  };

  function wait(ms: number): void {
    cancel();
    if (isRunning) cancel = clock.schedule(Math.max(0, ms), look);
  }

  return {
    isRunning: () => isRunning,
    async start() {
      isRunning = true;
      look();
      await looking;
    },
    look,
    wait,
    async stop() {
      isRunning = false;
      cancel();
      await looking;
    },
  };
}
