import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, goTo, openDemo, openNewestThread, test } from './support/sidetone.ts';

/** What axe finds serious or worse on the page as it stands. */
async function seriousFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const theme of ['light', 'dark'] as const) {
  test(`no screen has a serious finding in the ${theme} theme`, async ({ launch }) => {
    const { page } = await launch();
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Explore the demo account' }).waitFor();
    expect(await seriousFindings(page), 'onboarding').toEqual([]);
    await openDemo(page);
    for (const screen of ['Calls', 'Messages', 'Contacts', 'Settings']) {
      await goTo(page, screen);
      await page.getByRole('heading', { name: screen }).first().waitFor();
      expect(await seriousFindings(page), screen).toEqual([]);
    }
    await openNewestThread(page);
    expect(await seriousFindings(page), 'a thread').toEqual([]);
  });
}
