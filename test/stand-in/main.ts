import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import './control.ts';
import { Browser } from './chromium/browser.ts';
import { startDebuggerServer } from './chromium/debugger-server.ts';
import { launchChromium, type Chromium } from './chromium/launch.ts';
import { createElectron } from './electron-api/electron.ts';
import { parseCommandLine, type CommandLine } from './runtime/command-line.ts';
import { provideElectron } from './runtime/module-hooks.ts';
import type { Runtime } from './runtime/runtime.ts';
import { findApp, type AppEntry } from './runtime/start-app.ts';

const require = createRequire(import.meta.url);
const executable = fileURLToPath(new URL('./electron', import.meta.url));

/** How long Chromium may take to end in order before this process ends without it, in milliseconds. */
const closingTime = 3000;

await main();

async function main(): Promise<void> {
  const commandLine = parseCommandLine(process.argv.slice(2));
  const electronVersion = installedElectronVersion();
  if (commandLine.version) {
    console.log(`v${electronVersion}`);
    return;
  }
  if (commandLine.app === undefined) return fail('Usage: electron <path to an app>');
  await run(commandLine, findApp(commandLine.app), electronVersion);
}

async function run(
  commandLine: CommandLine,
  entry: AppEntry,
  electronVersion: string,
): Promise<void> {
  const driven = commandLine.debuggingPort !== undefined || commandLine.inspectPort !== undefined;
  const headless = driven || process.env['SIDETONE_STAND_IN_HEADLESS'] === '1';
  if (!headless && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return fail('No display: start it with xvfb-run -a, or set SIDETONE_STAND_IN_HEADLESS=1.');
  }
  dressProcess(electronVersion);
  if (commandLine.inspectPort !== undefined) inspector.open(commandLine.inspectPort, '127.0.0.1');

  // An app runs until it quits, even when nothing is left to wait for.
  setInterval(() => undefined, 2 ** 30);

  let chromium: Chromium | undefined;
  const browser = Promise.withResolvers<Browser>();
  browser.promise.catch(() => undefined);
  const runtime: Runtime = {
    commandLine,
    executable,
    appPath: entry.folder,
    appName: entry.name,
    appVersion: entry.version || electronVersion,
    electronVersion,
    driven,
    headless,
    browser: browser.promise,
    isReady: () => app.isReady(),
  };
  const switches = new Map(commandLine.switches);
  let ending = false;
  const exit = (code: number): void => {
    ending = true;
    void endChromium(chromium).then(() => process.exit(code));
  };
  const { app, control, ...provided } = createElectron(runtime, switches, exit);
  provideElectron(provided);
  globalThis.standIn = control;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => app.quit());
  }

  for (const module of commandLine.preloadModules) require(module);
  await import(pathToFileURL(entry.script).href);
  if (ending) return;
  try {
    chromium = await launchChromium({ headless, switches });
  } catch (error) {
    return fail((error as Error).message);
  }
  void chromium.exited.then(() => {
    if (!ending) fail('Chromium has ended.');
  });
  const started = new Browser(chromium.connection, chromium.openAppWindow);
  await started.start();
  browser.resolve(started);
  if (commandLine.debuggingPort !== undefined) {
    const address = await startDebuggerServer(started, commandLine.debuggingPort);
    process.stderr.write(`\nDevTools listening on ${address}\n`);
  }
  app.becomeReady();
}

/** Makes `process` look as it does in Electron's main process. */
function dressProcess(electronVersion: string): void {
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(process, name, { value, configurable: true, writable: true });
  };
  const versions = { ...process.versions, electron: electronVersion, chrome: '' };
  Object.defineProperty(process, 'versions', { value: Object.freeze(versions) });
  define('type', 'browser');
  define('defaultApp', true);
  define('resourcesPath', fileURLToPath(new URL('.', import.meta.url)));
  process.execPath = executable;
  // The default app's arguments: the executable, then everything after it.
  process.argv.splice(0, 2, executable);
}

function installedElectronVersion(): string {
  const path = require.resolve('electron/package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

async function endChromium(chromium: Chromium | undefined): Promise<void> {
  if (!chromium) return;
  chromium.connection.browser.post('Browser.close');
  const timeUp = new Promise((resolve) => setTimeout(resolve, closingTime));
  await Promise.race([chromium.exited, timeUp]);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
