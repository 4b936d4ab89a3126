import { app } from 'electron';
import type { Clock, Log } from '../core/ports.ts';
import { onShutdown } from './power.ts';

/** How long everything may take to close in order before the process ends anyway, in milliseconds. */
const closingMs = 15_000;

/** The same while the computer waits to shut down; Linux waits five seconds, then pulls the plug. */
const shutdownMs = 3_000;

export type QuitTools = {
  /** Called at once, each time the app sets out to quit. */
  readonly starting: () => void;
  /** Closes everything; the process ends after it, or without it when it takes too long. */
  readonly stop: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * Lets nothing end before the archive is closed and the demo account saved. A shutdown or log-out is
 * put off rather than refused: a quit that is refused while a Mac logs out calls the log-out off.
 */
export function quitInOrder({ starting, stop, clock, log }: QuitTools): void {
  let state: 'running' | 'stopping' | 'stopped' = 'running';
  const end = (): void => {
    if (state === 'stopped') return;
    state = 'stopped';
    log.info('ended');
    app.quit();
  };
  app.on('before-quit', (event) => {
    starting();
    if (state === 'stopped') return;
    event.preventDefault();
    if (state === 'stopping') return;
    state = 'stopping';
    clock.schedule(closingMs, end);
    stop()
      .catch((error: unknown) => log.error('stopping failed', error))
      .finally(end);
  });
  onShutdown(() => {
    log.info('the computer shuts down or its user logs out');
    clock.schedule(shutdownMs, end);
    app.quit();
  });
}
