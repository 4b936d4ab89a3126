import { app, dialog } from 'electron';
import type { Log } from '../core/ports.ts';
import { redactText } from './redact.ts';

/** What nobody caught: noted, and after an exception the process is in no state to go on. */
export function catchStrays(log: Log): void {
  process.on('unhandledRejection', (reason) => log.error('a rejection nobody handled', reason));
  process.on('uncaughtException', (error) => giveUp(error, log));
}

/** Says that Sidetone has to close, and ends the process. */
export function giveUp(error: unknown, log: Log): void {
  log.error('Sidetone has to close', error);
  dialog.showErrorBox(
    'Sidetone has to close',
    `Something went wrong that it cannot mend by itself. Calls and texts that it had taken on are ` +
      `safe in its archive.\n\n${redactText(error instanceof Error ? error.message : String(error))}`,
  );
  app.exit(1);
}
