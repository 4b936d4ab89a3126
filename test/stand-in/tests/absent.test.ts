import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchFixture, type Fixture } from './support/fixture.ts';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await launchFixture();
});

afterAll(async () => {
  await fixture.close();
});

/** Evaluates in main with `electron` and the first window as `window`; gives the error's words. */
const inMain = (code: string): Promise<string> =>
  fixture.app.evaluate((electron, text) => {
    const window = electron.BrowserWindow.getAllWindows()[0];
    const { compileFunction } = process.getBuiltinModule('node:vm');
    try {
      const run = compileFunction(`return ${text}`, ['electron', 'window']) as (
        ...given: unknown[]
      ) => unknown;
      return String(run(electron, window));
    } catch (error) {
      return (error as Error).message;
    }
  }, code);

test.each([
  ['electron.desktopCapturer', 'electron.desktopCapturer'],
  ['electron.app.moveToApplicationsFolder()', 'app.moveToApplicationsFolder'],
  ['electron.session.fromPath("/x")', 'session.fromPath'],
  ['electron.session.defaultSession.cookies', 'session.cookies'],
  ['electron.protocol.registerFileProtocol("x", () => 0)', 'protocol.registerFileProtocol'],
  ['electron.BrowserWindow.fromBrowserView()', 'BrowserWindow.fromBrowserView'],
  ['window.setVibrancy("menu")', 'BrowserWindow.setVibrancy'],
  ['window.webContents.debugger', 'webContents.debugger'],
  ['window.webContents.mainFrame.postMessage("x")', 'WebFrameMain.postMessage'],
  ['new electron.Tray("/x.png").displayBalloon({})', 'Tray.displayBalloon'],
  ['electron.Menu.setHighlightColors(null)', 'Menu.setHighlightColors'],
  ['new electron.Notification({}).toastXml', 'Notification.toastXml'],
  ['electron.nativeImage.createEmpty().toBitmap()', 'NativeImage.toBitmap'],
  ['electron.shell.readShortcutLink("/x")', 'shell.readShortcutLink'],
  ['electron.safeStorage.nothing', 'safeStorage.nothing'],
])('%s says that it is not offered', async (code, name) => {
  expect(await inMain(code)).toBe(`Sidetone's stand-in runtime does not offer ${name}`);
});

test('a name imported from an ES module says so when it is used', async () => {
  const refused = await fixture.app.evaluate(() => {
    try {
      return String(globalThis.useAbsentImport());
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(refused).toBe("Sidetone's stand-in runtime does not offer electron.desktopCapturer");
});

test('a preload is told the same', async () => {
  const code = `(() => { try { fixture.useAbsent(); } catch (e) { return e.message; } })()`;
  expect(await fixture.page.evaluate(code)).toBe(
    "Sidetone's stand-in runtime does not offer ipcRenderer.postMessage",
  );
});

test('what promises, inspectors and loaders ask for is no error', async () => {
  expect(await inMain('electron.then')).toBe('undefined');
  expect(await inMain('electron.app.toJSON')).toBe('undefined');
  expect(await inMain('require("node:util").inspect(window).length > 0')).toBe(
    'require is not defined',
  );
  expect(await inMain('Object.prototype.toString.call(window)')).toBe('[object Object]');
});
