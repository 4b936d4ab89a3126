import { expect, rowsOf, signIn, test } from './support/sidetone.ts';

test('a call rings your phone, then theirs, connects, and is in the history', async ({
  demo: { page },
}) => {
  await page.getByLabel('Name or number').fill('(415) 555-0142');
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  const call = page.getByRole('region', { name: 'Current call' });
  await expect(call).toContainText('Ringing your phone');
  await expect(call.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await expect(call).toContainText(/Connected/, { timeout: 20_000 });
  await expect(
    rowsOf(page, 'Call history').filter({ hasText: '(415) 555-0142' }).first(),
  ).toContainText('In progress');
});

test('a call can be called off while the own phone rings', async ({ launch, simulator }) => {
  const { page } = await launch();
  await signIn(page, simulator);
  await page.getByLabel('Name or number').fill('+1 415 555 0142');
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  const call = page.getByRole('region', { name: 'Current call' });
  await call.getByRole('button', { name: 'Cancel' }).click();
  await expect(call).toContainText(/Cancelled/);
});

test.describe('numbers that cannot be called', () => {
  for (const [typed, words] of [
    ['', /No name or number yet/],
    ['911', /emergency/i],
    ['+1 911', /emergency/i],
    ['4'.repeat(200), /too long/i],
    ['hello there', /not a number that can be called/],
  ] as const) {
    test(`“${typed.slice(0, 20)}” is refused beside the field and nothing is sent`, async ({
      launch,
      simulator,
    }) => {
      const { page } = await launch();
      await signIn(page, simulator);
      const field = page.getByLabel('Name or number');
      await field.fill(typed);
      await page.getByRole('button', { name: 'Call', exact: true }).click();
      await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
      await expect(field).toHaveValue(typed);
      expect(simulator.account.calls.filter(({ endedAt }) => endedAt === undefined)).toEqual([]);
    });
  }
});

test('a short number is asked about once, and goes out when that is wanted', async ({
  launch,
  simulator,
}) => {
  const { page } = await launch();
  await signIn(page, simulator);
  await page.getByLabel('Name or number').fill('611');
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(page.getByText('611 is a short number. Call it anyway?')).toBeVisible();
  expect(simulator.account.calls.filter(({ endedAt }) => endedAt === undefined)).toEqual([]);
  await page.getByRole('button', { name: 'Call anyway' }).click();
  await expect(page.getByRole('region', { name: 'Current call' })).toContainText('611');
});

test('holding Enter down makes one call', async ({ launch, simulator }) => {
  const { page } = await launch();
  await signIn(page, simulator);
  const field = page.getByLabel('Name or number');
  await field.fill('+1 415 555 0142');
  for (let press = 0; press < 8; press += 1) await field.press('Enter');
  await expect(page.getByRole('region', { name: 'Current call' })).toHaveCount(1);
});
