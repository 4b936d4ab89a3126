import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { cardsOf, quickOf } from './support/cards.ts';
import { makeDesktop, missingForLinks, type Desktop } from './support/desktop.ts';
import { expect, goTo, ringOuts, signIn, test } from './support/sidetone.ts';

const missing = missingForLinks();
if (missing.length > 0) console.log(`Links are not tested: ${missing.join(', ')} not installed`);

const link = 'tel:+1-555-010-0142;ext=9';

/** What Sidetone has noted of its own doings. */
function logOf(userData: string): string {
  const folder = join(userData, 'logs');
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

const schemes = ['tel', 'callto', 'sms'];
const handlersOf = (desktop: Desktop): readonly string[] => schemes.map(desktop.handlerOf);

if (missing.length === 0) {
  // Each click starts a program anew, several of them under shells.
  test('a click on a number anywhere shows its card, and starts Sidetone where none runs', async ({
    launch,
    simulator,
    requests,
    userData,
  }) => {
    test.setTimeout(120_000);
    const desktop = makeDesktop(userData);
    const { app, page, close } = await launch({ env: desktop.env });
    await signIn(page, simulator);
    const cards = await cardsOf(app);
    const cardOf = (name: string): Locator => cards.getByRole('article', { name });

    await test.step('Sidetone asks once, and takes them when told to', async () => {
      const question = page.getByText('Open phone links with Sidetone?');
      await expect(question).toBeVisible();
      expect(handlersOf(desktop)).toEqual(['', '', '']);
      await page.getByRole('button', { name: 'Open them with Sidetone' }).click();
      await expect(question).toHaveCount(0);
      await expect.poll(() => handlersOf(desktop)).toEqual(Array(3).fill('sidetone-links.desktop'));
    });

    await test.step('a click shows who it is, and dials nothing', async () => {
      await desktop.open(link);
      await expect(cards.getByText(/555.?010.?0142/).first()).toBeVisible();
      await Promise.all([
        desktop.open('tel:+1%20(907)%20555-0141'),
        desktop.open('sms:+19075550145?body=on%20my%20way'),
      ]);
      await expect(cardOf('Call (907) 555-0141?')).toHaveCount(1);
      await expect(cards.getByRole('article')).toHaveCount(2);
      const quick = await quickOf(app);
      await expect(quick.getByRole('button', { name: 'Remove (907) 555-0145' })).toBeVisible();
      await quick.keyboard.press('Escape');
      expect(ringOuts(requests)).toHaveLength(0);
      expect(logOf(userData)).not.toMatch(/010-?0142|5550141|555-0141/);
    });

    await test.step('while nobody is signed in it waits for the sign-in', async () => {
      await goTo(page, 'Settings');
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await page
        .getByRole('alertdialog')
        .getByRole('button', { name: /^Sign out/ })
        .click();
      await expect(page.getByLabel('Client ID')).toBeVisible();
      await expect(cards.getByRole('article')).toHaveCount(0);
      await desktop.open('callto:+19075550143');
      await expect.poll(() => logOf(userData)).toContain('a link waits until somebody signs in');
      await signIn(page, simulator);
      await expect(cardOf('Call (907) 555-0143?')).toHaveCount(1);
    });

    await test.step('and where none runs it starts one', async () => {
      const proposed = (): number => logOf(userData).split('a link was proposed').length;
      const before = proposed();
      await close();
      const started = desktop.startWith(link);
      try {
        await expect.poll(proposed, { timeout: 30_000 }).toBe(before + 1);
      } finally {
        process.kill(-(started.pid ?? 0), 'SIGTERM');
        await new Promise((resolve) => started.once('exit', resolve));
      }
    });
  });

  test('they are given back when asked', async ({ launch, simulator, userData }) => {
    const desktop = makeDesktop(userData);
    const { page } = await launch({ env: desktop.env });
    await signIn(page, simulator);
    await goTo(page, 'Settings');
    const settings = page.getByRole('region', { name: 'Phone links' });
    await settings.getByRole('button', { name: 'Open them with Sidetone' }).click();
    await expect(settings.getByText('Sidetone opens phone links now.')).toBeVisible();
    expect(handlersOf(desktop)).toEqual(Array(3).fill('sidetone-links.desktop'));
    await settings.getByRole('button', { name: 'Give them back' }).click();
    await expect.poll(() => handlersOf(desktop)).toEqual(['', '', '']);
  });
}
