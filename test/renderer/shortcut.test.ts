import { describe, expect, test } from 'vitest';
import { keyCaps, toPressed } from '../../renderer/features/settings/shortcut-keys.ts';
import { useWindow } from './harness/window.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const ctrlShift = { ...plain, ctrlKey: true, shiftKey: true };

describe('keys that are pressed to be chosen', () => {
  test.each([
    [{ ...ctrlShift, key: 'D', code: 'KeyD' }, 'x11', 'Control+Shift+D'],
    [{ ...ctrlShift, key: '!', code: 'Digit1' }, 'x11', 'Control+Shift+1'],
    [{ ...ctrlShift, key: 'В', code: 'KeyD' }, 'x11', 'Control+Shift+D'],
    [{ ...ctrlShift, key: 'ArrowUp', code: 'ArrowUp' }, 'x11', 'Control+Shift+Up'],
    [
      { ...plain, altKey: true, key: ' ', code: 'Space', ctrlKey: true },
      'x11',
      'Control+Alt+Space',
    ],
    [{ ...plain, altKey: true, key: '∂', code: 'KeyD' }, 'mac', 'Alt+D'],
    [{ ...plain, metaKey: true, key: 'd', code: 'KeyD' }, 'mac', 'Command+D'],
    [{ ...plain, metaKey: true, key: 'd', code: 'KeyD' }, 'windows', 'Super+D'],
    [{ ...plain, altKey: true, key: 'F9', code: 'F9' }, 'windows', 'Alt+F9'],
  ] as const)('%j on %s', (event, session, accelerator) => {
    expect(toPressed(event, session)).toEqual({ kind: 'accelerator', accelerator });
  });

  test.each([
    [
      { ...ctrlShift, key: 'Shift', code: 'ShiftLeft' },
      { kind: 'modifiers', keys: 'Control+Shift' },
    ],
    [
      { ...plain, key: 'd', code: 'KeyD' },
      { kind: 'unusable', keys: 'D' },
    ],
    [
      { ...plain, ctrlKey: true, key: 'c', code: 'KeyC' },
      { kind: 'unusable', keys: 'Control+C' },
    ],
    [
      { ...plain, ctrlKey: true, key: 'Enter', code: 'Enter' },
      { kind: 'unusable', keys: 'Control+Enter' },
    ],
  ] as const)('%j', (event, pressed) => {
    expect(toPressed(event, 'x11')).toEqual(pressed);
  });

  test.each([
    ['CommandOrControl+Shift+D', 'x11', ['Ctrl', 'Shift', 'D']],
    ['Command+Alt+D', 'mac', ['⌘', '⌥', 'D']],
    ['Super+PageUp', 'windows', ['Win', 'Page Up']],
    ['', 'x11', []],
  ] as const)('%s is written on the keys of %s as %j', (keys, session, caps) => {
    expect(keyCaps(keys, session)).toEqual(caps);
  });
});

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
    await button('Switch off').click();
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
    await button('Try again').click();
    await button('Choose keys…').waitFor();
  });
});
