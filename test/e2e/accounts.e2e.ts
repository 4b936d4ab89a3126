import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startSimulator } from '../../simulator/server.ts';
import { expect, goTo, rowsOf, signIn, test } from './support/sidetone.ts';

const archivesIn = async (userData: string): Promise<readonly string[]> => {
  const files = await readdir(join(userData, 'profiles', 'own'));
  return files.filter((name) => /^archive.*\.db/.test(name)).toSorted();
};

async function signOut(page: Page, erase = false): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  const dialog = page.getByRole('alertdialog');
  if (erase) await dialog.getByText('Erase them').click();
  const confirm = erase ? 'Sign out and erase' : 'Sign out';
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
  await expect(page.getByRole('button', { name: 'Explore the demo account' })).toBeVisible();
}

/** Somebody's text, and the conversation it makes. */
const conversation = (page: Page, words: string) =>
  rowsOf(page, 'Conversations').filter({ hasText: words });

test('a second account has an archive of its own, and the first one’s is there when it is back', async ({
  launch,
  simulator,
  userData,
}) => {
  const other = await startSimulator();
  try {
    simulator.account.receiveText({ from: '+14155550171', text: 'The house on Elm Street' });
    other.account.receiveText({ from: '+14155550172', text: 'The flat on Oak Avenue' });
    const { page } = await launch();
    await signIn(page, simulator);
    await goTo(page, 'Messages');
    await expect(conversation(page, 'Elm Street')).toBeVisible({ timeout: 20_000 });
    await signOut(page);

    await signIn(page, other);
    await goTo(page, 'Messages');
    await expect(conversation(page, 'Oak Avenue')).toBeVisible({ timeout: 20_000 });
    await expect(conversation(page, 'Elm Street')).toHaveCount(0);
    expect(await archivesIn(userData)).toEqual(
      expect.arrayContaining(['archive.db', 'archive-2.db']),
    );
    await signOut(page);

    // Nothing of it has to come from RingCentral again.
    simulator.account.state.messages.length = 0;
    await signIn(page, simulator);
    await goTo(page, 'Messages');
    await expect(conversation(page, 'Elm Street')).toBeVisible({ timeout: 20_000 });
    await expect(conversation(page, 'Oak Avenue')).toHaveCount(0);
    const register = await readFile(join(userData, 'profiles', 'own', 'archives.json'), 'utf8');
    expect(JSON.parse(register)).toMatchObject({ open: 'archive.db' });
  } finally {
    await other.stop();
  }
});

test('signing out can erase the archive, from the window and from the disk', async ({
  launch,
  simulator,
  userData,
}) => {
  simulator.account.receiveText({ from: '+14155550171', text: 'The house on Elm Street' });
  const { page } = await launch();
  await signIn(page, simulator);
  await goTo(page, 'Messages');
  await expect(conversation(page, 'Elm Street')).toBeVisible({ timeout: 20_000 });
  await signOut(page, true);
  const folder = join(userData, 'profiles', 'own');
  // The window is back before all of it has been done.
  await expect(async () => {
    for (const name of await archivesIn(userData)) {
      expect(await readFile(join(folder, name), 'latin1')).not.toContain('Elm Street');
    }
  }).toPass();
  simulator.account.state.messages.length = 0;
  await signIn(page, simulator);
  await goTo(page, 'Messages');
  await expect(page.getByRole('contentinfo')).toContainText('Connected');
  await expect(conversation(page, 'Elm Street')).toHaveCount(0);
});
