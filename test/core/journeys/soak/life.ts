import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

/** Starts a process that lives until it is killed; its archive can kill it at a statement. */
export function startLife(script: string, options: unknown, dieAtStatement: number): ChildProcess {
  return spawn(process.execPath, [script, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DIE_AT_STATEMENT: String(dieAtStatement),
      // The same modules are loaded again and again: reading them takes most of a short life.
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(tmpdir(), 'sidetone-compiled'),
    },
  });
}

/** What a process tells on its standard output, a line each. */
export type Lines = {
  readonly accepted: readonly string[];
  /** What the core logged as a bug. */
  readonly broken: readonly string[];
  readonly started: Promise<void>;
  readonly finished: Promise<void>;
  readonly ended: Promise<unknown>;
};

/** Hears a process out; a line that its death cut short was never said. */
export function listen(child: ChildProcess): Lines {
  if (child.stdout === null) throw new Error('the process has no output');
  const reader = createInterface({ input: child.stdout });
  const started = Promise.withResolvers<void>();
  const finished = Promise.withResolvers<void>();
  const accepted: string[] = [];
  const broken: string[] = [];
  reader.on('line', (line) => {
    if (line === 'started') started.resolve();
    else if (line === 'finished') finished.resolve();
    else if (line.endsWith('-end')) accepted.push(line);
    else if (line.startsWith('broke ')) broken.push(line);
  });
  return {
    accepted,
    broken,
    started: started.promise,
    finished: finished.promise,
    ended: once(reader, 'close'),
  };
}
