import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StandInControl } from '../control.ts';
import { launchFixture, type Fixture } from './support/fixture.ts';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await launchFixture();
});

beforeEach(async () => {
  await fixture.happened();
});

afterAll(async () => {
  await fixture.close();
});

/** Runs one of the control's verbs in main. */
function control<K extends keyof StandInControl>(
  verb: K,
  ...args: Parameters<StandInControl[K]>
): Promise<ReturnType<StandInControl[K]>> {
  return fixture.app.evaluate(
    (_electron, [name, values]) =>
      (globalThis.standIn as unknown as Record<string, (...all: unknown[]) => never>)[
        name as string
      ]?.(...(values as unknown[])),
    [verb, args] as const,
  ) as Promise<ReturnType<StandInControl[K]>>;
}

test('a tray icon is seen and pressed, and its menu too', async () => {
  await fixture.app.evaluate(({ Menu, Tray, nativeImage }) => {
    const tray = new Tray(nativeImage.createEmpty());
    tray.setToolTip('Fixture');
    tray.on('click', () => globalThis.happened.push('tray'));
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Show', click: () => globalThis.happened.push('show item') },
        { label: 'Off', enabled: false, click: () => globalThis.happened.push('off item') },
        { type: 'separator' },
        {
          label: 'More',
          submenu: [
            {
              label: 'Quiet',
              type: 'checkbox',
              id: 'quiet',
              click: (item) => globalThis.happened.push(item.checked),
            },
            { label: 'A', type: 'radio', checked: true },
            { label: 'B', type: 'radio' },
          ],
        },
      ]),
    );
    // Kept as an app keeps it; a tray that is forgotten is collected.
    Object.assign(globalThis, { tray });
  });
  await control('clickTray');
  await control('pressTrayItem', 'Show');
  await control('pressTrayItem', ['More', 'Quiet']);
  await control('pressTrayItem', '#quiet');
  await control('pressTrayItem', 'B');
  expect(await fixture.happened()).toEqual(['tray', 'show item', true, false]);
  await expect(control('pressTrayItem', 'Off')).rejects.toThrow("The menu item 'Off' is off");
  await expect(control('pressTrayItem', 'None')).rejects.toThrow("There is no menu item 'None'");

  const [tray] = await control('trays');
  expect(tray).toMatchObject({ toolTip: 'Fixture', image: { width: 0, height: 0 } });
  expect(tray?.items[3]?.items.map(({ checked }) => checked)).toEqual([false, false, true]);
  await fixture.app.evaluate(() =>
    (globalThis as unknown as { tray: Electron.Tray }).tray.destroy(),
  );
  expect(await control('trays')).toEqual([]);
});

test('the application menu is pressed, its roles included', async () => {
  await fixture.app.evaluate(({ Menu }) =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate([
        {
          label: '&File',
          submenu: [
            {
              label: 'Call',
              accelerator: 'CmdOrCtrl+K',
              click: () => globalThis.happened.push('call'),
            },
            { role: 'minimize' },
          ],
        },
      ]),
    ),
  );
  await control('pressMenuItem', ['File', 'Call']);
  await control('pressMenuItem', 'Minimize');
  expect(await fixture.happened()).toEqual(['call', 'minimize', 'blur']);
  expect((await control('applicationMenu'))[0]?.items[0]?.accelerator).toBe('CmdOrCtrl+K');
  await fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.restore());
});

test('a notification is clicked, answered and closed', async () => {
  await fixture.app.evaluate(({ Notification }) => {
    const { happened } = globalThis;
    const message = new Notification({
      id: 'm1',
      title: 'Ada',
      body: 'Hello',
      hasReply: true,
      actions: [{ type: 'button', text: 'Call back' }],
    });
    message.on('show', () => happened.push('shown'));
    message.on('click', () => happened.push('clicked'));
    message.on('reply', (_event, reply) => happened.push(reply));
    message.on('action', (_event, index) => happened.push(index));
    message.on('close', (event) => happened.push(event.reason));
    message.show();
  });
  expect(await control('notifications')).toMatchObject([
    { id: 'm1', title: 'Ada', body: 'Hello', actions: ['Call back'] },
  ]);
  await control('replyToNotification', 'On my way');
  await control('pressNotificationAction', 0);
  await control('clickNotification', 'm1');
  await expect
    .poll(() => fixture.soFar())
    .toEqual(['shown', 'On my way', 0, 'clicked', 'applicationHidden']);
  await fixture.happened();
  expect(await control('notifications')).toEqual([]);
  await expect(control('clickNotification')).rejects.toThrow('No such notification');
});

test('dialogs are cancelled unless a test has an answer', async () => {
  const ask = (): Promise<unknown> =>
    fixture.app.evaluate(async ({ dialog }) => [
      await dialog.showMessageBox({ message: 'Sure?', buttons: ['Erase', 'Cancel'] }),
      await dialog.showOpenDialog({ title: 'Open' }),
      await dialog.showSaveDialog({}),
    ]);
  expect(await ask()).toEqual([
    { response: 1, checkboxChecked: false },
    { canceled: true, filePaths: [] },
    { canceled: true, filePath: '' },
  ]);
  await control('answerDialog', { kind: 'message', response: 0 });
  await control('answerDialog', { kind: 'open', filePaths: ['/tmp/a'] });
  await control('answerDialog', { kind: 'save', filePath: '/tmp/b' });
  expect(await ask()).toEqual([
    { response: 0, checkboxChecked: false },
    { canceled: false, filePaths: ['/tmp/a'] },
    { canceled: false, filePath: '/tmp/b' },
  ]);
  expect((await control('dialogs'))[1]).toEqual({ kind: 'open', options: { title: 'Open' } });
});

test('what is opened elsewhere is remembered and goes nowhere', async () => {
  await fixture.app.evaluate(({ shell }) => shell.openExternal('tel:+12025550123'));
  expect(await control('openedExternal')).toEqual(['tel:+12025550123']);
  const refused = await fixture.app.evaluate(({ shell }) =>
    shell.openExternal('not an address').catch((error: Error) => error.name),
  );
  expect(refused).toBe('TypeError');
});

test('a desktop without a browser opens nothing', async () => {
  const open = () =>
    fixture.app.evaluate(({ shell }) =>
      shell.openExternal('https://example.com/sign-in').catch((error: Error) => error.message),
    );
  await fixture.app.evaluate(() => globalThis.standIn?.refuseExternal(true));
  expect(await open()).toBe('Failed to open URL');
  expect(await control('openedExternal')).not.toContain('https://example.com/sign-in');
  await fixture.app.evaluate(() => globalThis.standIn?.refuseExternal(false));
  expect(await open()).toBeUndefined();
  expect(await control('openedExternal')).toContain('https://example.com/sign-in');
});

test('the computer sleeps, wakes, locks and unlocks', async () => {
  await fixture.app.evaluate(({ powerMonitor }) => {
    powerMonitor.on('suspend', () => globalThis.happened.push('suspend'));
    powerMonitor.on('resume', () => globalThis.happened.push('resume'));
    powerMonitor.on('lock-screen', () => globalThis.happened.push('lock'));
    powerMonitor.on('unlock-screen', () => globalThis.happened.push('unlock'));
  });
  await control('suspend');
  await control('resume');
  await control('lockScreen');
  expect(
    await fixture.app.evaluate(({ powerMonitor }) => powerMonitor.getSystemIdleState(60)),
  ).toBe('locked');
  await control('unlockScreen');
  await control('setIdleTime', 90);
  expect(
    await fixture.app.evaluate(({ powerMonitor }) => powerMonitor.getSystemIdleState(60)),
  ).toBe('idle');
  expect(await fixture.happened()).toEqual(['suspend', 'resume', 'lock', 'unlock']);
});

test("pages and the app follow the desktop's theme, and the app's own choice", async () => {
  const color = (): Promise<unknown> =>
    fixture.page.evaluate('getComputedStyle(document.querySelector("h1")).color');
  const matches = (query: string): Promise<unknown> =>
    fixture.page.evaluate(`matchMedia('(${query})').matches`);
  await fixture.app.evaluate(({ nativeTheme }) =>
    nativeTheme.on('updated', () => globalThis.happened.push(nativeTheme.shouldUseDarkColors)),
  );
  expect(await color()).toBe('rgb(1, 2, 3)');
  await control('setOsTheme', { dark: true, reducedMotion: true, forcedColors: true });
  await expect.poll(color).not.toBe('rgb(1, 2, 3)');
  expect(await matches('prefers-color-scheme: dark')).toBe(true);
  expect(await matches('prefers-reduced-motion: reduce')).toBe(true);
  expect(await matches('forced-colors: active')).toBe(true);
  await control('setOsTheme', { forcedColors: false, reducedMotion: false });
  await fixture.app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light';
  });
  await expect.poll(color).toBe('rgb(1, 2, 3)');
  expect(await fixture.happened()).toEqual([true, true, false]);
  await fixture.page.reload();
  expect(await matches('prefers-color-scheme: dark')).toBe(false);
});

test('shortcuts, clipboard, the network and addresses from outside are in the hands of a test', async () => {
  await fixture.app.evaluate(({ globalShortcut }) =>
    globalShortcut.register('CmdOrCtrl+Shift+D', () => globalThis.happened.push('shortcut')),
  );
  await control('pressShortcut', 'Shift+Ctrl+D');
  await expect(control('pressShortcut', 'F5')).rejects.toThrow('Nothing listens to F5');
  await fixture.app.evaluate(({ clipboard }) => clipboard.writeText('copied'));
  expect(await control('clipboardText')).toBe('copied');
  await control('selectText', 'marked');
  const selected = await fixture.app.evaluate(({ clipboard }) => clipboard.selection.readText());
  expect(selected).toBe('marked');
  await control('setOnline', false);
  expect(await fixture.app.evaluate(({ net }) => net.isOnline())).toBe(false);
  await control('openUrl', 'tel:+12025550123');
  expect(await fixture.happened()).toEqual(['shortcut', { url: 'tel:+12025550123' }]);
});

test('images tell their size', async () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAADklEQVQI12P4z8DwHwUDAF0EBfoVCNVjAAAAAElFTkSuQmCC';
  const seen = await fixture.app.evaluate(({ nativeImage }, data) => {
    const image = nativeImage.createFromDataURL(`data:image/png;base64,${data}`);
    const missing = nativeImage.createFromPath('/nowhere.png');
    return [image.getSize(), image.resize({ width: 4 }).getSize(), missing.isEmpty()];
  }, png);
  expect(seen).toEqual([{ width: 2, height: 3 }, { width: 4, height: 6 }, true]);
});
