import { expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { open, button } = win;

test('other programs are let in: a token is made, shown once, and taken back', async () => {
  await open('usual');
  await button('Settings').click();
  const card = win.page.getByRole('region', { name: 'Other programs' });
  await card.getByText('No program can connect.').waitFor();
  await card.getByRole('radio', { name: 'On' }).click();
  await win.page.evaluate(() => window.fake.touch());
  await card.getByText('Open at http://127.0.0.1:17846.').waitFor();

  await card.getByLabel('Address of a site').fill('http://crm.example');
  await card.getByRole('button', { name: 'Add' }).click();
  await card.getByText('http only for this computer').waitFor();
  await card.getByLabel('Address of a site').fill('https://crm.example/');
  await win.page.keyboard.press('Enter');
  await card.getByRole('button', { name: 'Remove https://crm.example' }).waitFor();

  await card.getByRole('button', { name: 'New token…' }).click();
  const dialog = win.page.getByRole('dialog');
  // The way out first, what it is for last: as in every question.
  expect(await dialog.getByRole('button').allTextContents()).toEqual(['Cancel', 'Create token']);
  await dialog.getByRole('button', { name: 'Create token' }).click();
  await dialog.getByText('Enter a name.').waitFor();
  await dialog.getByLabel('Name of the program').fill('My CRM');
  await dialog.getByLabel('Call at once, without a card').check();
  await dialog.getByRole('button', { name: 'Create token' }).click();
  await dialog.getByText('it is shown this once').waitFor();
  const token = await dialog.locator('code').textContent();
  expect(token).toMatch(/^sidetone_/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  const entry = card.getByRole('listitem').filter({ hasText: 'My CRM' });
  await entry.getByText('Call at once').waitFor();
  expect(await win.page.content()).not.toContain(token ?? 'none');

  await entry.getByRole('button', { name: 'Revoke the token of My CRM' }).click();
  const question = win.page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Revoke', exact: true }).click();
  await card.getByText('No program has a token yet.').waitFor();
});
