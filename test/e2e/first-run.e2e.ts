import { expect, goTo, openDemo, rowsOf, signIn, test } from './support/sidetone.ts';

test('the first start offers the demo account, which says so everywhere and outlasts a restart', async ({
  launch,
}) => {
  const first = await launch();
  const { page } = first;
  await expect(page.getByRole('button', { name: 'Explore the demo account' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in with your browser' })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await openDemo(page);
  // Conversations are named after contacts, which come a moment after the texts.
  await goTo(page, 'Contacts');
  await rowsOf(page, 'Contacts').first().waitFor();
  for (const screen of ['Calls', 'Settings', 'Contacts', 'Messages']) {
    await goTo(page, screen);
    await expect(page.getByText('Demo: nobody is really called')).toBeVisible();
  }
  await rowsOf(page, 'Conversations').first().waitFor();
  const before = await rowsOf(page, 'Conversations').first().textContent();
  await first.close();

  const second = await launch();
  await expect(second.page.getByText('Demo: nobody is really called')).toBeVisible();
  await goTo(second.page, 'Messages');
  await expect(rowsOf(second.page, 'Conversations').first()).toHaveText(before ?? '');
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
