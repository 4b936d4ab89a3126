import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { trayMenu, type TrayDeeds } from '../../main/shell/tray/menu.ts';
import { trayTooltip } from '../../main/shell/tray/tooltip.ts';
import { language, speak } from '../../shared/strings/language.ts';
import { ask } from '../e2e/support/ask.ts';
import { startBrowser } from '../e2e/support/sign-in.ts';
import { expect, goTo, openDemo, rowsOf, test, type Sidetone } from '../e2e/support/sidetone.ts';
import { compact, createCamera, wide, type Camera } from './camera.ts';
import { traySheet } from './tray-sheet.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const both = [wide, compact];
const whole = { width: 1280, height: 1700 };

let camera: Camera;
test.beforeAll(async () => {
  camera = await createCamera(281);
});

/** Where the door is in this run: each of Playwright's workers has its own. */
const doorPort = (): number => 17_950 + test.info().parallelIndex;

/** The menu that is drawn is pressed by nobody. */
const deeds: TrayDeeds = {
  open: () => undefined,
  call: () => undefined,
  text: () => undefined,
  callPerson: () => undefined,
  textPerson: () => undefined,
  setQuiet: () => undefined,
  setPresence: () => undefined,
  openSettings: () => undefined,
  quit: () => undefined,
};

async function startDemo({ page }: Sidetone): Promise<Page> {
  await openDemo(page);
  await rowsOf(page, 'Call history').first().waitFor({ timeout: 20_000 });
  await expect
    .poll(() => ask(page, 'contacts.list', {}).then(({ items }) => items.length))
    .toBeGreaterThan(0);
  await ask(page, 'links.asked', undefined);
  return page;
}

/** A page of a browser that is not the app's. */
async function openBrowser(): Promise<Page> {
  const browser = await startBrowser();
  const page = await browser.newPage();
  await page.setViewportSize(wide);
  return page;
}

const closeBrowser = (page: Page): Promise<void> | undefined => page.context().browser()?.close();

/** Serves the example of a CRM, as its README says. */
async function serveExample(): Promise<{ readonly origin: string; readonly stop: () => void }> {
  const types: Record<string, string> = {
    html: 'text/html',
    css: 'text/css',
    js: 'text/javascript',
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    const path = fileURLToPath(new URL(`../../examples/crm-page/${name}`, import.meta.url));
    void readFile(path).then(
      (bytes) => {
        response.setHeader('Content-Type', types[name.split('.').at(-1) ?? ''] ?? 'text/plain');
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => void server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, stop: () => void server.close() };
}

test('the tray', async ({ launch }) => {
  const page = await startDemo(await launch({ size: wide }));
  await goTo(page, 'Messages');
  await rowsOf(page, 'Conversations').first().waitFor();
  const browser = await openBrowser();
  for (const spoken of ['en', 'es'] as const) {
    const before = language();
    await ask(page, 'settings.set', { language: spoken });
    const view = await ask(page, 'tray.get', undefined);
    speak(spoken);
    await browser.setContent(traySheet(trayMenu(view, deeds, Date.now), trayTooltip(view)));
    speak(before);
    await camera.take(browser, spoken === 'en' ? 'tray' : 'tray-spanish', [
      { width: 1280, height: 1120 },
    ]);
  }
  await closeBrowser(browser);
});

test('other programs', async ({ launch }) => {
  const page = await startDemo(await launch({ size: wide }));
  const served = await serveExample();
  await ask(page, 'settings.set', { apiPort: doorPort() });
  await goTo(page, 'Settings');
  const field = page.getByLabel('Search the settings');
  await field.fill('bearer');
  const door = page.getByRole('region', { name: 'Other programs', exact: true });
  await camera.take(page, 'other-programs-off', [wide]);
  await door.getByRole('radio', { name: 'On' }).click();
  await door.getByText(/^Open at/).waitFor();
  await ask(page, 'settings.set', { apiOrigins: [served.origin] });
  await door.getByRole('button', { name: 'New token…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the program').fill('Loan CRM');
  for (const right of ['Send texts', 'Ask for calls']) await dialog.getByLabel(right).check();
  await camera.take(page, 'new-token', both);
  await dialog.getByRole('button', { name: 'Create token' }).click();
  await dialog.getByText('Copy it now').waitFor();
  await camera.take(page, 'token-made', both);
  await page.keyboard.press('Escape');
  await door.getByText('Loan CRM').waitFor();
  await camera.take(page, 'other-programs', both);
  await ask(page, 'webhooks.add', {
    url: 'https://crm.example.com/hooks/sidetone',
    types: ['call.ended', 'call.missed', 'message.received'],
  });
  await field.fill('webhooks');
  const hooks = page.getByRole('region', { name: 'Webhooks', exact: true });
  await hooks.getByText('crm.example.com').waitFor();
  await camera.take(page, 'webhooks', both);
  await hooks.getByRole('button', { name: 'Add a webhook' }).click();
  await camera.take(page, 'webhook-new', both);

  const { token } = await ask(page, 'api.create-token', {
    name: 'Example page',
    scopes: ['read', 'text', 'call'],
    callsAtOnce: false,
  });
  const browser = await openBrowser();
  await browser.goto(`http://127.0.0.1:${doorPort()}/`);
  await camera.take(browser, 'api-page', [wide, whole, compact]);
  await browser.goto(`${served.origin}/?phone=%2B15125550137`);
  await browser.getByLabel('Sidetone').fill(`http://127.0.0.1:${doorPort()}`);
  await browser.getByLabel('Token').fill(token);
  await browser.getByRole('button', { name: 'Connect' }).click();
  await browser.getByText(/^Connected/).waitFor();
  await browser.getByRole('button', { name: 'Call Mia Chen' }).click();
  await expect(browser.getByRole('status')).toContainText('Confirm the call to Mia Chen');
  await camera.take(browser, 'crm-page', both);
  await closeBrowser(browser);
  served.stop();
});
