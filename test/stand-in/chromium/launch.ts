import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Connection } from './connection.ts';
import { findChromium } from './find.ts';

/** What a started Chromium is asked for. */
export type LaunchOptions = {
  readonly headless: boolean;
  /** Switches the app set with `app.commandLine`. */
  readonly switches: ReadonlyMap<string, string>;
};

export type Chromium = {
  /** Opens a window without tabs and address bar; only a Chromium with a display has those. */
  readonly openAppWindow: ((url: string) => void) | undefined;
  readonly connection: Connection;
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

/** Switches the app cannot decide, because the stand-in does. */
const ownSwitches = new Set([
  'headless',
  'user-data-dir',
  'no-startup-window',
  'no-sandbox',
  'inspect',
  'disable-features',
  'password-store',
]);

/** Starts Chromium with no window, throwing when none is installed or it ends before it is ready. */
export async function launchChromium(options: LaunchOptions): Promise<Chromium> {
  const executable = findChromium(process.env);
  if (!executable) throw new Error(missingChromium);
  const profile = mkdtempSync(join(tmpdir(), 'sidetone-stand-in-'));
  // Chromium complains at length about desktops it does not find.
  const errors = process.env['SIDETONE_STAND_IN_VERBOSE'] ? 'inherit' : 'ignore';
  const child = spawn(
    '/bin/sh',
    ['-c', keeper, 'sh', profile, executable, ...switchesFor(options, profile)],
    // A group of its own: Ctrl-C reaches the app, which then ends Chromium in order.
    { stdio: ['ignore', 'ignore', errors, 'pipe', 'pipe'], detached: true },
  );
  child.unref();
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const connection = new Connection(child.stdio[4] as Readable, child.stdio[3] as Writable);
  const early = exited.then(() => {
    throw new Error(`Chromium ended before it was ready: ${executable}`);
  });
  await Promise.race([connection.browser.send('Browser.getVersion'), early]);
  return {
    openAppWindow: options.headless ? undefined : appWindowOpener(executable, profile),
    connection,
    exited,
  };
}

/** A second start with the same profile only tells the first what to open, and ends. */
function appWindowOpener(executable: string, profile: string): (url: string) => void {
  return (url) => {
    const args = [...sandboxSwitches(), `--user-data-dir=${profile}`, `--app=${url}`];
    spawn(executable, args, { stdio: 'ignore' }).on('error', (error) => {
      process.stderr.write(`${executable}: ${error.message}\n`);
    });
  };
}

/** Chromium has no sandbox for root; the second switch spares the window a warning about that. */
function sandboxSwitches(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];
}

/**
 * Features that would draw over the app's pages or call home, and the pages behind an address bar that
 * nobody sees: each window would load them, at twice the cost of its own page.
 */
const disabledFeatures = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'GlobalMediaControls',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

/** Without a display nothing is drawn on a graphics card. */
const unseen = ['--headless=new', '--hide-scrollbars', '--mute-audio', '--disable-gpu'];

function switchesFor(options: LaunchOptions, profile: string): readonly string[] {
  const { headless, switches } = options;
  const features = [...disabledFeatures, switches.get('disable-features')].filter(Boolean);
  const fromApp = [...switches]
    .filter(([name]) => !ownSwitches.has(name) && !name.startsWith('remote-debugging'))
    .map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`));
  return [
    '--remote-debugging-pipe',
    ...(headless ? unseen : []),
    ...sandboxSwitches(),
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
    ...fromApp,
    `--disable-features=${features.join(',')}`,
    `--user-data-dir=${profile}`,
  ];
}
