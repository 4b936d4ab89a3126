import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { launchFixture, type Fixture } from './support/fixture.ts';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await launchFixture();
  const isFocused = (): Promise<boolean | undefined> =>
    fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.fromId(1)?.isFocused());
  await vi.waitFor(async () => expect(await isFocused()).toBe(true));
});

beforeEach(async () => {
  await fixture.happened();
});

afterAll(async () => {
  await fixture.close();
});

test("Playwright's page and the app's window belong together", async () => {
  const window = await fixture.app.browserWindow(fixture.page);
  expect(await window.evaluate((it) => it.id)).toBe(1);
  expect(await fixture.page.evaluate('[innerWidth, innerHeight]')).toEqual([900, 640]);
  const png = await fixture.page.screenshot();
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([900, 640]);
});

test('electron is one object, however it is asked for', async () => {
  expect(await fixture.app.evaluate(() => globalThis.sameModule)).toBe(true);
  const same = await fixture.app.evaluate(
    ({ app, BrowserWindow }) =>
      app.getName() === 'Fixture' && BrowserWindow.getAllWindows()[0] instanceof BrowserWindow,
  );
  expect(same).toBe(true);
});

test('process and app look as in Electron', async () => {
  const seen = await fixture.app.evaluate(({ app }) => ({
    argv: process.argv.slice(1).map((arg) => arg.replace(/=.*/, '')),
    type: (process as unknown as { type: string }).type,
    electron: process.versions['electron'],
    version: app.getVersion(),
    packaged: app.isPackaged,
    userData: app.getPath('userData'),
    logs: app.getPath('logs'),
  }));
  expect(seen).toMatchObject({
    type: 'browser',
    version: '1.2.3',
    packaged: false,
    userData: fixture.userData,
    logs: `${fixture.userData}/logs`,
  });
  expect(seen.electron).toMatch(/^\d+\.\d+\.\d+/);
  expect(seen.argv.at(-1)).toMatch(/fixture-app$/);
  expect(seen.argv).not.toContain('-r');
});

test('a window is hidden, shown, minimised and restored, and says so', async () => {
  const states = await fixture.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0] as Electron.BrowserWindow;
    const state = (): boolean[] => [window.isVisible(), window.isFocused(), window.isMinimized()];
    const seen = [state()];
    for (const act of ['hide', 'show', 'minimize', 'restore'] as const) {
      window[act]();
      seen.push(state());
    }
    return seen;
  });
  expect(states).toEqual([
    [true, true, false],
    [false, false, false],
    [true, true, false],
    [true, false, true],
    [true, true, false],
  ]);
  expect(await fixture.happened()).toEqual([
    'blur',
    'hide',
    'show',
    'focus',
    'minimize',
    'blur',
    'restore',
    'focus',
  ]);
});

test('bounds are kept within the smallest size, and reach the page', async () => {
  const bounds = await fixture.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0] as Electron.BrowserWindow;
    window.setMinimumSize(500, 400);
    window.setBounds({ x: 10, y: 20, width: 100, height: 700 });
    return window.getBounds();
  });
  expect(bounds).toEqual({ x: 10, y: 20, width: 500, height: 700 });
  await expect.poll(() => fixture.page.evaluate('[innerWidth, innerHeight]')).toEqual([500, 700]);
});

test('a refused close leaves the window and its page as they are', async () => {
  await fixture.page.evaluate('globalThis.kept = 1');
  const destroyed = await fixture.app.evaluate(({ BrowserWindow }) => {
    globalThis.keepOpen = true;
    const window = BrowserWindow.getAllWindows()[0] as Electron.BrowserWindow;
    window.close();
    globalThis.keepOpen = false;
    const seen = [window.isDestroyed(), window.isVisible()];
    window.show();
    return seen;
  });
  expect(destroyed).toEqual([false, false]);
  expect(await fixture.page.evaluate('kept')).toBe(1);
});

test('a closed window is gone, and using it says so', async () => {
  const opened = fixture.app.waitForEvent('window');
  await fixture.app.evaluate(() => globalThis.createWindow().loadURL('app://fixture/other.html'));
  const page = await opened;
  const closed = page.waitForEvent('close');
  const refused = await fixture.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.fromId(2) as Electron.BrowserWindow;
    window.close();
    try {
      window.setBounds({ x: 0 });
      return 'not refused';
    } catch (error) {
      return `${String(error)} ${BrowserWindow.getAllWindows().length}`;
    }
  });
  expect(refused).toBe('TypeError: Object has been destroyed 1');
  await closed;
  expect(await fixture.happened()).toContain('closed');
});

test('Playwright can close a page', async () => {
  const opened = fixture.app.waitForEvent('window');
  await fixture.app.evaluate(() => globalThis.createWindow().loadURL('app://fixture/other.html'));
  await (await opened).close();
  await expect
    .poll(() => fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(1);
});

test('a crashed page is told of, and a reload brings it back', async () => {
  const opened = fixture.app.waitForEvent('window');
  await fixture.app.evaluate(() => globalThis.createWindow().loadURL('app://fixture/other.html'));
  const page = await opened;
  const id = await (await fixture.app.browserWindow(page)).evaluate((window) => window.id);
  await fixture.happened();
  await fixture.app.evaluate((_electron, at) => globalThis.standIn?.crashRenderer(at), id);
  await expect.poll(() => fixture.soFar()).toContainEqual({ gone: 'crashed' });
  await fixture.happened();
  const back = await fixture.app.evaluate(async ({ BrowserWindow }, at) => {
    const window = BrowserWindow.fromId(at) as Electron.BrowserWindow;
    const loaded = new Promise((resolve) => {
      window.webContents.once('did-finish-load', () => resolve(undefined));
    });
    const crashed = window.webContents.isCrashed();
    window.webContents.reload();
    await loaded;
    const title: unknown = await window.webContents.executeJavaScript('document.title');
    window.destroy();
    return [crashed, title];
  }, id);
  expect(back).toEqual([true, 'Other page']);
});

test('a small window that was made hidden has a live page, and is shown without the focus', async () => {
  const opened = fixture.app.waitForEvent('window');
  await fixture.app.evaluate(({ BrowserWindow }) => {
    const small = new BrowserWindow({ show: false, frame: false, skipTaskbar: true, width: 380 });
    small.setAlwaysOnTop(true, 'floating');
    small.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
    return small.loadURL('app://fixture/other.html');
  });
  const page = await opened;
  const state = await fixture.app.evaluate(({ BrowserWindow }) => {
    const small = BrowserWindow.getAllWindows().at(-1) as Electron.BrowserWindow;
    const seen = (): boolean[] => [small.isVisible(), small.isFocused()];
    const before = seen();
    small.setBounds({ x: 1500, y: 16, width: 380, height: 412 });
    small.showInactive();
    const shown = [...seen(), small.isAlwaysOnTop(), small.isVisibleOnAllWorkspaces()];
    return { before, shown };
  });
  expect(state).toEqual({ before: [false, false], shown: [true, false, true, true] });
  await expect.poll(() => page.evaluate('[innerWidth, innerHeight]')).toEqual([380, 412]);
  await fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().at(-1)?.hide());
  // Out of sight it goes on: a card is drawn before it is shown.
  const drawn = `new Promise((resolve) => requestAnimationFrame(() => resolve('drawn')))`;
  expect(await page.evaluate(drawn)).toBe('drawn');
  const closed = page.waitForEvent('close');
  await fixture.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().at(-1)?.destroy(),
  );
  await closed;
});

test.each([
  { contextIsolation: false },
  { sandbox: false },
  { nodeIntegration: true },
  { webviewTag: true },
])('a window with %o is not made', async (webPreferences) => {
  const refused = await fixture.app.evaluate(({ BrowserWindow }, preferences) => {
    try {
      return typeof new BrowserWindow({ webPreferences: preferences });
    } catch (error) {
      return String(error);
    }
  }, webPreferences);
  expect(refused).toContain('does not offer windows with');
});
