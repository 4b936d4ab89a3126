import type { BrowserContext, ElectronApplication, Page } from '@playwright/test';
import { chromium, expect, test } from '@playwright/test';
import type { Simulator } from '../../../simulator/server.ts';
import { findChromium } from '../../stand-in/chromium/find.ts';
import type { StandInControl } from '../../stand-in/control.ts';
import { fillApp, type Sidetone } from './sidetone.ts';

/** Where a person's own browser is shown RingCentral's sign-in page. */
const signInPath = '/restapi/oauth/authorize';

/**
 * Keeps what the app hands to other programs where `openedPages` finds it. The stand-in does so by
 * itself; Electron would open a browser that no test can reach.
 */
export async function catchOpenedPages(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ shell }) => {
    if (globalThis.standIn !== undefined) return;
    const opened: string[] = [];
    Object.assign(globalThis, { openedInTest: opened });
    shell.openExternal = async (url: string) => void opened.push(url);
  });
}

/** Every address the app has handed to another program so far. */
export async function openedPages(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => {
    const { standIn, openedInTest } = globalThis as {
      standIn?: StandInControl;
      openedInTest?: readonly string[];
    };
    return standIn?.openedExternal() ?? openedInTest ?? [];
  });
}

/** Waits until the app has sent the user to RingCentral's sign-in page; answers its address. */
export async function waitForSignInPage(app: ElectronApplication): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(async () => {
      const opened = await openedPages(app);
      found = opened.findLast((url) => URL.parse(url)?.pathname === signInPath);
      return found;
    })
    .toBeDefined();
  return found ?? '';
}

/** Starts a browser that is not the app's: the one a person signs in with. */
export async function startBrowser(): Promise<BrowserContext> {
  const executablePath = findChromium(process.env);
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-background-networking', '--disable-component-update', '--no-first-run'],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  return browser.newContext();
}

/**
 * Does what a person does when the app sends them to the browser: signs in to the simulator, and
 * authorizes the app or denies it. Answers the page they end on. The app has to have been given to
 * `catchOpenedPages` before.
 */
export async function followSignIn(
  app: ElectronApplication,
  browser: BrowserContext,
  decision: 'Authorize' | 'Deny' = 'Authorize',
): Promise<Page> {
  const address = await waitForSignInPage(app);
  const page = await browser.newPage();
  await page.goto(address);
  const decide = page.getByRole('button', { name: decision, exact: true });
  const signIn = page.getByRole('button', { name: 'Sign in', exact: true });
  // Who has signed in with this browser before is asked for consent at once.
  await decide.or(signIn).waitFor();
  if (await signIn.isVisible()) await signIn.click();
  await decide.click();
  await page.waitForURL((url) => url.pathname !== signInPath && url.pathname !== '/login');
  return page;
}

/** The port the browser comes back to: each of Playwright's workers has its own. */
const firstPort = 17_900;

/** Sets out to sign in to a simulator of the test's own by way of the browser. */
export async function beginBrowserSignIn(
  { app, page }: Sidetone,
  simulator: Simulator,
): Promise<void> {
  await catchOpenedPages(app);
  const port = firstPort + test.info().parallelIndex;
  simulator.account.addRedirectUri(`http://localhost:${port}/callback`);
  await fillApp(page, simulator);
  await page.getByLabel('Port for the browser sign-in').fill(String(port));
  await page.getByRole('button', { name: 'Sign in with your browser' }).click();
}

/** Signs in as most people do; answers the page that the browser ends on. */
export async function signInWithBrowser(
  sidetone: Sidetone,
  simulator: Simulator,
  browser: BrowserContext,
): Promise<Page> {
  await beginBrowserSignIn(sidetone, simulator);
  const last = await followSignIn(sidetone.app, browser);
  await sidetone.page.getByRole('navigation').getByRole('button', { name: 'Calls' }).waitFor();
  return last;
}
