import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { seriousFindings } from './support/axe.ts';
import { cardsOf, click, isShown, quickOf } from './support/cards.ts';
import { answerFileDialog } from './support/files.ts';
import { expect, goTo, rowsOf, signIn, test } from './support/sidetone.ts';

/** Looks at a page in both themes, and for words that its width cuts. */
async function check(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await seriousFindings(page), `${what}, ${colorScheme}`).toEqual([]);
  }
  const isCut = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isCut, what).toBe(false);
}

test('nothing serious on the cards', async ({ launch, simulator }) => {
  const { app, page } = await launch();
  await signIn(page, simulator);
  await expect(rowsOf(page, 'Call history').first()).toBeVisible({ timeout: 20_000 });
  await expect.poll(() => simulator.account.sockets.count, { timeout: 20_000 }).toBe(1);
  const cards = await cardsOf(app);
  const first = cards.getByRole('article').first();
  const clear = () =>
    expect(async () => {
      await cards.keyboard.press('Escape');
      expect(await isShown(app, cards)).toBe(false);
    }).toPass();
  for (const [what, link] of [
    ['somebody known', 'tel:+15125550134'],
    ['a refused number', 'tel:911'],
    ['no number', 'tel:front-desk'],
  ] as const) {
    await click(app, link);
    await first.waitFor();
    await check(cards, what);
    await clear();
  }
  const quick = await quickOf(app);
  await click(app, 'sms:+18005550141,+18005550142?body=On%20my%20way');
  await quick.getByRole('textbox', { name: 'Message', exact: true }).waitFor();
  await check(quick, 'a text to several');
  await quick.keyboard.press('Escape');
  await expect.poll(() => isShown(app, quick)).toBe(false);
  await click(app, 'tel:+19005550142');
  await cards.getByRole('button', { name: 'Call via RingCentral' }).click();
  await cards.getByRole('button', { name: 'Call anyway' }).waitFor();
  await check(cards, 'a question');
  await clear();
  simulator.account.receiveCall({ from: '+15125550134', outcome: 'missed', ringMs: 2_000 });
  await first.waitFor();
  await check(cards, 'a call that comes in');
  await expect(first).toContainText('Missed call');
  await first.getByRole('button', { name: 'Text back: Maria Delgado' }).click();
  await check(cards, 'answers to a missed call');
});

test('nothing serious on the call lists and their settings', async ({
  launch,
  simulator,
  userData,
}) => {
  const { app, page } = await launch();
  await signIn(page, simulator);
  await expect(rowsOf(page, 'Call history').first()).toBeVisible({ timeout: 20_000 });
  await goTo(page, 'Settings');
  await page.getByLabel('Numbers, one a line').fill('+1 800 555 0149');
  await page.getByRole('button', { name: 'Add to the list' }).click();
  await page.getByRole('button', { name: /from the do-not-call list$/ }).waitFor();
  await check(page, 'the settings of calling');
  await goTo(page, 'Calls');
  await page.getByRole('button', { name: 'Call lists' }).click();
  await check(page, 'no call lists');
  const file = join(userData, 'locks.csv');
  await writeFile(file, 'Name,Phone\r\nAda Brook,(800) 555-0141\r\nBen Castillo,ask her');
  await answerFileDialog(app, { open: file });
  await page.getByRole('button', { name: 'From a file…' }).click();
  await page.getByRole('button', { name: 'Choose file…' }).click();
  await page.getByText('1 row is left out').click();
  await check(page, 'a file of people');
  await page.getByRole('button', { name: 'Make the list' }).click();
  await page.getByRole('heading', { level: 3, name: 'Ada Brook' }).waitFor();
  await check(page, 'somebody on a list');
  await page.setViewportSize({ width: 380, height: 780 });
  await check(page, 'somebody on a list in a narrow window');
  await page.getByRole('button', { name: 'Skip', exact: true }).click();
  await page.getByRole('heading', { name: 'That was everyone' }).waitFor();
  await check(page, 'the end of a list');
});
