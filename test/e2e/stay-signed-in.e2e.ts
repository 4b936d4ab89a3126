import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { hasKeyRing, missing, test } from './support/key-ring-test.ts';
import { expect, signIn } from './support/sidetone.ts';

if (!hasKeyRing) {
  process.stdout.write(`Staying signed in is not tested: ${missing.join(', ')} not installed\n`);
}

const status = (page: Page) => page.getByRole('contentinfo');

const whereInstalled = hasKeyRing ? test.describe : (): void => undefined;

whereInstalled('with a key ring', () => {
  test('who has signed in stays signed in over a restart', async ({
    launch,
    simulator,
    userData,
    withKeyRing,
  }) => {
    const first = await launch(withKeyRing);
    await signIn(first.page, simulator);
    await expect(status(first.page)).toContainText('Dana Whitlock');
    await first.close();

    const vault = join(userData, 'profiles', 'own', 'vault.json');
    const sealed = JSON.parse(await readFile(vault, 'utf8')) as Record<string, { data: string }>;
    expect(Object.keys(sealed).length).toBeGreaterThan(0);
    for (const { data } of Object.values(sealed)) {
      expect(Buffer.from(data, 'base64').toString('latin1')).toMatch(/^v11/);
    }
    expect((await stat(vault)).mode & 0o077).toBe(0);

    const { page } = await launch(withKeyRing);
    await expect(status(page)).toContainText('Connected');
    await expect(status(page)).toContainText('Dana Whitlock');
    await expect(page.getByText('Sign in again')).toHaveCount(0);
  });

  test('a key ring that is locked at the next start signs nobody out for good', async ({
    launch,
    simulator,
    keyRing,
    withKeyRing,
    userData,
  }) => {
    const first = await launch(withKeyRing);
    await signIn(first.page, simulator);
    await first.close();
    const vault = join(userData, 'profiles', 'own', 'vault.json');
    const before = await readFile(vault, 'utf8');
    keyRing.lock();
    const { page } = await launch(withKeyRing);
    await expect(page.getByText('Sign in again').first()).toBeVisible();
    expect(await readFile(vault, 'utf8')).toBe(before);
  });
});
