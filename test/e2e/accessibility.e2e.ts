import type { Page } from '@playwright/test';
import { seriousFindings } from './support/axe.ts';
import {
  deviceNumber,
  expect,
  goTo,
  openDemo,
  openNewestThread,
  pressCall,
  rowsOf,
  signIn,
  test,
} from './support/sidetone.ts';

/** Half the width in twice the size, as at 200 %. */
const zoomed = { width: 640, height: 400 };
const usual = { width: 1280, height: 800 };

/** In either theme; which colours it has and how large it is do not depend on each other. */
async function expectNothingSerious(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await seriousFindings(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}

test('nothing serious in the archive', async ({ launch, simulator }) => {
  test.setTimeout(120_000);
  const { page } = await launch({ size: usual });
  const check = async (what: string) => {
    await expectNothingSerious(page, what);
    await page.setViewportSize(zoomed);
    expect(await seriousFindings(page), `${what}, zoomed`).toEqual([]);
    const isCut = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isCut, `${what}, zoomed`).toBe(false);
    await page.setViewportSize(usual);
  };
  await signIn(page, simulator);
  const calls = rowsOf(page, 'Call history');
  await calls.nth(1).getByRole('button').first().click({ timeout: 20_000 });
  const notes = page.getByRole('region', { name: 'Notes' });
  await notes.getByRole('button', { name: 'Reached' }).click();
  await notes.getByRole('button', { name: 'Follow up' }).click();
  await notes.getByRole('button', { name: 'In 1 hour' }).click();
  await notes.getByText(/^Due/).waitFor();
  await page.getByRole('button', { name: /^Filter/ }).click();
  await check('a noted call and the filter');
  await goTo(page, 'Follow-ups');
  await rowsOf(page, 'Open follow-ups').first().waitFor();
  await check('Follow-ups');
  await goTo(page, 'Voicemail');
  await rowsOf(page, 'Voicemails').first().getByRole('button').first().click();
  await page.getByRole('group', { name: /^voicemail from/ }).waitFor();
  await check('a voicemail');
  await page.getByRole('button', { name: 'Everything with them' }).click();
  await page.getByRole('button', { name: 'Add a note' }).click();
  await check('a person and a note');
  await page.getByText('Details', { exact: true }).click();
  await check('a person’s details');
  await goTo(page, 'Contacts');
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('button', { name: 'Choose file…' }).waitFor();
  await check('an import of contacts');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('rate');
  await page.getByRole('option').first().waitFor();
  await check('Search');
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByText('Made by hand').waitFor({ timeout: 20_000 });
  await check('the settings of the archive');
});

test('nothing serious on any screen', async ({ launch }) => {
  test.setTimeout(120_000);
  const { page } = await launch();
  const check = (what: string) => expectNothingSerious(page, what);

  await page.getByText('What you need', { exact: true }).click();
  await page.getByText('Advanced', { exact: true }).click();
  await page.getByRole('button', { name: 'Sign in with your browser' }).click();
  await page.getByText('Enter your app’s client ID').waitFor();
  await check('onboarding with errors');
  await page.getByRole('button', { name: 'Import a .env file' }).click();
  await check('an import');
  await openDemo(page);
  for (const screen of ['Messages', 'Voicemail', 'Follow-ups', 'Contacts', 'Settings', 'Calls']) {
    await goTo(page, screen);
    await page.getByRole('heading', { name: screen }).first().waitFor();
    await check(screen);
  }
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Status/ })
    .click();
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
  await pressCall(page);
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

test('nothing serious while RingCentral is away', async ({ launch, simulator }) => {
  const { page } = await launch();
  await signIn(page, simulator);
  await simulator.goDown();
  // A number of no place: nothing is asked about at night.
  await page.getByLabel('Name or number').fill('(800) 555-0142');
  await pressCall(page);
  await page.getByText('RingCentral cannot be reached').first().waitFor();
  await expectNothingSerious(page, 'banner');
  await page.getByRole('button', { name: 'Call with this device' }).first().click();
  await deviceNumber(page).waitFor();
  await expectNothingSerious(page, 'the number to dial elsewhere');
});
