import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { drawPicture } from '../../simulator/messages/picture.ts';
import type { Simulator } from '../../simulator/server.ts';
import { ask, contactOf, textAtAnyHour } from './support/ask.ts';
import { answerFileDialog } from './support/files.ts';
import { zoneAt } from './support/hours.ts';
import { composer, expect, goTo, openThread, rowsOf, signIn, test } from './support/sidetone.ts';

/** Toll-free: it is nowhere, so it is never too late there. The second one would answer. */
const stranger = '+18005550113';
const friend = '+18005550141';

/** The bubble that says so, in the thread that is open. */
const bubbleOf = (page: Page, words: string) =>
  openThread(page).getByRole('listitem').filter({ hasText: words });

async function begin(page: Page, ...numbers: readonly string[]): Promise<void> {
  await goTo(page, 'Messages');
  await page.getByRole('button', { name: 'New text' }).click();
  for (const number of numbers) {
    await page.getByRole('combobox', { name: 'To' }).fill(number);
    await page.getByRole('combobox', { name: 'To' }).press('Enter');
  }
}

/** What RingCentral was asked to send, in those words. */
const sentBy = ({ account }: Simulator, words: string) =>
  account.messages.filter(
    ({ direction, subject }) => direction === 'Outbound' && subject === words,
  );

/** Somebody writes, and their thread is opened. */
async function openInbound(page: Page, simulator: Simulator, text: string): Promise<void> {
  simulator.account.receiveText({ from: friend, text });
  const row = rowsOf(page, 'Conversations').filter({ hasText: text });
  await row.getByRole('button').first().click({ timeout: 20_000 });
  await openThread(page).waitFor();
}

async function signInForNews(page: Page, simulator: Simulator): Promise<void> {
  await signIn(page, simulator);
  await expect.poll(() => simulator.account.sockets.count, { timeout: 20_000 }).toBe(1);
  await goTo(page, 'Messages');
  await rowsOf(page, 'Conversations').first().waitFor({ timeout: 20_000 });
}

test('a text is held, taken back, sent and delivered, and a quit while it is held loses nothing', async ({
  demo,
  launch,
}) => {
  test.setTimeout(120_000);
  const { page } = demo;
  await begin(page, stranger);
  await composer(page).fill('The rate is lokced.');
  await composer(page).press('Enter');
  await expect(bubbleOf(page, 'lokced')).toContainText(/Held for \d s/);
  await page.keyboard.press('Control+Shift+Z');
  await expect(composer(page)).toHaveValue('The rate is lokced.');
  await expect(bubbleOf(page, 'lokced')).toHaveCount(0);

  await composer(page).fill('The rate is locked.');
  await composer(page).press('Enter');
  await bubbleOf(page, 'locked').getByRole('button', { name: 'Send now' }).click();
  await expect(bubbleOf(page, 'locked')).toContainText('Delivered', { timeout: 20_000 });
  await expect(rowsOf(page, 'Conversations').first()).toContainText('The rate is locked.');

  await composer(page).fill('Until the 14th.');
  await composer(page).press('Enter');
  await expect(bubbleOf(page, 'Until the 14th.')).toContainText('Held for');
  await demo.close();
  const again = await launch();
  await goTo(again.page, 'Messages');
  await rowsOf(again.page, 'Conversations')
    .filter({ hasText: 'Until the 14th.' })
    .getByRole('button')
    .first()
    .click();
  await expect(bubbleOf(again.page, 'Until the 14th.')).toContainText('Delivered', {
    timeout: 30_000,
  });
  await expect(bubbleOf(again.page, 'Until the 14th.')).toHaveCount(1);
});

test('a picture goes out as it is, and what somebody sends is shown and saved', async ({
  launch,
  simulator,
  userData,
}) => {
  const { app, page } = await launch();
  await signInForNews(page, simulator);
  await openInbound(page, simulator, 'Which house is it?');
  const picture = drawPicture(7);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'house.png', mimeType: 'image/png', buffer: picture });
  const tray = page.getByRole('region', { name: 'Attached files' });
  await expect(tray.getByRole('button', { name: 'Remove house.png' })).toBeVisible();
  await composer(page).fill('This one.');
  await composer(page).press('Enter');
  await expect(tray).toHaveCount(0);
  await bubbleOf(page, 'This one.').getByRole('button', { name: 'Send now' }).click();
  await expect(bubbleOf(page, 'This one.')).toContainText('Delivered', { timeout: 20_000 });
  await expect(bubbleOf(page, 'This one.').getByRole('button', { name: /^View:/ })).toBeVisible();
  const [sent, ...others] = sentBy(simulator, 'This one.');
  expect(others).toEqual([]);
  const file = sent?.attachments.find(({ contentType }) => contentType === 'image/png');
  expect(file?.media).toMatchObject({ kind: 'bytes', base64: picture.toString('base64') });

  simulator.account.receiveText({
    from: friend,
    text: 'And these',
    files: ['picture', 'contact', 'document'],
  });
  const theirs = bubbleOf(page, 'And these');
  await expect(theirs.getByRole('button', { name: /^View: Picture from/ })).toBeVisible();
  await expect(theirs.getByText('Otto Sparks')).toBeVisible();
  const saved = join(userData, 'report.pdf');
  await answerFileDialog(app, { save: saved });
  await theirs.getByRole('button', { name: 'Save Inspection report.pdf' }).click();
  await expect(theirs.getByRole('button', { name: 'Save Inspection report.pdf' })).toHaveText(
    'Saved',
  );
  expect((await readFile(saved, 'latin1')).startsWith('%PDF-1.4')).toBe(true);
});

test('STOP closes the field and START opens it; where it is late a text waits for the morning', async ({
  launch,
  simulator,
}) => {
  const { page } = await launch();
  await signInForNews(page, simulator);
  await openInbound(page, simulator, 'Who is this?');
  simulator.account.receiveText({ from: friend, text: 'Stop.' });
  const closed = page.getByRole('region', { name: 'Why nothing can be written here' });
  await expect(closed).toContainText('answered STOP', { timeout: 20_000 });
  await expect(composer(page)).toHaveCount(0);
  simulator.account.receiveText({ from: friend, text: 'START' });
  await expect(composer(page)).toBeVisible({ timeout: 20_000 });

  // Maria Delgado of the demo account, who has moved to where it is late.
  const maria = '+15125550134';
  await goTo(page, 'Contacts');
  await rowsOf(page, 'Contacts').first().waitFor({ timeout: 20_000 });
  const contactId = await contactOf(page, maria);
  await ask(page, 'calls.set-time-zone', { contactId, zone: zoneAt(23 * 60).zone });
  await begin(page, maria);
  await composer(page).fill('Good news tomorrow.');
  await page.getByRole('button', { name: /^Send at 8:00.AM their time/ }).click();
  const later = page.getByRole('region', { name: 'Texts for later' });
  await expect(later).toContainText('Good news tomorrow.');
  expect(sentBy(simulator, 'Good news tomorrow.')).toEqual([]);

  await later.getByRole('button', { name: 'Send now' }).click();
  await expect(later).toContainText('once more');
  await later.getByRole('button', { name: 'Send now' }).click();
  await expect(bubbleOf(page, 'Good news tomorrow.')).toContainText(/Sent|Delivered/, {
    timeout: 20_000,
  });
  expect(sentBy(simulator, 'Good news tomorrow.')).toHaveLength(1);
});

test('each of several gets a text of their own, seen before it goes', async ({
  launch,
  simulator,
}) => {
  const { page } = await launch();
  await signInForNews(page, simulator);
  await textAtAnyHour(page);
  await goTo(page, 'Contacts');
  await rowsOf(page, 'Contacts').first().waitFor({ timeout: 20_000 });
  // Maria Delgado and Jamal Washington, and somebody without a name.
  await begin(page, '+15125550134', '+15125550141', stranger);
  await page.getByText('A separate text to each', { exact: true }).click();
  await page
    .getByRole('textbox', { name: 'What to say' })
    .fill('Hi {first name|there}, your letter is ready.');
  const people = rowsOf(page, 'People');
  await expect(people).toContainText([/Hi Maria, your/, /Hi Jamal, your/, /Hi there, your/]);
  await page.getByRole('button', { name: 'Send 3 texts' }).click();
  await expect(page.getByText(/^3 texts on their way/)).toBeVisible();
  for (const name of ['Maria', 'Jamal', 'there']) {
    await expect
      .poll(() => sentBy(simulator, `Hi ${name}, your letter is ready.`).length, {
        timeout: 30_000,
      })
      .toBe(1);
  }
});
