import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { makeDesktop, missingForLinks, type Desktop } from './support/desktop.ts';
import { expect, goTo, openDemo, ringOuts, signIn, test } from './support/sidetone.ts';

const missing = missingForLinks();
if (missing.length > 0) console.log(`Links are not tested: ${missing.join(', ')} not installed`);

const link = 'tel:+1-555-010-0142;ext=9';

/** Takes the links as a user does: in the settings. */
async function takeLinks(page: Page): Promise<void> {
  await goTo(page, 'Settings');
  const settings = page.getByRole('region', { name: 'Phone links' });
  await settings.getByRole('button', { name: 'Open them with Sidetone' }).click();
  await expect(settings.getByText('Sidetone opens phone links now.')).toBeVisible();
}

/** The page of the small window. */
async function cardOf(app: ElectronApplication): Promise<Page> {
  await expect.poll(() => app.windows().some(isCard)).toBe(true);
  return app.windows().find(isCard) as Page;
}

/** The number of a card, as it would be dialled. */
const headingOf = (card: Page, number: string): Locator =>
  card.getByRole('heading', { name: number });

const isCard = (page: Page): boolean => page.url().endsWith('card.html');

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
  test.describe.configure({ timeout: 120_000 });

  test('a click on a number anywhere shows its card, and dials nothing', async ({
    launch,
    simulator,
    requests,
    userData,
  }) => {
    const desktop = makeDesktop(userData);
    const { app, page } = await launch({ env: desktop.env });
    await signIn(page, simulator);
    await expect(page.getByText('Open phone links with Sidetone?')).toBeVisible();
    expect(handlersOf(desktop)).toEqual(['', '', '']);
    await takeLinks(page);
    expect(handlersOf(desktop)).toEqual(Array(3).fill('sidetone-links.desktop'));
    await expect(page.getByText('Open phone links with Sidetone?')).toHaveCount(0);

    await desktop.open(link);
    const card = await cardOf(app);
    await expect(card.getByText(/555.?010.?0142/).first()).toBeVisible();
    await desktop.open('tel:+1%20(907)%20555-0141');
    await desktop.open('callto:+19075550143');
    await desktop.open('sms:+19075550145?body=on%20my%20way');
    await expect(headingOf(card, '+1 907 555 0141')).toHaveCount(1);
    await expect(headingOf(card, '+1 907 555 0145')).toHaveCount(1);
    await expect(card.getByText('on my way').first()).toBeVisible();
    expect(ringOuts(requests)).toHaveLength(0);
    expect(logOf(userData)).not.toMatch(/010-?0142|5550141|555-0141/);

    await page
      .getByRole('region', { name: 'Phone links' })
      .getByRole('button', { name: 'Give them back' })
      .click();
    await expect.poll(() => handlersOf(desktop)).toEqual(['', '', '']);
  });

  test('a click while nobody is signed in waits for the sign-in', async ({
    launch,
    simulator,
    userData,
  }) => {
    const desktop = makeDesktop(userData);
    const first = await launch({ env: desktop.env });
    await openDemo(first.page);
    await takeLinks(first.page);
    await goTo(first.page, 'Settings');
    await first.page.getByRole('button', { name: 'Leave the demo' }).first().click();
    await expect(first.page.getByLabel('Client ID')).toBeVisible();
    await desktop.open('tel:+19075550141');
    await desktop.open('tel:+19075550141');
    await expect.poll(() => logOf(userData)).toContain('a link waits until somebody signs in');
    await signIn(first.page, simulator);
    const card = await cardOf(first.app);
    await expect(headingOf(card, '+1 907 555 0141')).toHaveCount(1);
  });

  test('a click starts Sidetone where none runs', async ({ launch, userData }) => {
    const desktop = makeDesktop(userData);
    const first = await launch({ env: desktop.env });
    await openDemo(first.page);
    await takeLinks(first.page);
    await first.close();
    expect(logOf(userData)).not.toContain('a link was proposed');

    const started = desktop.startWith(link);
    try {
      await expect
        .poll(() => logOf(userData), { timeout: 30_000 })
        .toContain('a link was proposed');
    } finally {
      process.kill(-(started.pid ?? 0), 'SIGTERM');
      await new Promise((resolve) => started.once('exit', resolve));
    }
  });
}
