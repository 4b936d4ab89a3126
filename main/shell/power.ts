import { powerMonitor } from 'electron';

/** Runs `work` when the computer wakes up or its user comes back to it. */
export function onResume(work: () => void): void {
  powerMonitor.on('resume', work);
  powerMonitor.on('unlock-screen', work);
}
