import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';

export const standInFolder = fileURLToPath(new URL('../../', import.meta.url));
export const executable = join(standInFolder, 'electron');
export const fixtureApp = fileURLToPath(new URL('../fixture-app', import.meta.url));

/** What the fixture app keeps in the global scope of its main process. */
declare global {
  var happened: unknown[];
  var sameModule: boolean;
  var keepOpen: boolean | undefined;
  var useAbsentImport: () => unknown;
  var createWindow: (options?: Electron.BrowserWindowConstructorOptions) => Electron.BrowserWindow;
}

export type Fixture = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Everything the app remembers of what happened to it, forgetting it. */
  readonly happened: () => Promise<unknown[]>;
  /** The same without forgetting it, for who waits until there is more. */
  readonly soFar: () => Promise<unknown[]>;
  readonly close: () => Promise<void>;
};

/** A folder that the caller removes with `removeFolder`. */
export function createFolder(): string {
  return mkdtempSync(join(tmpdir(), 'stand-in-test-'));
}

/** Chromium may still be writing to a folder when its app has ended. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Starts the fixture app the way end-to-end tests start Sidetone. */
export async function launchFixture(args: readonly string[] = []): Promise<Fixture> {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standInFolder;
  const userData = createFolder();
  const app = await _electron.launch({
    args: [`--user-data-dir=${userData}`, fixtureApp, ...args],
    colorScheme: null as unknown as 'light',
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  return {
    app,
    page,
    userData,
    happened: () => app.evaluate(() => globalThis.happened.splice(0)),
    soFar: () => app.evaluate(() => [...globalThis.happened]),
    close: async () => {
      await app.close();
      removeFolder(userData);
    },
  };
}

/** Starts the fixture app without Playwright, headless. */
export function startFixture(
  userData: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  return spawn(executable, [`--user-data-dir=${userData}`, fixtureApp, ...args], {
    env: { ...process.env, SIDETONE_STAND_IN_HEADLESS: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export type Ended = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** Waits for a process to end and gathers what it wrote. */
export async function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

/** Resolves when a process has written a text to its standard output. */
export function wrote(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let seen = '';
    child.stdout?.on('data', (chunk) => {
      seen += String(chunk);
      if (seen.includes(text)) resolve();
    });
    child.once('close', () => reject(new Error(`Ended without writing '${text}': ${seen}`)));
  });
}
