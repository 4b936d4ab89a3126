import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Simulator } from '../../simulator/server.ts';
import { hasKeyRing, test } from './support/key-ring-test.ts';
import { expect, goTo, rowsOf, signIn } from './support/sidetone.ts';

const words = 'The house on Elm Street';

/** Where in a profile texts occur, as SQLite, a log or Chromium would write them. */
async function filesWith(folder: string, needles: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    for (const needle of needles) {
      const encodings = ['utf8', 'utf16le'] as const;
      if (encodings.some((encoding) => content.includes(Buffer.from(needle, encoding))))
        found.push(`${path.slice(folder.length)}: ${needle.slice(0, 12)}…`);
    }
  }
  return found;
}

const tokensOf = ({ account }: Simulator): readonly string[] =>
  account.state.sessions.flatMap(({ accessToken, refreshToken }) => [
    accessToken,
    ...(refreshToken === undefined ? [] : [refreshToken]),
  ]);

async function signOut(page: Page, erase: boolean): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  const dialog = page.getByRole('alertdialog');
  if (erase) await dialog.getByText('Erase them').click();
  const confirm = erase ? 'Sign out and erase' : 'Sign out';
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
  await expect(page.getByRole('button', { name: 'Explore the demo account' })).toBeVisible();
}

async function openText(page: Page): Promise<void> {
  await goTo(page, 'Messages');
  const rows = rowsOf(page, 'Conversations').filter({ hasText: words });
  await expect(rows).toBeVisible({ timeout: 20_000 });
  await rows.getByRole('button').first().click();
}

test('no secret lies readable on the disk, and nothing that was to be gone stays', async ({
  launch,
  simulator,
  userData,
  whereKept,
}) => {
  simulator.account.receiveText({ from: '+14155550171', text: words });
  simulator.account.rules.allowPasswordGrant = true;
  const { confidentialApp, login } = simulator.account;
  const { page } = await launch(whereKept);

  await signIn(page, simulator);
  await openText(page);
  const secrets = [simulator.credentials.jwt, ...tokensOf(simulator)];
  expect(secrets).toHaveLength(3);
  expect(await filesWith(userData, secrets)).toEqual([]);
  await signOut(page, false);
  await expect.poll(() => simulator.account.state.sessions).toEqual([]);
  expect(await filesWith(userData, secrets)).toEqual([]);

  // An older set-up, with every secret there is.
  const lines = [
    `RINGCENTRAL_SERVER_URL=${simulator.url}`,
    `RINGCENTRAL_CLIENT_ID=${confidentialApp.id}`,
    `RINGCENTRAL_CLIENT_SECRET=${confidentialApp.secret}`,
    `RINGCENTRAL_USERNAME=${login.mainNumber}`,
    `RINGCENTRAL_EXTENSION=${login.extension}`,
    `RINGCENTRAL_PASSWORD=${login.password}`,
  ];
  await page.getByRole('button', { name: 'Import a .env file' }).click();
  await page.getByLabel('Or paste its text').fill(lines.join('\n'));
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('button', { name: 'Use these' }).click();
  await openText(page);
  secrets.push(confidentialApp.secret ?? '', login.password, ...tokensOf(simulator));
  expect(await filesWith(userData, secrets)).toEqual([]);
  const vault = join(userData, 'profiles', 'own', 'vault.json');
  const kept = JSON.parse(await readFile(vault, 'utf8')) as object;
  expect(Object.keys(kept)).toHaveLength(hasKeyRing ? 2 : 0);
  for (const name of await readdir(join(userData, 'profiles', 'own'))) {
    const { mode } = await stat(join(userData, 'profiles', 'own', name));
    expect(mode & 0o077, name).toBe(0);
  }

  // The archive is not encrypted: what is looked for is found while it is there.
  expect(await filesWith(userData, [words])).not.toEqual([]);
  await signOut(page, true);
  // The window is back before all of it has been done.
  await expect.poll(() => filesWith(userData, [...secrets, words])).toEqual([]);
  expect(JSON.parse(await readFile(vault, 'utf8'))).toEqual({});
});
