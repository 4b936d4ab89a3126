import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { E164 } from '../../shared/model/ids.ts';
import { ask } from '../e2e/support/ask.ts';
import { cardsOf, isShown, quickOf } from '../e2e/support/cards.ts';
import { answerFileDialog } from '../e2e/support/files.ts';
import { expect, openDemo, test, type Launch, type Sidetone } from '../e2e/support/sidetone.ts';
import { clickAndWait, remember } from './calling-steps.ts';
import { compact, createCamera, wide, type Camera } from './camera.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const both = [wide, compact];
/** Anh Nguyen of the demo account. */
const anh = '+17135550152' as E164;
const policySwitch = fileURLToPath(new URL('./policy.cjs', import.meta.url));

let camera: Camera;
test.beforeAll(async () => {
  camera = await createCamera(241);
});

const rows = (page: Page) => page.locator('[data-row]');
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** The demo account with its history, whatever the language. */
async function startDemo(
  launch: (more?: Partial<Launch>) => Promise<Sidetone>,
  more: Partial<Launch> = {},
): Promise<Sidetone> {
  const sidetone = await launch({ size: wide, ...more });
  await openDemo(sidetone.page);
  await rows(sidetone.page).first().waitFor({ timeout: 20_000 });
  await expect
    .poll(() => ask(sidetone.page, 'contacts.list', {}).then(({ items }) => items.length))
    .toBeGreaterThan(0);
  await ask(sidetone.page, 'links.asked', undefined);
  return sidetone;
}

/** The screens by their keys, which no language changes. */
async function takeScreens(page: Page, name: string): Promise<void> {
  const screens = ['calls', 'messages', 'voicemail', 'contacts', 'follow-ups', 'settings'];
  for (const [index, screen] of screens.entries()) {
    await page.keyboard.press(`Control+${index + 1}`);
    await page.locator('h1').first().waitFor();
    const hasRows = screen !== 'follow-ups' && screen !== 'settings';
    if (hasRows) await rows(page).first().waitFor();
    await camera.take(page, `${name}-${screen}`, both);
  }
}

/** Opens the newest row of a screen that is a list. */
async function openFirst(page: Page, screenKey: string): Promise<void> {
  await page.keyboard.press(screenKey);
  await rows(page).first().click();
  await page.mouse.move(700, 790);
}

test('commands and keys', async ({ launch }) => {
  const { page } = await startDemo(launch);
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const field = palette.getByRole('combobox');
  await page.keyboard.press('Control+k');
  await field.waitFor();
  await camera.take(page, 'palette', both);
  await field.fill('anh');
  await palette
    .getByRole('option', { name: /Anh Nguyen/ })
    .first()
    .waitFor();
  await camera.take(page, 'palette-name', both);
  await field.fill('(800) 555-0142');
  await palette.getByRole('option', { name: /^Call/ }).first().waitFor();
  await camera.take(page, 'palette-number', both);
  await field.fill('disturb');
  await palette.getByRole('option').nth(3).waitFor();
  await camera.take(page, 'palette-do-not-disturb', both);
  await field.fill('text someone');
  await field.press('Enter');
  await palette.getByRole('option').nth(1).waitFor();
  await camera.take(page, 'palette-page', both);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings' }).focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await camera.take(page, 'shortcut-sheet', both);
});

test('settings', async ({ launch, userData }) => {
  const { app, page } = await startDemo(launch);
  await page.keyboard.press('Control+6');
  await camera.take(page, 'settings-top', both);
  const field = page.getByLabel('Search the settings');
  await field.fill('backup');
  await page.getByText(/settings? found/).waitFor();
  await camera.take(page, 'settings-search', both);
  await field.fill('zebra');
  await camera.take(page, 'settings-search-none', [wide]);
  for (const [name, words] of [
    ['Language', 'settings-language'],
    ['Updates', 'settings-updates'],
    ['Webhooks', 'settings-webhooks-none'],
  ] as const) {
    await field.fill(name);
    await card(page, name).waitFor();
    await camera.take(page, words, both);
  }
  const file = join(userData, 'sidetone-settings.json');
  const settings = {
    theme: 'dark',
    density: 'compact',
    undoSeconds: 10,
    keepMonths: 24,
    askQuietTexts: false,
    outcomes: ['Reached', 'Left voicemail', 'Application sent'],
    crmAddress: 'https://crm.example.com/loans?phone={e164}',
    fromTheFuture: true,
  };
  await writeFile(file, JSON.stringify({ kind: 'sidetone-settings', version: 1, settings }));
  await answerFileDialog(app, { open: file });
  await field.fill('import');
  await card(page, 'Settings as a file').getByRole('button', { name: 'Import settings…' }).click();
  await page.getByRole('alertdialog').waitFor();
  await camera.take(page, 'settings-import', both);
});

test('settings that an administrator has locked', async ({ launch }) => {
  // Whose a file is Windows says through a program, which no policy of a test would pass.
  if (process.platform === 'win32') return;
  const policy = {
    version: 1,
    defaults: { firstTextSentence: 'Reply STOP to opt out.' },
    locked: { apiEnabled: false, updateChannel: 'stable', theme: 'system', askQuietTexts: true },
  };
  const { page } = await startDemo(launch, {
    modules: [policySwitch],
    env: { SIDETONE_TOUR_POLICY: JSON.stringify(policy) },
  });
  await page.keyboard.press('Control+6');
  await page.getByText('Set by your administrator').first().waitFor();
  await camera.take(page, 'settings-locked', both);
  await page.getByLabel('Search the settings').fill('bearer');
  await card(page, 'Other programs').waitFor();
  await camera.take(page, 'settings-locked-programs', both);
});

test('Spanish', async ({ launch }) => {
  const { app, page } = await startDemo(launch);
  await remember(page, anh);
  await ask(page, 'settings.set', { language: 'es' });
  await expect(page.locator('html')).toHaveAttribute('lang', /^es/);
  await takeScreens(page, 'spanish');
  await openFirst(page, 'Control+1');
  await camera.take(page, 'spanish-call', both);
  await openFirst(page, 'Control+2');
  await camera.take(page, 'spanish-thread', both);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await camera.take(page, 'spanish-palette', both);
  await page.keyboard.press('Escape');
  const cards = await cardsOf(app);
  await clickAndWait({ app, page, cards }, `tel:${anh}`);
  await camera.take(cards, 'spanish-card');
  await cards.keyboard.press('Escape');
  await ask(page, 'quick.open', { to: [anh], body: 'Le llamo a las cuatro.' });
  const quick = await quickOf(app);
  await quick.getByRole('textbox').last().waitFor();
  // The window becomes as high as what is in it.
  const isWhole = () =>
    quick.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight);
  await expect.poll(() => isShown(app, quick)).toBe(true);
  await expect.poll(isWhole).toBe(true);
  await camera.take(quick, 'spanish-quick-text');
});

test('high contrast', async ({ launch }) => {
  const { page } = await startDemo(launch);
  await page.emulateMedia({ contrast: 'more' });
  await openFirst(page, 'Control+1');
  await camera.take(page, 'contrast-calls', both);
  await openFirst(page, 'Control+2');
  await camera.take(page, 'contrast-thread', both);
  await page.keyboard.press('Control+6');
  await camera.take(page, 'contrast-settings', both);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await camera.take(page, 'contrast-palette', [wide]);
  await page.keyboard.press('Escape');
  await page.emulateMedia({ contrast: 'no-preference', forcedColors: 'active' });
  await openFirst(page, 'Control+1');
  await camera.take(page, 'forced-calls', both);
  await openFirst(page, 'Control+2');
  await camera.take(page, 'forced-thread', both);
  await page.keyboard.press('Control+6');
  await camera.take(page, 'forced-settings', both);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await camera.take(page, 'forced-palette', [wide]);
});
