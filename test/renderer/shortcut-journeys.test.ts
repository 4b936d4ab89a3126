import { describe, expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { open, button } = win;

async function openShortcut(): Promise<void> {
  await open('demo');
  await button('Settings').click();
  await win.page.getByText('Call from any program').waitFor();
}

const sets = (): Promise<readonly unknown[]> =>
  win.page.evaluate(() =>
    window.fake.world.reads.filter(({ name }) => name === 'shortcut.set').map(({ input }) => input),
  );

describe('the shortcut in the settings', () => {
  test('is chosen by pressing it, from the keyboard alone, and switched off', async () => {
    await openShortcut();
    await win.page.getByText('Select a number anywhere, or copy it').waitFor();
    await button('Choose keys…').focus();
    await win.page.keyboard.press('Enter');
    await button('Press the keys…').waitFor();
    await win.page.keyboard.press('Control+Shift+KeyD');
    await win.page.getByText('These keys work in every program').waitFor();
    expect(await sets()).toEqual([{ accelerator: 'Control+Shift+D' }]);
    await button('Change…').waitFor();
    await button('Turn off').click();
    await button('Choose keys…').waitFor();
    expect(await sets()).toEqual([{ accelerator: 'Control+Shift+D' }, { accelerator: null }]);
  });

  test('says which keys cannot be used, and leaves them be with Escape or Tab', async () => {
    await openShortcut();
    await button('Choose keys…').click();
    await win.page.keyboard.press('Control+KeyC');
    await win.page.getByText('Ctrl + C cannot be used: other programs need them.').waitFor();
    await win.page.keyboard.press('Escape');
    await button('Choose keys…').waitFor();
    await button('Choose keys…').click();
    await button('Press the keys…').waitFor();
    await win.page.keyboard.press('Tab');
    await button('Choose keys…').waitFor();
    expect(await sets()).toEqual([]);
  });

  test('says that another program has them', async () => {
    await openShortcut();
    await button('Choose keys…').click();
    await win.page.keyboard.press('Control+Alt+KeyT');
    await win.page.getByText('Another program has that shortcut').waitFor();
    await button('Choose keys…').waitFor();
  });

  test('shows the command to bind where the desktop keeps its keys', async () => {
    await openShortcut();
    await win.page.evaluate(() => {
      window.fake.world.shortcut = {
        accelerator: undefined,
        standing: 'unsupported',
        session: 'wayland',
        reads: ['clipboard'],
      };
      window.fake.touch();
    });
    await win.page.getByText('sidetone call --clipboard').waitFor();
    expect(await button('Choose keys…').count()).toBe(0);
  });

  test('can be asked for again when it cannot be shown', async () => {
    await open('demo');
    await win.page.evaluate(() => {
      window.fake.world.fails['shortcut.get'] = {
        kind: 'internal',
        code: 'internal',
        message: 'internal',
        retry: 'user',
      };
    });
    await button('Settings').click();
    await win.page.getByText('The keys cannot be shown').waitFor();
    await win.page.evaluate(() => {
      delete window.fake.world.fails['shortcut.get'];
    });
    // Whatever else of the settings cannot be read is a story of its own.
    await win.page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await button('Choose keys…').waitFor();
  });
});
