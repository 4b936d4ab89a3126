import { app, dialog } from 'electron';
import { strings } from '../../shared/strings/strings.ts';
import type { Log } from '../core/ports.ts';
import { redactText } from './redact.ts';

const words = strings.desktop.gaveUp;

/** What nobody caught: noted, and after an exception the process is in no state to go on. */
export function catchStrays(log: Log): void {
  process.on('unhandledRejection', (reason) => log.error('a rejection nobody handled', reason));
  process.on('uncaughtException', (error) => giveUp(error, log));
}

let hasGivenUp = false;

/** Says that Sidetone has to close, and ends the process; what goes wrong on that way changes nothing. */
export function giveUp(error: unknown, log: Log): void {
  if (hasGivenUp) return;
  hasGivenUp = true;
  log.error('Sidetone has to close', error);
  dialog.showErrorBox(
    words.title,
    `${words.detail}\n\n${redactText(error instanceof Error ? error.message : String(error))}`,
  );
  app.exit(1);
}
