import { textAtAnyHour } from './support/ask.ts';
import {
  composer,
  deviceNumber,
  expect,
  openNewestThread,
  openThread,
  reconnect,
  rowsOf,
  signIn,
  test,
} from './support/sidetone.ts';

test('while RingCentral is away the device is offered, and a text waits and goes out once', async ({
  launch,
  simulator,
}) => {
  const { page } = await launch();
  await signIn(page, simulator);
  await expect(rowsOf(page, 'Call history').first()).toBeVisible({ timeout: 20_000 });
  await simulator.goDown();
  await page.getByLabel('Name or number').fill('+1 800 555 0142');
  // Enter tries, whatever is known of the network; the button goes once it is known to be away.
  await page.getByLabel('Name or number').press('Enter');
  await expect(page.getByText('RingCentral cannot be reached').first()).toBeVisible();
  await expect(rowsOf(page, 'Call history').first()).toBeVisible();
  await page
    .getByRole('region', { name: 'Current call' })
    .getByRole('button', { name: 'Call with this device' })
    .click();
  await expect(deviceNumber(page)).toContainText('(800) 555-0142');
  await page.keyboard.press('Escape');
  await expect(deviceNumber(page)).toHaveCount(0);

  await textAtAnyHour(page);
  await openNewestThread(page);
  const words = 'Running late, I will call at five.';
  await composer(page).fill(words);
  await composer(page).press('Enter');
  const bubble = openThread(page).getByRole('listitem').filter({ hasText: words });
  await expect(bubble).toContainText('Waiting');

  await simulator.comeBack();
  await reconnect(page);
  await expect(page.getByRole('contentinfo')).toContainText('Connected');
  await expect(bubble).toContainText(/Sent|Delivered/, { timeout: 20_000 });
  await expect(bubble).toHaveCount(1);
  expect(simulator.account.messages.filter(({ subject }) => subject === words)).toHaveLength(1);
});

test('the next start with RingCentral away opens with the history, and says what is off', async ({
  launch,
  simulator,
}) => {
  const first = await launch();
  await signIn(first.page, simulator);
  await expect(rowsOf(first.page, 'Call history').first()).toBeVisible({ timeout: 20_000 });
  await first.close();
  await simulator.goDown();

  const { page } = await launch();
  await expect(rowsOf(page, 'Call history').first()).toBeVisible();
  // Where the system has no key ring the sign-in is gone as well, and that is what it says.
  await expect(
    page.getByText(/RingCentral cannot be reached|Your sign-in has ended/).first(),
  ).toBeVisible({ timeout: 20_000 });
  await page.getByLabel('Name or number').fill('+1 800 555 0142');
  await expect(page.getByRole('button', { name: 'Call', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: 'Call with this device' }).first().click();
  await expect(deviceNumber(page)).toContainText('(800) 555-0142');
});
