import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';
import { root } from './paths.ts';

export type RunOptions = {
  readonly env?: NodeJS.ProcessEnv;
  /** After this long the command and everything it started are ended. */
  readonly timeoutMs?: number;
  /** `show`: straight to this terminal. `keep`: collected in the outcome (the default). */
  readonly output?: 'show' | 'keep';
};

export type Outcome = {
  /** 0 means success. A command that could not be started, was ended or timed out has another. */
  readonly code: number;
  /** Both output streams as they came, when they were kept. */
  readonly output: string;
  readonly timedOut: boolean;
  readonly durationMs: number;
};

const windows = process.platform === 'win32';
const running = new Set<ChildProcess>();

/**
 * Runs a command to its end. It gets a process group of its own where there are such things, so
 * that a hung suite can be ended together with the browsers it opened.
 */
export function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> {
  const startedAt = performance.now();
  const show = options.output === 'show';
  const child = spawn(command, args, {
    cwd: root,
    env: options.env ?? process.env,
    detached: !windows,
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  track(child);

  return new Promise((resolve) => {
    let output = '';
    let timedOut = false;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
    const timer = setTimeout(
      () => {
        timedOut = true;
        endGroup(child);
      },
      options.timeoutMs ?? 2 ** 31 - 1,
    );
    const settle = (code: number): void => {
      clearTimeout(timer);
      untrack(child);
      resolve({ code, output, timedOut, durationMs: performance.now() - startedAt });
    };
    child.on('error', (error) => {
      output += error.message;
      settle(127);
    });
    child.on('close', (code) => settle(timedOut ? 124 : (code ?? 1)));
  });
}

/** Runs a JavaScript or TypeScript file with this very Node. */
export function runNode(args: readonly string[], options?: RunOptions): Promise<Outcome> {
  return run(process.execPath, args, options);
}

/**
 * Runs a program that is the point of the whole script: it gets this terminal and the signals sent
 * to this process. Answers with its exit code, or 128 + n when signal n ended it.
 */
export function runInForeground(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGTERM', forward);
  process.on('SIGHUP', forward);
  // A terminal sends Ctrl+C to the program as well; only without one must it be passed on.
  process.on('SIGINT', process.stdin.isTTY ? () => undefined : forward);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
    });
  });
}

/** The last lines of a command's output, for a message about its failure. */
export function tail(output: string, lines = 20): string {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (windows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Children in groups of their own do not hear Ctrl+C: while there are any, they are ended here. */
function endAll(signal: NodeJS.Signals): void {
  for (const child of running) endGroup(child);
  process.exit(128 + constants.signals[signal]);
}

function track(child: ChildProcess): void {
  if (running.size === 0) for (const signal of signals) process.on(signal, endAll);
  running.add(child);
}

function untrack(child: ChildProcess): void {
  running.delete(child);
  if (running.size === 0) for (const signal of signals) process.off(signal, endAll);
}
