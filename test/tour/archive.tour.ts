import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ensureArchive } from '../bench/archive/seed.ts';
import { answerFileDialog } from '../e2e/support/files.ts';
import { expect, goTo, openDemo, rowsOf, signIn, test } from '../e2e/support/sidetone.ts';
import { compact, createCamera, tall, wide, type Camera } from './camera.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const both = [wide, compact];
const whole = { width: 1280, height: 3000 };
const wholeCompact = { width: 380, height: 4400 };

let camera: Camera;
test.beforeAll(async () => {
  camera = await createCamera(81);
});

const search = (page: Page) => page.getByRole('combobox', { name: 'Search everything' });

async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await search(page).fill(text);
}

/** Opens a row, and takes the pointer off it. */
async function openRow(page: Page, list: string, place: number): Promise<void> {
  await rowsOf(page, list).nth(place).getByRole('button').first().click();
  await page.mouse.move(700, 790);
}

test('calls, notes and follow-ups', async ({ launch }) => {
  const { page } = await launch({ size: wide });
  await openDemo(page);
  const calls = rowsOf(page, 'Call history');
  await calls.first().waitFor({ timeout: 20_000 });
  await goTo(page, 'Follow-ups');
  await camera.take(page, 'follow-ups-none', both);
  await goTo(page, 'Calls');
  // Which calls the demo account has depends on the day.
  await calls
    .getByRole('button', { name: /, Recording,/ })
    .first()
    .click();
  await page.mouse.move(700, 790);
  const notes = page.getByRole('region', { name: 'Notes' });
  await camera.take(page, 'call', both);
  await notes.getByRole('button', { name: 'Reached' }).click();
  await notes.getByRole('textbox').fill('Rate locked until the 14th. Wants the closing moved up.');
  await notes.getByRole('textbox').press('Control+Enter');
  await notes.getByRole('button', { name: 'Follow up' }).click();
  await camera.take(page, 'follow-up-times', both);
  await notes.getByRole('button', { name: 'In 1 hour' }).click();
  await notes.getByText(/^Due/).waitFor();
  await camera.take(page, 'call-noted', [wide, tall, compact]);
  await page
    .getByRole('button', { name: /^Play Recording/i })
    .last()
    .click();
  await camera.take(page, 'recording-plays');
  await page.getByRole('button', { name: /^Filter/ }).click();
  await page.getByRole('button', { name: 'Custom' }).click();
  await camera.take(page, 'calls-filter', [wide]);
  await page.getByLabel('From', { exact: true }).fill('2001-01-01');
  await page.getByLabel('To', { exact: true }).fill('2001-12-31');
  await page.getByText('No call matches the filter.').waitFor();
  await camera.take(page, 'calls-none', [wide]);
  await goTo(page, 'Follow-ups');
  await rowsOf(page, 'Open follow-ups').first().waitFor();
  await camera.take(page, 'follow-ups', both);
});

test('voicemails, people and what comes from a file', async ({ launch, userData }) => {
  const { app, page } = await launch({ size: wide });
  await openDemo(page);
  await goTo(page, 'Voicemail');
  await rowsOf(page, 'Voicemails').first().waitFor({ timeout: 20_000 });
  await camera.take(page, 'voicemails', both);
  await openRow(page, 'Voicemails', 0);
  await page.getByRole('button', { name: /^Play voicemail/ }).click();
  await page.getByRole('button', { name: 'Mark as new' }).waitFor();
  await camera.take(page, 'voicemail', both);
  await page.getByRole('button', { name: 'Everything with them' }).click();
  await page.getByRole('button', { name: 'Add a note' }).waitFor();
  await camera.take(page, 'person', both);
  await page.getByRole('button', { name: 'Add a note' }).click();
  await camera.take(page, 'person-note', both);
  await page.getByText('Details', { exact: true }).click();
  await camera.take(page, 'person-details', both);
  await page.getByRole('button', { name: 'Erase this person…' }).click();
  await page.getByText(/^This removes/).waitFor();
  await camera.take(page, 'erase-person', both);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await camera.take(page, 'contact-form', both);
  await page.getByRole('button', { name: 'Cancel' }).click();

  const file = join(userData, 'leads.csv');
  const lines = [
    'First Name,Last Name,Company,Mobile Phone,E-mail Address',
    'Priya,Anand,Lakeside Homes,(212) 555-0153,priya@lakeside.example',
    'Tomasz,Ahn,,ask reception,',
    'Wren,Okafor,Okafor Title,+1 512 555 0161,wren@okafor.example',
    ',,,,',
    ',,,ask reception,',
  ];
  await writeFile(file, lines.join('\r\n'));
  await answerFileDialog(app, { open: file });
  await page.getByRole('button', { name: 'Import…' }).click();
  await camera.take(page, 'import', both);
  await page.getByRole('button', { name: 'Choose file…' }).click();
  await page.getByRole('button', { name: /^Import \d/ }).waitFor();
  await camera.take(page, 'import-dry-run', both);
  await page.getByRole('button', { name: /^Import \d/ }).click();
  await page.getByRole('button', { name: 'Undo import' }).first().waitFor();
  await camera.take(page, 'imported', [wide]);
});

test('searching and settings', async ({ launch, simulator }) => {
  const { page } = await launch({ size: wide });
  await signIn(page, simulator);
  await rowsOf(page, 'Call history').first().waitFor({ timeout: 20_000 });
  await page.keyboard.press('Control+f');
  await camera.take(page, 'search-empty', both);
  await find(page, 'rate');
  await page.locator('mark').first().waitFor();
  await camera.take(page, 'search', both);
  await find(page, '415 555');
  await page.locator('mark').first().waitFor();
  await camera.take(page, 'search-number', both);
  await find(page, '(628) 555-0199');
  await page.getByRole('option', { name: 'Call (628) 555-0199' }).waitFor();
  await camera.take(page, 'search-new-number', [wide]);
  await find(page, 'zeppelin');
  await page.getByText(/^No results for/).waitFor();
  await camera.take(page, 'search-nothing', both);
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByText('Made by hand').waitFor({ timeout: 20_000 });
  await camera.take(page, 'settings-archive', [whole, wholeCompact]);
  await page
    .getByRole('button', { name: /^Restore the backup/ })
    .first()
    .click();
  await page.getByRole('alertdialog').waitFor();
  await camera.take(page, 'restore', both);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Erase everything…' }).click();
  await page.getByRole('alertdialog').waitFor();
  await camera.take(page, 'erase-everything', both);
});

test('a hundred thousand', async ({ launch, simulator, userData }) => {
  const { account } = simulator;
  // What RingCentral has is not what is looked at here.
  account.state.messages.length = 0;
  account.state.calls = [];
  account.state.client.permissions = account.state.client.permissions.filter(
    (name) => name !== 'ReadContacts',
  );
  const folder = join(userData, 'profiles', 'own');
  await mkdir(folder, { recursive: true });
  await copyFile(await ensureArchive(100_000), join(folder, 'archive.db'));
  const { page } = await launch({ size: wide });
  await signIn(page, simulator);
  await rowsOf(page, 'Call history').first().waitFor({ timeout: 20_000 });
  await openRow(page, 'Call history', 3);
  await camera.take(page, 'many-calls', both);
  await page.getByRole('button', { name: 'Open their page' }).click();
  await page.getByRole('button', { name: 'Add a note' }).waitFor();
  await expect(page.getByRole('list', { name: /^Everything with/ })).toBeVisible();
  await camera.take(page, 'many-timeline', both);
  await goTo(page, 'Messages');
  await rowsOf(page, 'Conversations').first().waitFor();
  await camera.take(page, 'many-conversations', both);
  await find(page, 'closing');
  await page.locator('mark').first().waitFor();
  await camera.take(page, 'many-search', both);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: /^Texts with/ }).waitFor();
  await camera.take(page, 'many-found', both);
});
