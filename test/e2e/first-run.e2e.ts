import { expect, goTo, openDemo, rowsOf, signIn, test } from './support/sidetone.ts';

test('the first start offers the demo account and signing in, and nothing else', async ({
  launch,
}) => {
  const { page } = await launch();
  await expect(page.getByRole('button', { name: 'Explore the demo account' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in with your browser' })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
});

test('the demo account opens with one press and says on every screen that it is one', async ({
  demo: { page },
}) => {
  for (const screen of ['Calls', 'Messages', 'Contacts', 'Settings']) {
    await goTo(page, screen);
    await expect(page.getByText('Demo: nobody is really called')).toBeVisible();
  }
});

test('a JWT signs in, and the next start knows the account', async ({ launch, simulator }) => {
  const first = await launch();
  await signIn(first.page, simulator);
  const status = first.page.getByRole('contentinfo');
  await expect(status).toContainText(new URL(simulator.url).host);
  await expect(status).toContainText('Dana Whitlock');
  const keepsSecrets = await first.app.evaluate(
    ({ safeStorage }) => safeStorage.getSelectedStorageBackend() !== 'basic_text',
  );
  await first.close();

  const { page } = await launch();
  await expect(page.getByRole('contentinfo')).toContainText('Dana Whitlock');
  // Without a key ring the tokens end with the app, and the window says so.
  await expect(page.getByText('Sign in again').first()).toHaveCount(keepsSecrets ? 0 : 1);
  await expect(page.getByRole('contentinfo')).toContainText(
    keepsSecrets ? 'Connected' : 'Sign-in has ended',
  );
});

test('a wrong address, client or JWT is told in words, and nothing typed is lost', async ({
  launch,
  simulator,
}) => {
  const { page } = await launch();
  await page.getByRole('button', { name: 'Sign in with your browser' }).click();
  await expect(page.getByText('Enter your app’s client ID')).toBeVisible();
  await page.getByText('Advanced', { exact: true }).click();
  await page.getByRole('button', { name: 'Use a JWT instead' }).click();
  const submit = page.getByRole('button', { name: 'Sign in', exact: true });
  await page.getByLabel('Server URL').fill('platform.ringcentral');
  await page.getByLabel('Client ID').fill(simulator.credentials.clientId);
  await page.getByLabel('JWT').fill('not-a-token');
  await submit.click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.getByLabel('Server URL').fill(simulator.url);
  await submit.click();
  await expect(page.getByRole('alert').first()).toContainText(/JWT/);
  await expect(page.getByLabel('Client ID')).toHaveValue(simulator.credentials.clientId);
});

test('the demo account is the same after a restart', async ({ launch }) => {
  const first = await launch();
  await openDemo(first.page);
  // Conversations are named after contacts, which come a moment after the texts.
  await goTo(first.page, 'Contacts');
  await rowsOf(first.page, 'Contacts').first().waitFor();
  await goTo(first.page, 'Messages');
  await rowsOf(first.page, 'Conversations').first().waitFor();
  const before = await rowsOf(first.page, 'Conversations').first().textContent();
  await first.close();
  const second = await launch();
  await expect(second.page.getByText('Demo: nobody is really called')).toBeVisible();
  await goTo(second.page, 'Messages');
  await expect(rowsOf(second.page, 'Conversations').first()).toHaveText(before ?? '');
});
