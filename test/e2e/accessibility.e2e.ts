import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
  expect,
  goTo,
  openDemo,
  openNewestThread,
  rowsOf,
  signIn,
  test,
} from './support/sidetone.ts';

/** What axe finds serious or worse on the page as it stands. */
async function seriousFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const theme of ['light', 'dark'] as const) {
  test(`nothing serious on any screen in the ${theme} theme`, async ({ launch }) => {
    test.setTimeout(120_000);
    const { page } = await launch();
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const check = async (what: string) =>
      expect(await seriousFindings(page), `${what}, ${theme}`).toEqual([]);

    await page.getByText('What you need', { exact: true }).click();
    await page.getByText('Advanced', { exact: true }).click();
    await page.getByRole('button', { name: 'Sign in with your browser' }).click();
    await page.getByText('Enter your app’s client ID').waitFor();
    await check('onboarding with errors');
    await page.getByRole('button', { name: 'Import a .env file' }).click();
    await check('an import');
    await openDemo(page);
    for (const screen of ['Messages', 'Contacts', 'Settings', 'Calls']) {
      await goTo(page, screen);
      await page.getByRole('heading', { name: screen }).first().waitFor();
      await check(screen);
    }
    await page.getByRole('contentinfo').getByRole('button').click();
    await page.getByRole('heading', { name: 'This computer' }).waitFor();
    await check('Diagnostics');
    await page.keyboard.press('Escape');
    await rowsOf(page, 'Call history').nth(2).getByRole('button').first().click();
    await check('a call in detail');
    await page.getByLabel('Name or number').fill('mar');
    await page.getByRole('option').first().waitFor();
    await check('suggestions');
    await page.getByLabel('Name or number').fill('911');
    await page.getByRole('button', { name: 'Call', exact: true }).click();
    await page.getByRole('alert').first().waitFor();
    await check('a refused number');
    await page.getByLabel('Name or number').fill('(415) 555-0190');
    await page.getByRole('button', { name: 'Call', exact: true }).click();
    const call = page.getByRole('region', { name: 'Current call' });
    await call.getByRole('button', { name: 'Cancel' }).waitFor();
    await check('a call that rings');
    await expect(call).toContainText(/busy/i, { timeout: 20_000 });
    await check('a call that failed');
    await openNewestThread(page);
    await check('a thread');
    await page.getByRole('button', { name: 'New text' }).click();
    await page.getByRole('combobox', { name: 'To' }).waitFor();
    await check('a new text');
    await goTo(page, 'Contacts');
    await rowsOf(page, 'Contacts').nth(2).getByRole('button').first().click();
    await check('a contact');
    await page.setViewportSize({ width: 380, height: 780 });
    await check('a contact in a narrow window');
  });

  test(`nothing serious while RingCentral is away in the ${theme} theme`, async ({
    launch,
    simulator,
  }) => {
    const { page } = await launch();
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await signIn(page, simulator);
    await simulator.goDown();
    await page.getByLabel('Name or number').fill('(415) 555-0142');
    await page.getByRole('button', { name: 'Call', exact: true }).click();
    await page.getByText('RingCentral cannot be reached').first().waitFor();
    expect(await seriousFindings(page), 'banner').toEqual([]);
    await page.getByRole('button', { name: 'Call with this device' }).first().click();
    await page.getByRole('dialog').waitFor();
    expect(await seriousFindings(page), 'dialog').toEqual([]);
  });
}
