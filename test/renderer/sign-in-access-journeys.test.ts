import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { envFile } from './harness/sign-in-answers.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { open, button, heading, disclose } = win;

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  const findings = async (): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page: win.page }).setLegacyMode().analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  };

  test('nothing keeps a reader or a weak eye from any way in or out', async () => {
    await win.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open('onboarding');
    await disclose('Advanced');
    await disclose('What you need');
    await button('Sign in with your browser').click();
    await win.page.getByRole('alert').first().waitFor();
    expect(await findings()).toEqual([]);
    await win.page.getByLabel('Client ID').fill('fictional-client');
    await button('Sign in with your browser').click();
    await heading('Continue in your browser').waitFor();
    expect(await findings()).toEqual([]);
    await button('Cancel').click();
    await button('Import a .env file').click();
    expect(await findings()).toEqual([]);
    await win.page
      .getByLabel('Or paste its text')
      .fill(envFile.replace('platform.', 'platform.devtest.'));
    await button('Read it').click();
    await win.page.getByRole('table').waitFor();
    expect(await findings()).toEqual([]);
    await open('own');
    await button('Settings').click();
    expect(await findings()).toEqual([]);
    await button('Sign out').click();
    await win.page.getByRole('radio', { name: 'Erase them' }).click();
    expect(await findings()).toEqual([]);
  });
});

test('a narrow window and large type cut nothing off', async () => {
  for (const size of [
    { width: 380, height: 780 },
    { width: 320, height: 400 },
  ]) {
    await win.page.setViewportSize(size);
    await open('onboarding');
    await disclose('Advanced');
    await disclose('What you need');
    const widest = await win.page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('main *')].map((e) => e.getBoundingClientRect().right),
      ),
    );
    expect(widest).toBeLessThanOrEqual(size.width);
  }
});
