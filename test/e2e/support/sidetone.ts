import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  _electron,
  expect,
  test as base,
  type ElectronApplication,
  type Locator,
  type Page,
} from '@playwright/test';
import { startSimulator, type Simulator } from '../../../simulator/server.ts';

/** A running Sidetone: the app's process and its first window. */
export type Sidetone = {
  readonly app: ElectronApplication;
  readonly page: Page;
  close(): Promise<void>;
};

export type Launch = {
  readonly userData: string;
  readonly args?: readonly string[];
  /** CommonJS modules that run before the app, and after Playwright's own. */
  readonly modules?: readonly string[];
  /** Added to the environment of the test. */
  readonly env?: Readonly<Record<string, string>>;
  readonly size?: { readonly width: number; readonly height: number };
};

/** Starts the built app on whichever runtime the environment names, with a profile of its own. */
export async function launchSidetone(options: Launch): Promise<Sidetone> {
  const app = await startApp(options);
  const page = await app.firstWindow();
  if (options.size !== undefined) await page.setViewportSize(options.size);
  return { app, page, close: () => app.close() };
}

/** The same for a start that may show no window. */
export function startApp(options: Launch): Promise<ElectronApplication> {
  const { userData, args = [], modules = [], env = {} } = options;
  // A packaged app is a program of its own, and loads nothing before itself.
  const packaged = process.env['SIDETONE_PACKAGED'];
  const start = packaged === undefined ? [...modules.flatMap((module) => ['-r', module]), '.'] : [];
  return _electron.launch({
    ...(packaged !== undefined && { executablePath: packaged }),
    args: [...start, `--user-data-dir=${userData}`, ...args],
    env: { ...process.env, XDG_CONFIG_HOME: userData, ...env },
  });
}

/** Signs in to a simulator of the test's own, as a user with a JWT would. */
export async function signIn(page: Page, simulator: Simulator): Promise<void> {
  await fillApp(page, simulator);
  // The form comes back the way it was used last.
  const withJwt = page.getByRole('button', { name: 'Use a JWT instead' });
  if (await withJwt.isVisible()) await withJwt.click();
  await page.getByLabel('JWT').fill(simulator.credentials.jwt);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await mainNavigation(page).getByRole('button', { name: 'Calls' }).waitFor();
}

/** Fills in what every way of signing in asks for; *Advanced* is open after it. */
export async function fillApp(page: Page, simulator: Simulator): Promise<void> {
  await page.getByLabel('Client ID').fill(simulator.credentials.clientId);
  const server = page.getByLabel('Server URL');
  if (!(await server.isVisible())) await page.getByText('Advanced', { exact: true }).click();
  await server.fill(simulator.url);
}

/** Opens the demo account from the first screen. */
export async function openDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Explore the demo account' }).click();
  await page.getByText('Demo: nobody is really called').waitFor();
}

/** The ways to the screens; a screen can have a navigation of its own. */
export const mainNavigation = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Main' });

/** Goes to one of the screens. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await mainNavigation(page).getByRole('button', { name: screen }).click();
}

/** The rows of a list that is on the screen. */
export const rowsOf = (page: Page, list: string): Locator =>
  page.getByRole('list', { name: list, exact: true }).getByRole('listitem');

/** The texts of the thread that is open. */
export const openThread = (page: Page): Locator =>
  page.getByRole('region', { name: /^Texts with/ });

/** Where a text is written. */
export const composer = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Message', exact: true });

/** The number that the user is to dial elsewhere. */
export const deviceNumber = (page: Page): Locator =>
  page.getByRole('region', { name: 'Dial this number on your phone' });

/** Opens the newest conversation. */
export async function openNewestThread(page: Page): Promise<void> {
  await goTo(page, 'Messages');
  await rowsOf(page, 'Conversations').first().getByRole('button').first().click();
  await openThread(page).waitFor();
}

/**
 * Presses *Reconnect*, unless Sidetone has noticed by itself meanwhile that RingCentral is back: its
 * own probe comes within seconds, and takes the button away.
 */
export async function reconnect(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Reconnect' });
  const isBack = page.getByRole('contentinfo').getByText('Connected');
  await expect(button.or(isBack).first()).toBeVisible();
  await button.click({ timeout: 1_000 }).catch(() => expect(isBack).toBeVisible());
}

/** The RingOut calls that were asked for. */
export const ringOuts = (requests: readonly string[]): readonly string[] =>
  requests.filter((request) => /^POST .*\/ring-out$/.test(request));

/** A server that goes through its motions fast enough for a test. */
const quick = {
  // Long enough to see that it rings, on a busy machine too.
  ownPhoneAnswer: 1_500,
  // Longer than Sidetone waits between two looks at the call.
  otherSideAnswer: 3_500,
  // A number's last digits make it a half to one and a half times as long.
  talk: 4_000,
  callLogDelayMin: 500,
  callLogDelayMax: 900,
  textSent: 300,
  textDelivered: 300,
};

type Fixtures = {
  readonly userData: string;
  readonly launch: (more?: Partial<Launch>) => Promise<Sidetone>;
  readonly simulator: Simulator;
  /** Every request the simulator has received, as `POST /restapi/…`. */
  readonly requests: readonly string[];
  readonly demo: Sidetone;
};

/** Playwright's `test` with a profile folder, a launcher and a RingCentral of the test's own. */
export const test = base.extend<Fixtures>({
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'sidetone-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  launch: async ({ userData }, use) => {
    const running: Sidetone[] = [];
    await use(async (more) => {
      const sidetone = await launchSidetone({ userData, ...more });
      running.push(sidetone);
      return sidetone;
    });
    for (const sidetone of running) await sidetone.close().catch(() => undefined);
  },
  requests: async ({}, use) => {
    await use([]);
  },
  simulator: async ({ requests }, use) => {
    const onRequest = (method: string, path: string): void => {
      (requests as string[]).push(`${method} ${path}`);
    };
    const simulator = await startSimulator({ pace: quick, onRequest });
    await use(simulator);
    await simulator.stop();
  },
  demo: async ({ launch }, use) => {
    const sidetone = await launch();
    await openDemo(sidetone.page);
    await use(sidetone);
  },
});

export { expect } from '@playwright/test';

/**
 * Presses *Call*, and says yes where it happens to be early or late at the moment: the app goes by
 * the real clock, and the numbers have places.
 */
export async function pressCall(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  const yes = page.getByRole('button', { name: 'Call anyway' });
  const placed = page.getByRole('region', { name: 'Current call' });
  const isAway = page.getByText('RingCentral cannot be reached');
  await yes.or(placed).or(isAway).first().waitFor();
  if (await yes.isVisible()) await yes.click();
}
