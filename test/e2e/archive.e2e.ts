import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerFileDialog } from './support/files.ts';
import { expect, goTo, openThread, rowsOf, signIn, test } from './support/sidetone.ts';

const ada = '+14155550171';

/** The rows that a list shows at its top, as readers hear them. */
const labelsOf = (page: Page, list: string): Promise<readonly (string | null)[]> =>
  page
    .getByRole('list', { name: list, exact: true })
    .locator('[data-row]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));

/** Every row of a list says so, and there is at least one. */
async function expectAll(page: Page, list: string, words: RegExp): Promise<void> {
  await expect(async () => {
    const labels = await labelsOf(page, list);
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) expect(label).toMatch(words);
  }).toPass({ timeout: 10_000 });
}

test('a text of long ago is found by keyboard and shown in its place, with RingCentral away', async ({
  launch,
  simulator,
}) => {
  const receive = (text: string, minutesAgo: number): void => {
    const createdAt = Date.now() - minutesAgo * 60_000;
    Object.assign(simulator.account.receiveText({ from: ada, text }), { createdAt });
  };
  receive('The Alder Street appraisal came in high', 100);
  for (let n = 1; n <= 80; n += 1) receive(`And then thing number ${n}`, 81 - n);
  const { page } = await launch();
  await signIn(page, simulator);
  await goTo(page, 'Messages');
  const newest = rowsOf(page, 'Conversations').filter({ hasText: 'thing number 80' });
  await expect(newest).toBeVisible({ timeout: 20_000 });
  await simulator.goDown();

  await page.keyboard.press('Control+f');
  const field = page.getByRole('combobox', { name: 'Search everything' });
  await expect(field).toBeFocused();
  await page.keyboard.type('appraisal alder');
  const result = page.getByRole('option', { name: /Alder Street appraisal/ });
  await expect(result.locator('mark')).toHaveText(['Alder', 'appraisal']);
  await page.keyboard.press('Enter');
  const place = openThread(page).getByText('The Alder Street appraisal came in high');
  await expect(place).toBeInViewport();
  await expect(openThread(page).getByText('thing number 80', { exact: false })).toHaveCount(0);

  // Part of a number finds whoever has it, however it is written.
  await page.keyboard.press('Control+f');
  await field.fill('415) 555-0171');
  await expect(page.getByRole('option').first()).toContainText('(415) 555-0171');
  // What is no word is no command either.
  await field.fill('"alder* OR NOT');
  await expect(page.getByText(/^No results for/)).toBeVisible();
});

test('a call is noted with one click, and its follow-up waits until it is done', async ({
  demo: { page },
}) => {
  const calls = rowsOf(page, 'Call history');
  await calls.nth(1).getByRole('button').first().click({ timeout: 20_000 });
  const notes = page.getByRole('region', { name: 'Notes' });
  await notes.getByRole('button', { name: 'Reached' }).click();
  await notes.getByRole('textbox').fill('Wants the 15 year quote');
  await notes.getByRole('textbox').press('Control+Enter');
  await expect(notes.getByRole('listitem')).toContainText('Wants the 15 year quote');
  await expect(calls.nth(1)).toContainText('Reached');
  await notes.getByRole('button', { name: 'Follow up' }).click();
  await notes.getByRole('button', { name: 'In 1 hour' }).click();
  await expect(notes.getByText(/^Due (today|tomorrow) at/)).toBeVisible();

  await goTo(page, 'Follow-ups');
  const waiting = rowsOf(page, 'Open follow-ups').filter({ hasText: 'Wants the 15 year quote' });
  await expect(waiting).toHaveCount(1);
  await waiting.getByRole('button', { name: /^Mark the follow-up with .* done$/ }).click();
  await expect(waiting).toHaveCount(0);
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Follow-ups done' })).toContainText(
    'Wants the 15 year quote',
  );
});

test('a contact is created at RingCentral, edited and made a favourite', async ({
  launch,
  simulator,
}) => {
  // A RingCentral that lets one write often, so that nobody waits for a minute to pass.
  simulator.account.rules.rateLimits.Heavy = 40;
  const { page } = await launch();
  await signIn(page, simulator);
  await goTo(page, 'Contacts');
  await rowsOf(page, 'Contacts').first().waitFor({ timeout: 20_000 });
  await page.getByRole('button', { name: 'New contact' }).click();
  await page.getByLabel('First name').fill('Zora');
  await page.getByLabel('Last name').fill('Ames');
  await page.getByLabel('Mobile number', { exact: true }).fill('212 555 0151');
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(page.getByRole('heading', { name: 'Zora Ames' })).toBeVisible();
  const kept = () =>
    simulator.account.state.contacts.find(({ fields }) => fields.firstName === 'Zora');
  expect(kept()?.fields).toMatchObject({ mobilePhone: '+12125550151' });

  await page.getByText('Details', { exact: true }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Company', { exact: true }).fill('Quill & Sons');
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(page.getByText('Quill & Sons').first()).toBeVisible();
  await expect.poll(() => kept()?.fields).toMatchObject({ company: 'Quill & Sons' });
  await page.getByRole('button', { name: 'Add to favorites' }).click();
  await page.getByRole('button', { name: 'Favorites', exact: true }).click();
  await expectAll(page, 'Contacts', /^Zora Ames/);
});

test('contacts come from a file after a look at what will happen, and go again', async ({
  demo: { app, page },
  userData,
}) => {
  const file = join(userData, 'leads.csv');
  const lines = [
    'First Name,Last Name,Company,Mobile Phone',
    'Priya,Anand,Lakeside Homes,(212) 555-0153',
    'Tomasz,Ahn,,ask reception',
    ',,,',
  ];
  await writeFile(file, lines.join('\r\n'));
  await goTo(page, 'Contacts');
  const priya = page.getByRole('button', { name: /^Priya Anand/ });
  await page.getByRole('button', { name: 'Import…' }).click();
  await answerFileDialog(app, { open: file });
  await page.getByRole('button', { name: 'Choose file…' }).click();
  await expect(page.getByText('(212) 555-0153 is stored as')).toBeAttached();
  await expect(page.getByText('Line 2')).toBeVisible();
  await expect(priya).toHaveCount(0);
  await page.getByRole('button', { name: /^Import \d+ contacts?$/ }).click();
  await expect(page.getByText(/contacts? added/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Search contacts' }).fill('lakeside');
  await expect(priya).toBeVisible();
  await page.getByRole('button', { name: 'Undo import' }).first().click();
  await expect(page.getByText('The import was undone')).toBeVisible();
  await expect(priya).toHaveCount(0);
});

test('a voicemail plays, and is not new any more', async ({ demo: { page } }) => {
  await goTo(page, 'Voicemail');
  const rows = rowsOf(page, 'Voicemails');
  const fresh = rows.filter({ has: page.getByText('New', { exact: true }) });
  await expect(fresh).toHaveCount(3, { timeout: 20_000 });
  await fresh.first().getByRole('button').first().click();
  const player = page.getByRole('group', { name: /^voicemail from/ });
  const position = async () => Number(await player.getByRole('slider').inputValue());
  await player.getByRole('button', { name: /^Play/ }).click();
  await expect.poll(position, { timeout: 20_000 }).toBeGreaterThan(0.5);
  await player.getByRole('button', { name: /^Pause/ }).click();
  const heard = await position();
  // Anywhere in it can be played: here from its end backwards.
  await player.getByRole('slider').press('End');
  expect(await position()).toBeGreaterThan(heard);
  await expect(page.getByRole('button', { name: 'Mark as new' })).toBeVisible();
  await expect(fresh).toHaveCount(2);
});

test('calls are narrowed by kind, day and person, and conversations to the unread', async ({
  demo: { page },
}) => {
  await rowsOf(page, 'Call history').first().waitFor({ timeout: 20_000 });
  const list = page.getByRole('list', { name: 'Call history', exact: true });
  await page.getByRole('button', { name: 'Missed', exact: true }).click();
  await expectAll(page, 'Call history', /Missed|voicemail/i);
  await page.getByRole('button', { name: /^Filter/ }).click();
  await page.getByRole('button', { name: 'All', exact: true }).first().click();
  const who = page.getByRole('textbox', { name: 'Name or number' }).last();
  await who.fill('nguyen');
  await expectAll(page, 'Call history', /^Anh Nguyen|Nguyen-Hughes/);
  await page.getByRole('button', { name: 'Custom' }).click();
  await page.getByLabel('From', { exact: true }).fill('2001-01-01');
  await page.getByLabel('To', { exact: true }).fill('2001-12-31');
  await expect(page.getByText('No call matches the filter.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(list.locator('[data-row]').first()).toBeVisible();

  await goTo(page, 'Messages');
  await page.getByRole('button', { name: 'Unread', exact: true }).click();
  await expectAll(page, 'Conversations', /\d+ unread/);
});
