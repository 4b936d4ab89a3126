import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  deviceNumber,
  expect,
  goTo,
  openDemo,
  openThread,
  rowsOf,
  signIn,
  test,
} from '../e2e/support/sidetone.ts';
import { compact, createCamera, wide } from './camera.ts';

// Toll-free numbers are nowhere: nobody is asked whether it is too late there.
const currentCall = (page: Page) => page.getByRole('region', { name: 'Current call' });

async function dial(page: Page, number: string): Promise<void> {
  await page.getByLabel('Name or number').fill(number);
  await page.getByRole('button', { name: 'Call', exact: true }).first().click();
}

/** The last call is over: makes room for the next. */
async function dismiss(page: Page): Promise<void> {
  await currentCall(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(currentCall(page)).toHaveCount(0);
}

test('the main job, from the first start to the history', async ({ launch, simulator }) => {
  test.setTimeout(240_000);
  const camera = await createCamera(1);
  const { page } = await launch({ size: wide });
  const call = currentCall(page);

  await test.step('the first start', async () => {
    await page.getByRole('button', { name: 'Explore the demo account' }).waitFor();
    await camera.take(page, 'onboarding');
    await page.getByRole('button', { name: 'Sign in with your browser' }).click();
    await page.getByText('Enter your app’s client ID').waitFor();
    await camera.take(page, 'sign-in-incomplete');
  });

  await test.step('the dialer', async () => {
    await openDemo(page);
    await expect(rowsOf(page, 'Call history').first()).toBeVisible({ timeout: 20_000 });
    await camera.take(page, 'dialer-and-history');
    await page.getByLabel('Name or number').fill('ma');
    await expect(page.getByRole('option').first()).toBeVisible();
    await camera.take(page, 'dialer-suggestions');
    await dial(page, '911');
    await expect(page.getByRole('alert').first()).toBeVisible();
    await camera.take(page, 'emergency-refused');
  });

  await test.step('a call that connects', async () => {
    await dial(page, '(800) 555-0101');
    await expect(call).toContainText('Ringing your phone');
    await camera.take(page, 'call-ringing-you');
    await expect(call).toContainText(/Ringing (?!your)/, { timeout: 20_000 });
    await camera.take(page, 'call-ringing-them');
    await expect(call).toContainText('Connected', { timeout: 20_000 });
    await camera.take(page, 'call-connected');
  });

  await test.step('a text', async () => {
    await goTo(page, 'Messages');
    await expect(rowsOf(page, 'Conversations').first()).toBeVisible();
    await camera.take(page, 'messages');
    await page.getByRole('button', { name: 'New text' }).click();
    await page.getByRole('combobox', { name: 'To' }).fill('+1 800 555 0113');
    await page.getByRole('combobox', { name: 'To' }).press('Enter');
    const words = 'Good news: the rate is locked until the 14th. I will call you at four.';
    await page.getByRole('textbox', { name: 'Message', exact: true }).fill(words);
    await camera.take(page, 'composer');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(openThread(page)).toContainText('Delivered', { timeout: 30_000 });
    await camera.take(page, 'text-delivered');
    await rowsOf(page, 'Conversations').nth(2).getByRole('button').first().click();
    await openThread(page).waitFor();
    await camera.take(page, 'thread');
  });

  await test.step('people and settings', async () => {
    await goTo(page, 'Contacts');
    await rowsOf(page, 'Contacts').nth(2).click();
    await camera.take(page, 'contacts');
    await goTo(page, 'Settings');
    await camera.take(page, 'settings');
  });

  await test.step('calls that end, and calls that do not come about', async () => {
    await goTo(page, 'Calls');
    await expect(call).toContainText('Ended', { timeout: 60_000 });
    await camera.take(page, 'call-ended');
    await dismiss(page);
    await dial(page, '(800) 555-0190');
    await expect(call).toContainText(/busy/i, { timeout: 20_000 });
    await camera.take(page, 'call-busy');
    await dismiss(page);
    await dial(page, '(800) 555-0102');
    await call.getByRole('button', { name: 'Cancel' }).click();
    await expect(call).toContainText('Canceled');
    await camera.take(page, 'call-cancelled');
    await dismiss(page);
    await expect(rowsOf(page, 'Call history').first()).toContainText('(800) 555-0102');
    await rowsOf(page, 'Call history').nth(2).click();
    await camera.take(page, 'history-detail');
  });

  await test.step('a narrow window', async () => {
    await page.setViewportSize(compact);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await camera.take(page, 'compact-calls');
    await goTo(page, 'Messages');
    await camera.take(page, 'compact-thread');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await camera.take(page, 'compact-messages');
  });

  await test.step('RingCentral is away', async () => {
    const userData = await mkdtemp(join(tmpdir(), 'sidetone-tour-'));
    const own = await launch({ userData, size: wide });
    await signIn(own.page, simulator);
    await expect(rowsOf(own.page, 'Call history').first()).toBeVisible({ timeout: 20_000 });
    await simulator.goDown();
    // Enter tries, also once the button is off.
    await own.page.getByLabel('Name or number').fill('(800) 555-0142');
    await own.page.getByLabel('Name or number').press('Enter');
    await expect(currentCall(own.page)).toContainText('cannot be reached');
    await camera.take(own.page, 'ringcentral-away');
    await currentCall(own.page).getByRole('button', { name: 'Call with this device' }).click();
    await expect(deviceNumber(own.page)).toContainText('(800) 555-0142');
    await camera.take(own.page, 'call-with-this-device');
    await own.close();
    await rm(userData, { recursive: true, force: true, maxRetries: 5 });
  });
});
