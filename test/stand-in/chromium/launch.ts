import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { Connection } from './connection.ts';
import { findChromium } from './find.ts';

/** What a started Chromium is asked for. */
export type LaunchOptions = {
  readonly headless: boolean;
  /** Whether a debugger outside this process (Playwright) may attach over a loopback port. */
  readonly debuggingPort: number | undefined;
  /** Switches the app set with `app.commandLine`. */
  readonly switches: ReadonlyMap<string, string>;
};

export type Chromium = {
  readonly executable: string;
  readonly profile: string;
  readonly connection: Connection;
  /** The address for other debuggers, when a debugging port was asked for. */
  readonly debuggerAddress: string | undefined;
  /** Resolves when the process is gone. */
  readonly exited: Promise<void>;
};

export const missingChromium =
  'No Chromium found: install one (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH.';

/**
 * The shell that waits for Chromium and then removes its profile. It outlives this process when that
 * is killed; Chromium itself ends as soon as its DevTools pipe closes, however this process died.
 */
const keeper = 'profile=$1; shift; "$@"; status=$?; rm -rf "$profile"; exit $status';

const ownSwitches = new Set(['headless', 'user-data-dir', 'no-startup-window', 'no-sandbox']);

/** Starts Chromium with no window, throwing when none is installed or it ends before it is ready. */
export async function launchChromium(options: LaunchOptions): Promise<Chromium> {
  const executable = findChromium(process.env);
  if (!executable) throw new Error(missingChromium);
  const profile = mkdtempSync(join(tmpdir(), 'sidetone-stand-in-'));
  const child = spawn(
    '/bin/sh',
    ['-c', keeper, 'sh', profile, executable, ...switchesFor(options, profile)],
    // A group of its own: Ctrl-C reaches the app, which then ends Chromium in order.
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: true },
  );
  child.unref();
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = debuggerAddress(child, options.debuggingPort !== undefined);
  const connection = new Connection(child.stdio[4] as Readable, child.stdio[3] as Writable);
  const early = exited.then(() => {
    throw new Error(`Chromium ended before it was ready: ${executable}`);
  });
  await Promise.race([connection.browser.send('Browser.getVersion'), early]);
  return {
    executable,
    profile,
    connection,
    debuggerAddress: await Promise.race([address, early]),
    exited,
  };
}

function switchesFor(options: LaunchOptions, profile: string): readonly string[] {
  const fromApp = [...options.switches]
    .filter(([name]) => !ownSwitches.has(name) && !name.startsWith('remote-debugging'))
    .map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`));
  return [
    '--remote-debugging-pipe',
    ...(options.debuggingPort === undefined
      ? []
      : [
          `--remote-debugging-port=${options.debuggingPort}`,
          '--remote-debugging-address=127.0.0.1',
        ]),
    ...(options.headless ? ['--headless=new', '--hide-scrollbars', '--mute-audio'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    '--no-startup-window',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    '--disable-popup-blocking',
    '--disable-session-crashed-bubble',
    '--disable-search-engine-choice-screen',
    '--metrics-recording-only',
    '--password-store=basic',
    '--use-mock-keychain',
    '--host-resolver-rules=MAP *.invalid ~NOTFOUND',
    '--disable-features=Translate,MediaRouter,OptimizationHints,GlobalMediaControls',
    ...fromApp.filter((text) => !text.startsWith('--disable-features=')),
    `--user-data-dir=${profile}`,
  ];
}

/** Reads Chromium's standard error; shows it only with SIDETONE_STAND_IN_VERBOSE. */
function debuggerAddress(child: ChildProcess, expected: boolean): Promise<string | undefined> {
  const verbose = Boolean(process.env['SIDETONE_STAND_IN_VERBOSE']);
  return new Promise((resolve) => {
    if (!child.stderr || !expected) resolve(undefined);
    if (!child.stderr) return;
    const lines = createInterface({ input: child.stderr });
    lines.on('line', (line) => {
      if (verbose) process.stderr.write(`[chromium] ${line}\n`);
      const address = /^DevTools listening on (ws:\/\/.*)$/.exec(line)?.[1];
      if (address) resolve(address);
    });
  });
}
