import { expect, goTo, openThread, rowsOf, test } from './support/sidetone.ts';

test('a text is written, delivered, and stands in its conversation', async ({ demo: { page } }) => {
  await goTo(page, 'Messages');
  await page.getByRole('button', { name: 'New text' }).click();
  await page.getByRole('combobox', { name: 'To' }).fill('+1 415 555 0113');
  await page.getByRole('combobox', { name: 'To' }).press('Enter');
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('The rate is locked.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const thread = openThread(page);
  const bubble = thread.getByRole('listitem').filter({ hasText: 'The rate is locked.' });
  await expect(bubble).toHaveCount(1);
  await expect(bubble).toContainText('Delivered', { timeout: 20_000 });
  await expect(rowsOf(page, 'Conversations').first()).toContainText('The rate is locked.');
});
