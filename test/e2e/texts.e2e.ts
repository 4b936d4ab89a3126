import { expect, test } from './support/sidetone.ts';

test('a text is written, delivered, and stands in its conversation', async ({ demo: { page } }) => {
  await page.getByRole('navigation').getByRole('button', { name: 'Messages' }).click();
  await page.getByRole('button', { name: 'New text' }).click();
  await page.getByRole('combobox', { name: 'To' }).fill('+1 415 555 0113');
  await page.getByRole('combobox', { name: 'To' }).press('Enter');
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('The rate is locked.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const thread = page.getByRole('region', { name: /^Texts with/ });
  const bubble = thread.getByRole('listitem').filter({ hasText: 'The rate is locked.' });
  await expect(bubble).toHaveCount(1);
  await expect(bubble).toContainText('Delivered', { timeout: 20_000 });
  await expect(
    page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').first(),
  ).toContainText('The rate is locked.');
});
