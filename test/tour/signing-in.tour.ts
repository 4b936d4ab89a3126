import type { BrowserContext, ElectronApplication, Page } from '@playwright/test';
import { expect, fillApp, goTo, rowsOf, signIn, test as base } from '../e2e/support/sidetone.ts';
import { catchOpenedPages, openedPages, startBrowser } from '../e2e/support/sign-in.ts';
import type { Simulator } from '../../simulator/server.ts';
import { compact, createCamera, tall, wide, type Camera } from './camera.ts';

const test = base.extend<{ readonly outside: BrowserContext }>({
  outside: async ({}, use) => {
    const context = await startBrowser();
    await use(context);
    await context.browser()?.close();
  },
});

// One after the other, so that the pictures are numbered in one row.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let camera: Camera;
test.beforeAll(async () => {
  camera = await createCamera(31);
});

/** Where the browser comes back to; the second is one that RingCentral is never told of. */
const port = 17_960;
const unknownPort = 17_970;

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const disclose = (page: Page, title: string): Promise<void> =>
  page.locator('summary', { hasText: title }).click();

type Typed = { readonly clientId?: string; readonly port?: number };

/** Presses *Sign in with your browser*; answers the address of the page that it opens. */
async function setOut(
  app: ElectronApplication,
  page: Page,
  simulator: Simulator,
  typed: Typed = {},
): Promise<string> {
  const before = (await openedPages(app)).length;
  // Nobody signs in five times a minute but a tour.
  simulator.account.resetRateLimits();
  await fillApp(page, simulator);
  if (typed.clientId !== undefined) await page.getByLabel('Client ID').fill(typed.clientId);
  await page.getByLabel('Port for the browser sign-in').fill(String(typed.port ?? port));
  await press(page, 'Sign in with your browser');
  await page.getByRole('heading', { name: 'Continue in your browser' }).waitFor();
  await expect.poll(async () => (await openedPages(app)).length).toBeGreaterThan(before);
  return (await openedPages(app)).at(-1) ?? '';
}

async function readSettings(page: Page, lines: Readonly<Record<string, string>>): Promise<void> {
  const text = Object.entries(lines).map(([name, value]) => `RINGCENTRAL_${name}=${value}`);
  await page.getByLabel('Or paste its text').fill(text.join('\n'));
  await press(page, 'Read it');
  await page.getByRole('table').waitFor();
}

test('the first screen', async ({ launch }) => {
  const { page } = await launch({ size: wide });
  await page.getByRole('button', { name: 'Explore the demo account' }).waitFor();
  await camera.take(page, 'onboarding', [wide, compact]);
  await disclose(page, 'What you need');
  await camera.take(page, 'what-you-need', [tall, compact]);
  await disclose(page, 'What you need');
  await disclose(page, 'Advanced');
  await camera.take(page, 'advanced', [tall]);
  await page.getByLabel('Client ID').fill('Qx7fictional2client');
  await page.getByLabel('Server URL').fill('https://ringcentral.example.com');
  await press(page, 'Sign in with your browser');
  await page.getByRole('button', { name: 'Sign in there' }).waitFor();
  await camera.take(page, 'not-ringcentral', [tall, compact]);
  await press(page, 'Change address');
  await page.getByLabel('Server URL').fill('https://platform.devtest.ringcentral.com');
  await press(page, 'Sign in with your browser');
  await page.getByText('RingCentral’s sandbox is gone').waitFor();
  await camera.take(page, 'sandbox', [tall]);
  await page.getByLabel('Server URL').fill('https://platform.ringcentral.com');
  await press(page, 'Use a JWT instead');
  await disclose(page, 'Advanced');
  await camera.take(page, 'jwt', [wide, compact]);
});

test('through the browser', async ({ launch, simulator, outside }) => {
  const { app, page } = await launch({ size: wide });
  await catchOpenedPages(app);
  simulator.account.addRedirectUri(`http://localhost:${port}/callback`);
  const browser = await outside.newPage();
  await browser.setViewportSize(wide);

  const address = await setOut(app, page, simulator);
  await camera.take(page, 'waiting-for-the-browser', [wide, compact]);
  await browser.goto(address);
  await browser.getByRole('heading', { name: 'Sign in' }).waitFor();
  await camera.take(browser, 'browser-sign-in', [wide, compact]);
  await press(browser, 'Sign in');
  await browser.getByRole('button', { name: 'Authorize' }).waitFor();
  await camera.take(browser, 'browser-consent', [wide, compact]);
  await press(browser, 'Deny');
  await browser.getByText('nothing has changed').waitFor();
  await camera.take(browser, 'browser-denied', [wide]);
  await page.getByRole('alert').first().waitFor();
  await camera.take(page, 'consent-denied', [wide, compact]);

  await browser.goto(await setOut(app, page, simulator, { port: unknownPort }));
  await browser.getByText('OAU-109').waitFor();
  await camera.take(browser, 'browser-redirect-mismatch', [wide]);
  await disclose(page, 'The page shows an error');
  await camera.take(page, 'waiting-page-shows-an-error', [wide, compact]);
  await press(page, 'Cancel');

  await browser.goto(await setOut(app, page, simulator, { clientId: 'not-this-app' }));
  await browser.getByText('OAU-120').waitFor();
  await camera.take(browser, 'browser-wrong-client-id', [wide]);
  await press(page, 'Cancel');

  simulator.faults.add({ path: '/oauth/token', status: 400, errorCode: 'OAU-109', times: 1 });
  await browser.goto(await setOut(app, page, simulator));
  await press(browser, 'Sign in');
  await press(browser, 'Authorize');
  await browser.getByText('The sign-in did not work').waitFor();
  await camera.take(browser, 'browser-failed', [wide]);
  await page.getByRole('alert').first().waitFor();
  await camera.take(page, 'redirect-mismatch', [tall, compact]);

  await browser.goto(await setOut(app, page, simulator));
  await press(browser, 'Sign in');
  await press(browser, 'Authorize');
  await browser.getByText('You can close this window').waitFor();
  await camera.take(browser, 'browser-signed-in', [wide, compact]);
});

test('an older set-up', async ({ launch, simulator }) => {
  const { page } = await launch({ size: wide });
  await press(page, 'Import a .env file');
  await camera.take(page, 'import', [wide, compact]);
  await readSettings(page, {
    SERVER_URL: 'https://platform.devtest.ringcentral.com',
    CLIENT_ID: 'Qx7fictional2client',
    CLIENT_SECRET: 'fictional-secret-of-an-app',
    USERNAME: '+1 415 555 0190',
    EXTENSION: '101',
    PASSWORD: 'not-a-password',
    PHONE_NUMBER: '555 0190',
  });
  await camera.take(page, 'import-with-a-problem', [wide, compact]);

  const app = { SERVER_URL: simulator.url, CLIENT_ID: simulator.credentials.clientId };
  await press(page, 'Choose another file');
  const { email, password } = simulator.account.login;
  await readSettings(page, { ...app, USERNAME: email, PASSWORD: password });
  await camera.take(page, 'import-password', [wide]);
  await press(page, 'Use these');
  await page.getByRole('alert').first().waitFor();
  await camera.take(page, 'import-password-refused', [wide]);

  await press(page, 'Choose another file');
  const { jwt } = simulator.credentials;
  await readSettings(page, { ...app, JWT: jwt, PHONE_NUMBER: '+1 415 555 0190' });
  await camera.take(page, 'import-ready', [wide]);
  await press(page, 'Use these');
  await expect(page.getByRole('contentinfo')).toContainText('Connected');
  await expect(rowsOf(page, 'Call history').first()).toBeVisible({ timeout: 20_000 });
  await camera.take(page, 'imported-number-refused', [wide, compact]);
});

test('settings in the environment', async ({ launch }) => {
  const { page } = await launch({
    size: wide,
    env: {
      RINGCENTRAL_CLIENT_ID: 'Qx7fictional2client',
      RINGCENTRAL_JWT: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIwIn0.bm90LWEtc2lnbmF0dXJl',
      RINGCENTRAL_PHONE_NUMBER: '+14155550190',
    },
  });
  await page.getByRole('table').waitFor();
  await camera.take(page, 'environment', [wide, compact]);
});

test('out, and in again', async ({ launch, simulator }) => {
  const first = await launch({ size: wide });
  await signIn(first.page, simulator);
  await expect(rowsOf(first.page, 'Call history').first()).toBeVisible({ timeout: 20_000 });
  await goTo(first.page, 'Settings');
  await camera.take(first.page, 'settings', [tall, compact]);
  await press(first.page, 'Sign out');
  const dialog = first.page.getByRole('alertdialog');
  await dialog.waitFor();
  await camera.take(first.page, 'sign-out', [wide, compact]);
  await dialog.getByText('Erase them').click();
  await camera.take(first.page, 'sign-out-and-erase', [wide]);
  await press(first.page, 'Stay signed in');

  simulator.account.revokeSessions();
  await press(first.page, 'Open Diagnostics');
  await goTo(first.page, 'Calls');
  await expect(first.page.getByText('Your sign-in has ended')).toBeVisible({ timeout: 20_000 });
  await camera.take(first.page, 'sign-in-ended', [wide, compact]);
  simulator.account.resetRateLimits();
  simulator.faults.add({ path: '/oauth/token', delayMs: 6_000, times: 1 });
  await first.page.getByRole('button', { name: 'Sign in again' }).first().click();
  await first.page.getByText('Signing in…').first().waitFor();
  await camera.take(first.page, 'signing-in-again', [wide]);
  await expect(first.page.getByRole('contentinfo')).toContainText('Connected');
  await first.close();

  // Without a key ring the sign-in is gone, and it has to be typed again.
  const { page } = await launch({ size: wide });
  await page.getByText('Your sign-in has ended').waitFor();
  await camera.take(page, 'no-key-ring', [wide]);
  await page.getByRole('button', { name: 'Sign in again' }).first().click();
  await page.getByRole('heading', { name: 'Sign in again' }).waitFor();
  await camera.take(page, 'sign-in-again', [wide, compact]);
});
