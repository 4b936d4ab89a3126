import type { Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingForKeyRing, startKeyRing } from '../e2e/support/key-ring.ts';
import { expect, goTo, openDemo, rowsOf, signIn, test as base } from '../e2e/support/sidetone.ts';
import type { Launch } from '../e2e/support/sidetone.ts';
import { compact, createCamera, tall, wide, type Camera } from './camera.ts';

const keyRingSwitch = fileURLToPath(new URL('../e2e/support/key-ring-switch.cjs', import.meta.url));

/** With a key ring where one can be had, so that everything is well. */
const test = base.extend<{ readonly atHome: Partial<Launch> }>({
  atHome: async ({}, use) => {
    if (missingForKeyRing().length > 0) return use({});
    const folder = await mkdtemp(join(tmpdir(), 'sidetone-key-ring-'));
    const keyRing = await startKeyRing(folder);
    await use({ modules: [keyRingSwitch], env: keyRing.env });
    await keyRing.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let camera: Camera;
test.beforeAll(async () => {
  camera = await createCamera(71);
});

/** Opens the page and waits until everything has been looked at. */
async function diagnose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Status: open Diagnostics' }).click();
  await page.getByText(/^Checked at/).waitFor();
}

/** Live updates come a moment after the start: looks again until they are there. */
async function settle(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: 'Run again' }).click();
    await expect(page.getByText('reports new texts and calls at once').first()).toBeVisible({
      timeout: 1_000,
    });
  }).toPass({ timeout: 20_000 });
  await page.getByText(/^Checking…/).waitFor({ state: 'hidden' });
}

const low = { width: 380, height: 1500 };

test('everything works', async ({ atHome, launch, simulator }) => {
  const { page } = await launch({ ...atHome, size: wide });
  await signIn(page, simulator);
  await expect(rowsOf(page, 'Call history').first()).toBeVisible({ timeout: 20_000 });
  await goTo(page, 'Contacts');
  await rowsOf(page, 'Contacts').first().waitFor();
  await expect.poll(() => simulator.account.sockets.count).toBe(1);
  await diagnose(page);
  await settle(page);
  await camera.take(page, 'diagnostics', [wide, tall, low]);
  await page.getByText('Show what is copied').click();
  await page.getByRole('region', { name: 'The report' }).scrollIntoViewIfNeeded();
  await camera.take(page, 'report', [wide, compact]);
});

test('much does not', async ({ launch, requests, simulator }) => {
  const { account } = simulator;
  const missing = new Set(['SMS', 'ReadCallLog', 'ReadContacts', 'Contacts', 'EditMessages']);
  account.state.client.permissions = account.state.client.permissions.filter(
    (name) => !missing.has(name),
  );
  // RingCentral's clock is behind, so this computer's is ahead.
  account.rules.clockSkewMs = -42 * 60_000;
  account.sockets.refuseNext(100);
  const { page } = await launch({ size: wide });
  await signIn(page, simulator);
  const clock = page.getByText(/This computer’s clock is/);
  await clock.waitFor();
  await camera.take(page, 'clock', [wide, compact]);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(clock).toHaveCount(0);
  await page.getByText('Your calls cannot be read from RingCentral').waitFor();
  // Two tokens a minute: after the second try the wait is a long one.
  const tokens = () => requests.filter((request) => request.endsWith('/oauth/wstoken')).length;
  await expect.poll(tokens, { timeout: 20_000 }).toBe(2);
  await expect(page.getByRole('contentinfo')).toContainText('Checking for news');
  await camera.take(page, 'calls-not-permitted', [wide, compact]);
  await goTo(page, 'Messages');
  await rowsOf(page, 'Conversations').first().getByRole('button').first().click();
  await camera.take(page, 'texting-not-permitted', [wide, compact]);
  await goTo(page, 'Contacts');
  await page.getByText('Your address book cannot be read').waitFor();
  await camera.take(page, 'contacts-not-permitted', [wide]);
  await diagnose(page);
  await camera.take(page, 'diagnostics-trouble', [
    wide,
    { width: 1280, height: 2200 },
    { width: 380, height: 2600 },
  ]);
});

test('the demo account', async ({ launch }) => {
  const { page } = await launch({ size: wide });
  await openDemo(page);
  await goTo(page, 'Contacts');
  await rowsOf(page, 'Contacts').first().waitFor();
  await diagnose(page);
  await settle(page);
  await camera.take(page, 'diagnostics-demo', [tall]);
});
