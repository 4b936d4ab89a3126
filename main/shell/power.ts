import { powerMonitor, type Event } from 'electron';

/** Runs `work` when the computer wakes up or its user comes back to it. */
export function onResume(work: () => void): void {
  powerMonitor.on('resume', work);
  powerMonitor.on('unlock-screen', work);
}

/**
 * Runs `work` when the computer is about to shut down or its user logs out (macOS, Linux). The system
 * is asked to wait, so `work` has to quit the app soon.
 */
export function onShutdown(work: () => void): void {
  // Electron's declarations leave the event out, and their comment relies on it.
  powerMonitor.on('shutdown', (event?: Event) => {
    event?.preventDefault();
    work();
  });
}
