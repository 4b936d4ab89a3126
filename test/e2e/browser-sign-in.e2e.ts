import type { BrowserContext } from '@playwright/test';
import { expect, test as base } from './support/sidetone.ts';
import {
  beginBrowserSignIn,
  openedPages,
  signInWithBrowser,
  startBrowser,
} from './support/sign-in.ts';

const test = base.extend<{ readonly outside: BrowserContext }>({
  outside: async ({}, use) => {
    const context = await startBrowser();
    await use(context);
    await context.browser()?.close();
  },
});

test('signs in by way of RingCentral’s own page', async ({ launch, simulator, outside }) => {
  const sidetone = await launch();
  const last = await signInWithBrowser(sidetone, simulator, outside);
  await expect(last.getByText('You can close this window')).toBeVisible();
  await expect(sidetone.page.getByRole('contentinfo')).toContainText('Dana Whitlock');
  // The code is good once: the address in the browser's history leads nowhere.
  await expect(last.reload().then(() => 'loaded')).rejects.toThrow();
});

test('opens the page again, and can be called off', async ({ launch, simulator }) => {
  const { app, page } = await launch();
  await beginBrowserSignIn({ app, page, close: () => app.close() }, simulator);
  await page.getByRole('button', { name: 'Open the page again' }).click();
  await expect.poll(async () => (await openedPages(app)).length).toBe(2);
  const [first, second] = await openedPages(app);
  expect(second).toBe(first);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Sign in with your browser' })).toBeVisible();
});
