import { expect, signIn, test } from './support/sidetone.ts';

test('when RingCentral is away the app opens, shows what it has, and offers the device', async ({
  launch,
  simulator,
}) => {
  const first = await launch();
  await signIn(first.page, simulator);
  const rows = (page: typeof first.page) =>
    page.getByRole('list', { name: 'Call history' }).getByRole('listitem');
  await expect(rows(first.page).first()).toBeVisible({ timeout: 20_000 });
  await first.close();
  await simulator.goDown();

  const { page } = await launch();
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(/cannot be reached/i);
  await page.getByLabel('Name or number').fill('+1 415 555 0142');
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await page.getByRole('button', { name: 'Call with this device' }).first().click();
  await expect(page.getByText('(415) 555-0142').first()).toBeVisible();

  await simulator.comeBack();
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(page.getByRole('contentinfo')).not.toContainText(/cannot be reached/i);
});
