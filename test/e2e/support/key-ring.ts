import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A session bus of a test's own, with a key ring that is open and empty at first. */
export type KeyRing = {
  /** What a program needs in its environment to find it. */
  readonly env: { readonly DBUS_SESSION_BUS_ADDRESS: string };
  /** Locks it, as a desktop does; nobody is there to open it again. */
  lock(): void;
  stop(): Promise<void>;
};

const tools = ['dbus-run-session', 'dbus-send', 'gnome-keyring-daemon', 'secret-tool'];

/** How long the bus and the key ring may take to start, in milliseconds. */
const startingMs = 15_000;

/** The programs a key ring needs that are not installed here. */
export function missingForKeyRing(): readonly string[] {
  if (process.platform !== 'linux') return tools;
  return tools.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);
}

/** The key ring is open before anybody hears of the bus; both end with standard input. */
const session = [
  'set -e',
  'printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1',
  'printf ready | secret-tool store --label=ready test ready',
  'echo "$DBUS_SESSION_BUS_ADDRESS"',
  'cat >/dev/null',
].join('; ');

/** Starts GNOME's key ring on a session bus of its own; what it keeps lies in `folder`. */
export async function startKeyRing(folder: string): Promise<KeyRing> {
  const runtime = join(folder, 'run');
  mkdirSync(runtime, { recursive: true });
  chmodSync(runtime, 0o700);
  const home = { HOME: folder, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: runtime };
  const child = spawn('dbus-run-session', ['--', 'sh', '-c', session], {
    env: { ...process.env, ...home, DBUS_SESSION_BUS_ADDRESS: '' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.stdin?.end();
    await ended;
  };
  try {
    const env = { DBUS_SESSION_BUS_ADDRESS: await firstLine(child) };
    return { env, lock: () => lock(env), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`The key ring did not start: ${why}`));
    const timer = setTimeout(() => fail('it is late'), startingMs);
    let seen = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      seen += text;
      if (!seen.includes('\n')) return;
      clearTimeout(timer);
      resolve(seen.trim());
    });
    child.once('error', (error) => fail(error.message));
    child.once('close', (code) => fail(`exit code ${code}`));
  });
}

function lock(env: KeyRing['env']): void {
  const address = '/org/freedesktop/secrets';
  const { status } = spawnSync(
    'dbus-send',
    [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.secrets',
      address,
      'org.freedesktop.Secret.Service.Lock',
      `array:objpath:${address}/collection/login`,
    ],
    { env: { ...process.env, ...env } },
  );
  if (status !== 0) throw new Error('The key ring could not be locked');
}
