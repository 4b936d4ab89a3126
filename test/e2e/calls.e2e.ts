import { expect, goTo, pressCall, ringOuts, rowsOf, signIn, test } from './support/sidetone.ts';

// Of no place: nothing is asked about at night.
const number = '(800) 555-0142';

test('Enter held down is one call: it rings, connects, ends, and is one line of the history', async ({
  launch,
  simulator,
  requests,
}) => {
  const { page } = await launch();
  await signIn(page, simulator);
  await expect(rowsOf(page, 'Call history').first()).toBeVisible({ timeout: 20_000 });
  const field = page.getByLabel('Name or number');
  await field.fill(number);
  const call = page.getByRole('region', { name: 'Current call' });
  const hold = async () => {
    for (let press = 0; press < 8; press += 1) await field.press('Enter');
  };
  await Promise.all([hold(), expect(call).toContainText('Ringing your phone')]);
  await expect(call).toContainText(`Ringing ${number}`);
  await expect(call).toContainText('Connected');
  const lines = rowsOf(page, 'Call history').filter({ hasText: number });
  await expect(lines).toContainText(['In progress']);
  await expect(call).toContainText('Ended', { timeout: 20_000 });
  await expect(lines).toContainText([/Outgoing · 0:0\d/]);
  expect(ringOuts(requests)).toHaveLength(1);

  // RingCentral's own two records of it arrive later; they are the same call.
  const isSynced = () => requests.filter((request) => request.includes('call-log-sync')).length > 1;
  await expect.poll(isSynced, { timeout: 45_000 }).toBe(true);
  await goTo(page, 'Settings');
  await goTo(page, 'Calls');
  await expect(lines).toHaveCount(1);
});

test('a call can be called off while the own phone rings', async ({ launch, simulator }) => {
  const { page } = await launch();
  await signIn(page, simulator);
  // Nobody picks it up, however long the test takes to press the button.
  simulator.account.rules.ringOutLegs.own = 'NoAnswer';
  await page.getByLabel('Name or number').fill(number);
  await pressCall(page);
  const call = page.getByRole('region', { name: 'Current call' });
  await call.getByRole('button', { name: 'Cancel' }).click();
  await expect(call).toContainText('Canceled');
});

test('what cannot be called is refused, and a short number asked about, before anything is sent', async ({
  launch,
  simulator,
  requests,
}) => {
  const { page } = await launch();
  await signIn(page, simulator);
  const field = page.getByLabel('Name or number');
  for (const [typed, words] of [
    ['', /No name or number yet/],
    ['911', /emergency/i],
    ['+1 911', /emergency/i],
    ['police 911', /emergency/i],
    ['4'.repeat(200), /too long/i],
    ['hello there', /not a number that can be called/],
  ] as const) {
    await field.fill(typed);
    await page.getByRole('button', { name: 'Call', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await expect(field).toHaveValue(typed);
  }
  await field.fill('611');
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(page.getByText('611 is a short number. Call it anyway?')).toBeVisible();
  expect(ringOuts(requests)).toHaveLength(0);
  await page.getByRole('button', { name: 'Call anyway' }).click();
  await expect(page.getByRole('region', { name: 'Current call' })).toContainText('611');
  // It is the first one that left.
  await expect.poll(() => ringOuts(requests).length).toBe(1);
});
