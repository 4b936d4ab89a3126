import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerFileDialog } from './support/files.ts';
import { test } from './support/key-ring-test.ts';
import { expect, goTo, openThread, rowsOf, signIn, type Sidetone } from './support/sidetone.ts';
import type { Simulator } from '../../simulator/server.ts';

const ada = '+14155550171';
const minute = 60_000;

/** Signed in, with calls in the list: the first sync is done. */
async function startSynced(
  launch: () => Promise<Sidetone>,
  simulator: Simulator,
): Promise<Sidetone> {
  const sidetone = await launch();
  await signIn(sidetone.page, simulator);
  await expect(rowsOf(sidetone.page, 'Call history').first()).toBeVisible({ timeout: 20_000 });
  return sidetone;
}

const card = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

test('calls are written to a file that a spreadsheet opens and does not run', async ({
  launch,
  simulator,
  userData,
}) => {
  const formula = '=HYPERLINK("http://127.0.0.1/";"open")';
  const { contacts, calls } = simulator.account.state;
  const caller = calls.findLast(({ direction }) => direction === 'Inbound')?.from.phoneNumber;
  contacts.splice(0, contacts.length, {
    id: 990_001,
    availability: 'Alive',
    modifiedAt: Date.now(),
    fields: { firstName: formula, mobilePhone: caller },
  });
  const { app, page } = await startSynced(launch, simulator);
  await expect(rowsOf(page, 'Call history').filter({ hasText: 'HYPERLINK' }).first()).toBeAttached({
    timeout: 20_000,
  });
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: 'Incoming', exact: true }).click();
  const file = join(userData, 'calls.csv');
  await answerFileDialog(app, { save: file });
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /^CSV/ }).click();
  const done = page.getByText(/calls\.csv: \d+ entries exported/);
  await expect(done).toBeVisible();
  const count = Number(/: (\d+)/.exec((await done.textContent()) ?? '')?.[1]);

  const text = await readFile(file, 'utf8');
  expect(text.startsWith('\uFEFFKind,Time (UTC)')).toBe(true);
  const rows = text.trimEnd().split('\r\n').slice(1);
  expect(rows).toHaveLength(count);
  for (const row of rows) expect(row).toMatch(/^call,.*,inbound,/);
  expect(text).toContain(`"'=HYPERLINK(""http`);
  expect(text).not.toMatch(/(^|,)"?[=@]/m);
});

test('a backup is made, and the archive goes back to it', async ({
  launch,
  simulator,
  userData,
}) => {
  const { page } = await startSynced(launch, simulator);
  const first = rowsOf(page, 'Call history').nth(1);
  await first.getByRole('button').first().click();
  const notes = page.getByRole('region', { name: 'Notes' });
  await notes.getByRole('button', { name: 'Reached' }).click();
  await expect(first).toContainText('Reached');
  await goTo(page, 'Settings');
  const backups = card(page, 'Backups');
  await backups.getByRole('button', { name: 'Back up now' }).click();
  await expect(backups.getByText(/Made by hand/)).toBeVisible({ timeout: 20_000 });
  const [folder = ''] = await backups.locator('dd').first().allTextContents();
  expect((await stat(folder)).isDirectory()).toBe(true);
  expect(folder.startsWith(userData)).toBe(true);

  await goTo(page, 'Calls');
  await notes.getByRole('button', { name: 'Wrong number' }).click();
  await expect(first).toContainText('Wrong number');
  await goTo(page, 'Settings');
  await backups
    .getByRole('button', { name: /^Restore the backup of/ })
    .first()
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('Connected', { timeout: 20_000 });
  await goTo(page, 'Calls');
  await expect(first).toContainText('Reached', { timeout: 20_000 });
  await expect(first).not.toContainText('Wrong number');
});

test('someone who is erased is found no more, and does not come back', async ({
  launch,
  simulator,
  requests,
}) => {
  simulator.account.receiveText({ from: ada, text: 'About the zeppelin hangar' });
  const { page } = await startSynced(launch, simulator);
  const search = page.getByRole('combobox', { name: 'Search everything' });
  const find = async () => {
    // What the last step leads to may still be on its way, and closes the search again.
    await expect(async () => {
      await page.keyboard.press('Control+f');
      await search.fill('zeppelin hangar', { timeout: 2_000 });
    }).toPass();
  };
  await find();
  await page.getByRole('option', { name: /zeppelin hangar/ }).click({ timeout: 20_000 });
  await openThread(page).getByText('About the zeppelin hangar').waitFor();
  await find();
  await search.fill('415 555 0171');
  // The first thing found is their page: nobody is called by Enter alone.
  await page.getByRole('option', { name: 'Call (415) 555-0171' }).waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Current call' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Erase this person…' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('This removes 1 text');
  await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await find();
  await expect(page.getByText('No results for “zeppelin hangar”.')).toBeVisible();

  // RingCentral still has it, and says so with the next text.
  const synced = () => requests.filter((request) => request.includes('message-sync')).length;
  const before = synced();
  simulator.account.receiveText({ from: '+14155550172', text: 'The survey is booked' });
  await expect.poll(synced, { timeout: 30_000 }).toBeGreaterThan(before);
  await search.fill('survey is booked');
  await expect(page.getByRole('option', { name: /survey is booked/ })).toBeVisible();
  await search.fill('zeppelin hangar');
  await expect(page.getByText('No results for “zeppelin hangar”.')).toBeVisible();
});

test('what came in while Sidetone was closed is told once it is open again', async ({
  launch,
  simulator,
  whereKept,
}) => {
  const { account } = simulator;
  // By RingCentral's clock it is closed for half an hour.
  account.rules.clockSkewMs = -30 * minute;
  account.state.calls = account.state.calls.filter(
    ({ startedAt }) => startedAt < Date.now() - 60 * minute,
  );
  const first = await startSynced(() => launch(whereKept), simulator);
  await goTo(first.page, 'Settings');
  await expect(card(first.page, 'Older history')).toContainText('Back to', { timeout: 20_000 });
  await first.close();
  account.rules.clockSkewMs = 0;
  account.receiveText({ from: ada, text: 'Is the rate locked?' });
  account.receiveCall({ from: ada, outcome: 'missed', ringMs: 50 });

  const { page } = await launch(whereKept);
  const again = page.getByRole('button', { name: 'Sign in again' }).first();
  const status = page.getByRole('contentinfo');
  await expect(again.or(status.getByText('Connected')).first()).toBeVisible();
  if (await again.isVisible()) {
    await again.click();
    await signIn(page, simulator);
  }
  const news = page.getByRole('status').filter({ hasText: 'While you were away' });
  await expect(news).toContainText(/1 missed call, \d+ texts?/, { timeout: 30_000 });
  await news.getByRole('button', { name: 'See texts' }).click();
  await expect(rowsOf(page, 'Conversations').first()).toContainText('Is the rate locked?');
  await news.getByRole('button', { name: 'Dismiss' }).click();
  await expect(news).toHaveCount(0);
});

test('older history is fetched by and by, as far as one lets it', async ({ launch, simulator }) => {
  const { account } = simulator;
  account.addCallLog(3_000, 350);
  // A RingCentral that lets one ask more often, so that nobody waits for a minute to pass.
  account.rules.rateLimits.Heavy = 40;
  simulator.faults.add({ path: '/call-log', delayMs: 800, times: 100 });
  const { page } = await startSynced(launch, simulator);
  await goTo(page, 'Settings');
  const older = card(page, 'Older history');
  const reach = async () => {
    const words = await older
      .getByText(/^Back to/)
      .last()
      .textContent();
    return Date.parse((words ?? '').replace('Back to ', ''));
  };
  await expect(older.getByText(/^Back to/).last()).toBeVisible({ timeout: 20_000 });
  const begun = await reach();
  await expect.poll(reach, { timeout: 40_000 }).toBeLessThan(begun);
  await older.getByRole('button', { name: 'Pause' }).click();
  const said = (words: string) => older.getByRole('status').filter({ hasText: words });
  await expect(said('Paused')).toBeVisible();
  const bar = older.getByRole('progressbar');
  const share = Number(await bar.getAttribute('value'));
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(1);
  await older.getByRole('button', { name: 'Resume' }).click();
  await expect(said('Fetching')).toBeVisible();
});
