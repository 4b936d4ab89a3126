import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, openDemo, test } from '../e2e/support/sidetone.ts';
import { createCamera } from './camera.ts';

const folder = 'out/tour';
const wide = { width: 1280, height: 800 };

const screen = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('button', { name }).click();

test('the main job, from the first start to the history', async ({ launch }) => {
  test.setTimeout(180_000);
  await rm(folder, { recursive: true, force: true });
  const { page } = await launch({ size: wide });
  const camera = await createCamera(page, folder);
  const dialer = page.getByLabel('Name or number');
  const call = page.getByRole('region', { name: 'Current call' });
  const bar = call.getByRole('button');

  await page.getByRole('button', { name: 'Explore the demo account' }).waitFor();
  await camera.take('onboarding');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByLabel('JWT').waitFor();
  await camera.take('sign-in');
  const back = page.getByRole('button', { name: 'Back' });
  if (await back.isVisible()) await back.click();

  await openDemo(page);
  const history = page.getByRole('list', { name: 'Call history' }).getByRole('listitem');
  await expect(history.first()).toBeVisible({ timeout: 20_000 });
  await camera.take('dialer-and-history');
  await dialer.fill('ma');
  await expect(page.getByRole('option').first()).toBeVisible();
  await camera.take('dialer-suggestions');
  await dialer.fill('911');
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await camera.take('emergency-refused');

  await dialer.fill('(415) 555-0142');
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(call).toContainText('Ringing your phone');
  await camera.take('call-ringing-you');
  await expect(call).toContainText(/Ringing (?!your)/, { timeout: 20_000 });
  await camera.take('call-ringing-them');
  await expect(call).toContainText('Connected', { timeout: 20_000 });
  await camera.take('call-connected');

  await screen(page, 'Messages');
  const conversations = page.getByRole('list', { name: 'Conversations' }).getByRole('listitem');
  await expect(conversations.first()).toBeVisible();
  await camera.take('messages');
  await page.getByRole('button', { name: 'New text' }).click();
  await page.getByRole('combobox', { name: 'To' }).fill('+1 415 555 0113');
  await page.getByRole('combobox', { name: 'To' }).press('Enter');
  await page
    .getByRole('textbox', { name: 'Message', exact: true })
    .fill('Good news: the rate is locked until the 14th. I will call you at four.');
  await camera.take('composer');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('region', { name: /^Texts with/ })).toContainText('Delivered', {
    timeout: 20_000,
  });
  await camera.take('text-delivered');
  await conversations.nth(2).getByRole('button').first().click();
  await page.getByRole('region', { name: /^Texts with/ }).waitFor();
  await camera.take('thread');

  await screen(page, 'Calls');
  await expect(history.nth(1)).toContainText('(415) 555-0142');
  await history.nth(4).getByRole('button').first().click();
  await camera.take('history-detail');
  await screen(page, 'Contacts');
  await page.getByRole('list', { name: 'Contacts' }).getByRole('listitem').nth(2).click();
  await camera.take('contacts');
  await screen(page, 'Settings');
  await camera.take('settings');

  await page.setViewportSize({ width: 380, height: 780 });
  await screen(page, 'Calls');
  await camera.take('compact-calls');
  await screen(page, 'Messages');
  await camera.take('compact-messages');
  await conversations.first().getByRole('button').first().click();
  await camera.take('compact-thread');
  await page.setViewportSize(wide);
  await expect(bar.first()).toBeVisible();
});
