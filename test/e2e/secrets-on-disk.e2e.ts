import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Simulator } from '../../simulator/server.ts';
import { hasKeyRing, test } from './support/key-ring-test.ts';
import { composer, expect, goTo, openDemo, rowsOf, signIn } from './support/sidetone.ts';

const words = 'The house on Elm Street';
const answer = 'The appraisal came in at Oak Lane';
const sender = '+14155550171';

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

/** What anybody but its user may open: the folder itself, and all that lies in it. */
async function openToOthers(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  const open: string[] = [];
  for (const path of [folder, ...paths]) {
    // What goes while it is looked at is open to nobody, and a link has no mode of its own.
    const stats = await lstat(path).catch(() => undefined);
    if (stats === undefined || stats.isSymbolicLink()) continue;
    if ((stats.mode & 0o077) !== 0)
      open.push(`${path.slice(folder.length)}: ${stats.mode.toString(8)}`);
  }
  return open;
}

/** What the logs and what a crash leaves may not have, in whatever writing: numbers, and words. */
async function saidInLogs(userData: string): Promise<readonly string[]> {
  const logs = join(userData, 'logs');
  const said: string[] = [];
  for (const name of await readdir(logs)) {
    const text = await readFile(join(logs, name), 'utf8');
    expect(text).toContain('started');
    for (const line of text.split('\n')) {
      const digits = line.replaceAll(/[\s().-]/g, '');
      if (digits.includes(sender.slice(2)) || line.includes(words) || line.includes(answer))
        said.push(line);
    }
  }
  const everything = await readdir(userData, { recursive: true });
  return [...said, ...everything.filter((path) => /\.dmp$|\.core$|heapsnapshot/.test(path))];
}

/** Lets a program in and names a server to be told of events: their secrets are shown this once. */
async function makeSecrets(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { bridge } = window as unknown as { bridge: { call: unknown } };
    const call = bridge.call as (
      name: string,
      input: unknown,
    ) => Promise<{ readonly ok: boolean; readonly value: Record<string, string> }>;
    const input = { name: 'CRM', scopes: ['read'], callsAtOnce: false };
    const program = await call('api.create-token', input);
    const url = 'https://crm.example/hook';
    const webhook = await call('webhooks.add', { url, types: ['message.received'] });
    return [program, webhook].map(({ value }) => value['token'] ?? value['secret'] ?? '');
  });
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
  const rows = rowsOf(page, 'Conversations').filter({ hasText: /Elm Street|Oak Lane/ });
  await expect(rows).toBeVisible({ timeout: 20_000 });
  await rows.getByRole('button').first().click();
}

test('no secret lies readable on the disk, and nothing that was to be gone stays', async ({
  launch,
  simulator,
  userData,
  whereKept,
}) => {
  simulator.account.receiveText({ from: sender, text: words });
  simulator.account.rules.allowPasswordGrant = true;
  const { confidentialApp, login } = simulator.account;
  const { page } = await launch(whereKept);

  await signIn(page, simulator);
  await openText(page);
  const secrets = [simulator.credentials.jwt, ...tokensOf(simulator)];
  expect(secrets).toHaveLength(3);
  const shownOnce = await makeSecrets(page);
  for (const secret of shownOnce) expect(secret.length).toBeGreaterThan(20);
  secrets.push(...shownOnce);
  await composer(page).fill(answer);
  await composer(page).press('Enter');
  // At night it waits for the morning of who gets it; either way it is on the disk.
  await expect(page.getByText(answer).first()).toBeVisible();
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
  const readVault = async () => JSON.parse(await readFile(vault, 'utf8')) as object;
  expect(Object.keys(await readVault())).toHaveLength(hasKeyRing ? 3 : 0);
  expect(await openToOthers(userData)).toEqual([]);
  expect(await saidInLogs(userData)).toEqual([]);

  // The archive is not encrypted: what is looked for is found while it is there.
  for (const each of [words, answer]) expect(await filesWith(userData, [each])).not.toEqual([]);
  await signOut(page, true);
  // The window is back before all of it has been done.
  await expect.poll(() => filesWith(userData, [...secrets, words, answer])).toEqual([]);
  await expect.poll(readVault).toEqual({});

  // The demo's own server is the one that may know its tokens: they are the other side's.
  await openDemo(page);
  expect(await openToOthers(userData)).toEqual([]);
  const readable = await filesWith(userData, secrets);
  expect(readable.filter((line) => !line.startsWith('/profiles/demo/demo-server.json'))).toEqual(
    [],
  );
});
