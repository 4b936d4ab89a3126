import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
// The entry for plain Node: the one for Electron opens a channel to pages.
import electronLog from 'electron-log/node.js';
import type { Log, LogFields } from '../core/ports.ts';
import { redactFields, redactText } from './redact.ts';

/** A file starts over at this size, in bytes; its predecessor stays as `sidetone.old.log`. */
const largestFile = 2 * 1024 * 1024;

export type LogOptions = {
  readonly folder: string;
  /** Warnings and errors to standard error as well. */
  readonly toConsole: boolean;
};

/** The log of this computer: one line per event, without tokens or full numbers. */
export function createLog({ folder, toConsole }: LogOptions): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const logger = electronLog.create({ logId: folder });
  logger.transports.file.resolvePathFn = () => join(folder, 'sidetone.log');
  logger.transports.file.maxSize = largestFile;
  logger.transports.file.format = '{iso} {level} {text}';
  logger.transports.console.level = toConsole ? 'warn' : false;
  logger.transports.console.format = '[{level}] {text}';
  if (toConsole) outliveTerminal();
  return {
    info: (message, fields) => logger.info(toLine(message, fields)),
    warn: (message, fields) => logger.warn(toLine(message, fields)),
    error: (message, error, fields) =>
      logger.error(`${toLine(message, fields)}\n${redactText(describe(error))}`),
  };
}

/** A terminal that has been closed is no reason to end: its lines are in the file as well. */
function outliveTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

function toLine(message: string, fields: LogFields = {}): string {
  const redacted = Object.entries(redactFields(fields)).filter(([, value]) => value !== undefined);
  const shown = redacted.map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return [redactText(message), ...shown].join(' ');
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\ncaused by ${describe(error.cause)}`;
}
