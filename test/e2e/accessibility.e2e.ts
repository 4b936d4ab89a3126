import type { Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, goTo, openDemo, openNewestThread, test } from './support/sidetone.ts';

/** In either theme, at the size that a window of 1280 × 800 has at 200 %. */
async function expectNothing(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await findings(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}

// Every part is looked at around pretended answers, in test/renderer/access; this is the app itself.
test('the app as it is built keeps nobody out', async ({ launch }) => {
  const { page } = await launch({ size: { width: 640, height: 400 } });
  await expectNothing(page, 'the first screen');
  await openDemo(page);
  await openNewestThread(page);
  await expectNothing(page, 'a thread');
  await goTo(page, 'Settings');
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  await expectNothing(page, 'the settings');
});
