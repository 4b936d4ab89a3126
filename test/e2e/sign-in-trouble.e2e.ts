import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { startSimulator, systemClock, troubles } from '../../simulator/server.ts';
import { visitSignInPage } from '../core/ringcentral/browser.ts';
import { expect, fillApp, test as base } from './support/sidetone.ts';
import { beginBrowserSignIn, openedPages } from './support/sign-in.ts';

const minute = 60_000;

/** A simulator whose clock a test can put forward, and back. */
const test = base.extend<{ readonly shift: { ms: number } }>({
  shift: async ({}, use) => use({ ms: 0 }),
  simulator: async ({ shift }, use) => {
    const { schedule } = systemClock;
    const clock = { now: () => systemClock.now() + shift.ms, schedule };
    const simulator = await startSimulator({ clock });
    await use(simulator);
    await simulator.stop();
  },
});

/** What the window says, and that it says no more than that: no trace of code, and nothing secret. */
async function expectWords(page: Page, words: string | RegExp, secrets: readonly string[] = []) {
  await expect(page.getByRole('alert').filter({ hasText: words }).first()).toBeVisible();
  const all = await page.locator('body').innerText();
  expect(all).not.toMatch(/\bError:|\n\s*at \S+ \(|undefined|\[object/);
  for (const secret of secrets) expect(all).not.toContain(secret);
}

test('each mistake of the form has a sentence of its own, and nothing typed is lost', async ({
  launch,
  simulator,
}) => {
  const { page } = await launch();
  const { account, faults, credentials } = simulator;
  await fillApp(page, simulator);
  await page.getByRole('button', { name: 'Use a JWT instead' }).click();
  const field = (label: 'Server URL' | 'Client ID' | 'JWT') => page.getByLabel(label);
  const good = {
    'Server URL': simulator.url,
    'Client ID': credentials.clientId,
    JWT: credentials.jwt,
  };
  const otherJwt = account.confidentialApp.jwt;
  const nobodysJwt = 'eyJub2JvZHkiOjF9.e30.c2ln';
  const attempt = async (wrong: Partial<typeof good>, words: string): Promise<void> => {
    const typed = { ...good, ...wrong };
    for (const [label, text] of Object.entries(typed))
      await field(label as keyof typeof good).fill(text);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expectWords(page, words, [typed.JWT, otherJwt]);
    for (const [label, text] of Object.entries(typed)) {
      await expect(field(label as keyof typeof good)).toHaveValue(text);
    }
  };

  await attempt({ 'Server URL': 'platform' }, 'That is not a server address');
  await attempt({ 'Server URL': 'http://crm.example' }, 'That address is not protected');
  await attempt(
    { 'Server URL': 'https://platform.devtest.ringcentral.com' },
    'RingCentral’s sandbox is gone',
  );
  await attempt(
    { 'Server URL': 'https://platform.rinqcentral.com' },
    'platform.rinqcentral.com is not one of RingCentral’s',
  );
  await expect(page.getByRole('button', { name: 'Sign in there' })).toBeVisible();
  await page.getByRole('button', { name: 'Change address' }).click();
  await expect(field('Server URL')).toBeFocused();

  await attempt({ 'Client ID': 'my client id' }, 'That is not a client ID');
  await attempt({ 'Client ID': 'nobodys-client-id' }, 'RingCentral does not know this app');
  await attempt({ JWT: otherJwt }, 'This credential belongs to another app');
  await attempt({ JWT: nobodysJwt }, 'RingCentral refused this JWT');
  account.rules.clockSkewMs = 60 * minute;
  await attempt({ JWT: nobodysJwt }, 'This computer’s clock is 60 minutes off');
  account.rules.clockSkewMs = 0;
  account.resetRateLimits();
  faults.add({ ...troubles.htmlPage, path: '/oauth/token', times: 1 });
  await attempt({}, 'What answered was not RingCentral');
});

test('each way in which the browser can come back has a sentence of its own', async ({
  launch,
  simulator,
  shift,
}) => {
  const sidetone = await launch();
  const { app, page } = sidetone;
  const submit = page.getByRole('button', { name: 'Sign in with your browser' });
  let opened = 0;
  /** Sets out once more; answers the address of the page that opens. */
  const begin = async (first = false): Promise<string> => {
    // The pages count as well, five a minute.
    simulator.account.resetRateLimits();
    if (first) await beginBrowserSignIn(sidetone, simulator);
    else await submit.click();
    opened += 1;
    await expect.poll(async () => (await openedPages(app)).length).toBe(opened);
    return (await openedPages(app)).at(-1) ?? '';
  };
  const comeBack = async (url: string, query: URLSearchParams): Promise<string> => {
    const to = new URL(url).searchParams.get('redirect_uri') ?? '';
    return (await fetch(`${to}?${query}`)).text();
  };

  const denied = await begin(true);
  const refusal = await visitSignInPage(simulator, denied, 'deny');
  expect(await comeBack(denied, refusal)).toContain('nothing has changed');
  await expectWords(page, 'You did not allow Sidetone to sign in');

  const late = await begin();
  const code = await visitSignInPage(simulator, late);
  shift.ms += 2 * minute;
  expect(await comeBack(late, code)).toContain('The sign-in did not work');
  shift.ms = 0;
  await expectWords(page, 'The sign-in took too long to come back', [code.get('code') ?? '']);

  const misled = await begin();
  // The state of an earlier sign-in changes nothing, neither here nor there.
  expect(await comeBack(misled, code)).toContain('does not belong to a running sign-in');
  await expect(page.getByRole('heading', { name: 'Continue in your browser' })).toBeVisible();
  const elsewhere = new URL(misled);
  elsewhere.searchParams.set('redirect_uri', 'http://localhost:1/callback');
  const unknown = await fetch(elsewhere, { redirect: 'manual' });
  expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining('OAU-109')]);
  simulator.account.addRedirectUri('http://localhost:1/callback');
  await comeBack(misled, await visitSignInPage(simulator, elsewhere.href));
  await expectWords(page, 'RingCentral does not know where to send you back');
  const own = new URL(misled).searchParams.get('redirect_uri') ?? '';
  await expect(page.getByText(own).first()).toBeVisible();

  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(Number(new URL(own).port), '127.0.0.1', resolve);
  });
  await submit.click();
  await expectWords(page, `Another program is using port ${new URL(own).port}`);
  await new Promise((resolve) => void server.close(resolve));

  const url = await begin();
  expect(await comeBack(url, await visitSignInPage(simulator, url))).toContain('Signed in as');
  await expect(page.getByRole('contentinfo')).toContainText('Dana Whitlock');
});
