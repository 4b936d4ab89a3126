import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { ensureChromium } from './chromium.ts';
import { inRoot, versionOf } from './paths.ts';
import { run, runNode } from './process.ts';
import { forgetRefusal, isStanding, readRefusal, writeRefusal, type Refusal } from './refusal.ts';
import { Trouble } from './trouble.ts';

/** What runs the built app: Electron itself, or the stand-in under `test/stand-in`. */
export type RuntimeKind = 'electron' | 'stand-in';

export type Choice = {
  readonly kind: RuntimeKind;
  /** Why it is not Electron, in words that follow "because". */
  readonly because?: string;
};

export type Runtime = {
  readonly kind: RuntimeKind;
  /** The program to start with the app's folder as its argument. */
  readonly executable: string;
  /** The complete environment for that program, and for Playwright and electron-vite. */
  readonly env: NodeJS.ProcessEnv;
  /** Put before a command so that its windows have a screen to open on; often empty. */
  readonly screen: readonly string[];
};

/** Everything the choice depends on, so that it can be tested without a network. */
export type Surroundings = {
  /** The value of SIDETONE_RUNTIME. */
  readonly forced: string | undefined;
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  /** A screen to open windows on, real or virtual. */
  readonly hasScreen: boolean;
  readonly isFetched: () => boolean;
  readonly refusal: () => Refusal | undefined;
  /** Fetches Electron; answers with the reason when it was refused, and remembers that. */
  readonly fetch: () => Promise<string | undefined>;
  /** Starts Electron once; answers with the reason when it cannot start. */
  readonly tryStart: () => Promise<string | undefined>;
};

const fetchLimitMs = 30_000;
const startLimitMs = 20_000;
const refusalFile = inRoot('.cache', 'electron-refusal.json');

/** Electron where it can be had and can start, otherwise the stand-in with the reason. */
export async function decideRuntime(around: Surroundings): Promise<Choice> {
  if (around.forced === 'stand-in') {
    return { kind: 'stand-in', because: 'SIDETONE_RUNTIME asks for it' };
  }
  const insisted = around.forced === 'electron';
  const because = await findObstacle(around, insisted);
  if (because === undefined) return { kind: 'electron' };
  if (insisted) throw new Trouble(`SIDETONE_RUNTIME asks for Electron, but ${because}.`);
  return { kind: 'stand-in', because };
}

async function findObstacle(around: Surroundings, insisted: boolean): Promise<string | undefined> {
  // Chromium refuses to run as root with its sandbox, and Sidetone never switches the sandbox off.
  // Known before anything is fetched, and so is a missing screen.
  if (around.platform === 'linux' && around.isRoot) {
    return 'Electron does not start as root (it would need --no-sandbox)';
  }
  if (!around.hasScreen) return 'Electron needs a display and there is neither one nor xvfb-run';
  if (!around.isFetched()) {
    const refusal = insisted ? undefined : around.refusal();
    if (refusal !== undefined) {
      return `Electron could not be fetched when last tried (${refusal.reason})`;
    }
    const reason = await around.fetch();
    if (reason !== undefined) return `Electron could not be fetched (${reason})`;
  }
  const reason = await around.tryStart();
  return reason === undefined ? undefined : `Electron was fetched but does not start (${reason})`;
}

/** The line that tells the user what the app runs on. */
export function describeChoice(choice: Choice, version: string): string {
  if (choice.kind === 'electron') return `Runtime: Electron ${version}.`;
  return `Runtime: the stand-in in Chromium, because ${choice.because ?? 'it was chosen'}.`;
}

/**
 * Chooses the runtime, says so in one line, and sees to it that the stand-in has its Chromium.
 * Throws, with words for the user, when neither can run.
 *
 * `windows: 'shown'` is for people; with `'unseen'` nothing may depend on a display.
 */
export async function chooseRuntime(windows: 'shown' | 'unseen'): Promise<Runtime> {
  const displayed = hasDisplay();
  const screen = displayed || !(await hasXvfbRun()) ? [] : ['xvfb-run', '-a'];
  const version = versionOf('electron');
  const choice = await decideRuntime({
    forced: process.env['SIDETONE_RUNTIME'],
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasScreen: displayed || screen.length > 0,
    isFetched: () => electronExecutable() !== undefined,
    refusal: () => {
      const refusal = readRefusal(refusalFile);
      return refusal !== undefined && isStanding(refusal, version, Date.now())
        ? refusal
        : undefined;
    },
    fetch: () => fetchElectron(version),
    tryStart: () => tryElectron(screen),
  });
  console.log(describeChoice(choice, version));
  return choice.kind === 'electron' ? electronRuntime(screen) : await standInRuntime(windows);
}

/** Whether windows can be shown to somebody: always, except on Linux without a display. */
export function hasDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  if (platform !== 'linux') return true;
  return Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

async function hasXvfbRun(): Promise<boolean> {
  return process.platform === 'linux' && (await run('xvfb-run', ['--help'])).code === 0;
}

function electronExecutable(): string | undefined {
  try {
    const name = readFileSync(inRoot('node_modules', 'electron', 'path.txt'), 'utf8');
    const path = inRoot('node_modules', 'electron', 'dist', name);
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

async function fetchElectron(version: string): Promise<string | undefined> {
  console.log(`Fetching Electron ${version} (once, at most ${fetchLimitMs / 1000} seconds)…`);
  const installer = inRoot('node_modules', 'electron', 'install.js');
  const outcome = await runNode([installer], {
    env: withoutRuntime(process.env),
    timeoutMs: fetchLimitMs,
  });
  if (outcome.code === 0 && electronExecutable() !== undefined) {
    forgetRefusal(refusalFile);
    return undefined;
  }
  const reason = outcome.timedOut
    ? `not there after ${fetchLimitMs / 1000} seconds`
    : reasonFrom(outcome.output);
  writeRefusal(refusalFile, { version, refusedAt: Date.now(), reason });
  return reason;
}

async function tryElectron(screen: readonly string[]): Promise<string | undefined> {
  const [command, ...args] = [...screen, electronExecutable() ?? '', '--version'];
  const env = withoutRuntime(process.env);
  const outcome = await run(command, args, { env, timeoutMs: startLimitMs });
  if (outcome.code === 0) return undefined;
  return outcome.timedOut
    ? `no answer in ${startLimitMs / 1000} seconds`
    : reasonFrom(outcome.output);
}

/** The one line of an error's output that says what went wrong, short enough to stand in a sentence. */
export function reasonFrom(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at '));
  const told = lines.find((line) => /error|cannot|could not|refused|not found|denied/i.test(line));
  const line = (told ?? lines[0] ?? 'no reason given').replace(/^(\w*Error: )+/, '');
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

/** The environment without anything that would point Electron's launchers elsewhere. */
function withoutRuntime(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const {
    ELECTRON_OVERRIDE_DIST_PATH: _dist,
    ELECTRON_EXEC_PATH: _exec,
    ELECTRON_RUN_AS_NODE: _asNode,
    ...rest
  } = env;
  return rest;
}

function electronRuntime(screen: readonly string[]): Runtime {
  const executable = electronExecutable() ?? '';
  return { kind: 'electron', executable, env: withoutRuntime(process.env), screen };
}

async function standInRuntime(windows: 'shown' | 'unseen'): Promise<Runtime> {
  const executable = inRoot('test', 'stand-in', 'electron');
  const env: NodeJS.ProcessEnv = {
    ...withoutRuntime(process.env),
    CHROMIUM_PATH: await ensureChromium(),
    // Electron's own launcher and Playwright read the first, electron-vite the second.
    ELECTRON_OVERRIDE_DIST_PATH: inRoot('test', 'stand-in'),
    ELECTRON_EXEC_PATH: executable,
  };
  if (windows === 'unseen') {
    // Without a display the stand-in runs Chromium headless, so no window flashes up in a test.
    delete env['DISPLAY'];
    delete env['WAYLAND_DISPLAY'];
  }
  return { kind: 'stand-in', executable, env, screen: [] };
}
