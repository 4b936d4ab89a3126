import type * as Electron from 'electron';
import type * as Main from 'electron/main';
import { nameAbsentMembers } from '../runtime/absent.ts';
import { fromAlias } from '../chromium/url-alias.ts';
import { createControl } from '../runtime/create-control.ts';
import { createEvent } from '../runtime/emitter.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { StandInControl } from '../control.ts';
import { App } from './app.ts';
import { bindClass } from './bind-class.ts';
import { BrowserWindow } from './browser-window.ts';
import { createClipboard } from './clipboard.ts';
import { Desktop } from './desktop.ts';
import { createDialog } from './dialog.ts';
import { createGlobalShortcut } from './global-shortcut.ts';
import { IpcMain } from './ipc-main.ts';
import { Menu, MenuItem, menuStatics, type MenuParts } from './menu.ts';
import { createCrashReporter, createPowerSaveBlocker, SystemPreferences } from './minor.ts';
import { createNativeImage, imageFromPng } from './native-image.ts';
import { NativeTheme } from './native-theme.ts';
import { createNet } from './net.ts';
import { Notification } from './notification.ts';
import { PowerMonitor } from './power-monitor.ts';
import { SafeStorage } from './safe-storage.ts';
import { Screen } from './screen.ts';
import { Sessions } from './session.ts';
import type { Shared } from './shared.ts';
import { createShell } from './shell.ts';
import { Tray } from './tray.ts';
import type { WebContents } from './web-contents.ts';

/** Members of `electron` in a main process that the stand-in does not offer. */
const absent = [
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'ClipboardItem',
  'contentTracing',
  'desktopCapturer',
  'ImageView',
  'inAppPurchase',
  'IpcMainServiceWorker',
  'MessageChannelMain',
  'netLog',
  'pushNotifications',
  'ShareMenu',
  'TouchBar',
  'utilityProcess',
  'View',
  'WebContentsView',
  'webFrameMain',
  'WebSocket',
] as const satisfies readonly (keyof typeof Main)[];

type Absent = (typeof absent)[number];
type Offered = Record<
  Exclude<keyof typeof Main, Absent> | 'crashReporter' | 'nativeImage' | 'shell',
  object
>;

/** The stand-in of one process: what `require('electron')` gives, and how tests steer it. */
export type StandIn = {
  readonly electron: object;
  /** Every name an ES module may import, the absent ones included. */
  readonly exportNames: readonly string[];
  readonly absentNames: readonly string[];
  readonly app: App;
  readonly control: StandInControl;
};

/** Builds Electron's API over one runtime; `exit` ends the process. */
export function createElectron(
  runtime: Runtime,
  switches: Map<string, string>,
  exit: (code: number) => void,
): StandIn {
  const desktop = new Desktop();
  const windows = new Set<BrowserWindow>();
  const contents = new Set<WebContents>();
  const app: App = new App({ runtime, switches, windows, exit, desktop });
  const theme = new NativeTheme(() => contents.forEach((page) => page.applyMedia()));
  const sessions = new Sessions(runtime, (session) => app.emit('session-created', session));
  const shell = createShell(runtime, desktop);
  const screen = new Screen();
  const shared: Shared = {
    runtime,
    ipcMain: new IpcMain(),
    sessions,
    windows,
    contents,
    emitApp: (event, ...args) => app.emit(event, ...args),
    mediaFeatures: () => theme.mediaFeatures(),
    onAllWindowsClosed: () => app.onAllWindowsClosed(),
    screen,
    imageFromPng,
    openExternal: (url) => void shell.openExternal(url),
  };
  runtime.browser.then(
    (browser) => browser.watchDownloads((url, name) => onDownload(sessions, url, name)),
    // Without Chromium the process ends, and says why.
    () => undefined,
  );
  const power = new PowerMonitor();
  const modules = createModules(shared, { app, desktop, theme, power, screen, shell, switches });
  return {
    electron: nameAbsentMembers(modules, 'electron'),
    exportNames: Object.keys(modules),
    absentNames: absent,
    app,
    control: createControl({ desktop, theme, power, windows, openUrl: (url) => app.openUrl(url) }),
  };
}

/** Downloads are refused, whatever the app would have done with them. */
function onDownload({ defaultSession }: Sessions, url: string, fileName: string): void {
  const item = {
    getURL: () => fromAlias(url),
    getFilename: () => fileName,
    cancel: () => undefined,
  };
  const guarded = nameAbsentMembers(item, 'DownloadItem');
  defaultSession.emit('will-download', createEvent(), guarded);
}

type Parts = {
  readonly app: App;
  readonly desktop: Desktop;
  readonly theme: NativeTheme;
  readonly power: PowerMonitor;
  readonly screen: Screen;
  readonly shell: ReturnType<typeof createShell>;
  readonly switches: ReadonlyMap<string, string>;
};

function createModules(shared: Shared, parts: Parts): Offered {
  const { app, desktop, power, screen, shell, switches, theme } = parts;
  const { runtime, sessions } = shared;
  const { defaultSession } = sessions;
  const menus: MenuParts = {
    desktop,
    roles: {
      appName: runtime.appName,
      quit: () => app.quit(),
      focusedWindow: () =>
        (focusedWindow(shared) ?? null) as unknown as Electron.BrowserWindow | null,
    },
  };
  const safeStorage = new SafeStorage({
    isReady: runtime.isReady,
    appName: () => app.getName(),
    passwordStore: () => switches.get('password-store') ?? '',
  });
  return {
    app,
    BrowserWindow: bindClass(BrowserWindow, 'BrowserWindow', shared, windowStatics(shared)),
    clipboard: createClipboard(desktop),
    crashReporter: createCrashReporter(),
    dialog: createDialog(desktop),
    globalShortcut: createGlobalShortcut(desktop, runtime.isReady),
    ipcMain: shared.ipcMain,
    Menu: bindClass(Menu, 'Menu', menus, menuStatics(menus)),
    MenuItem: bindClass(MenuItem, 'MenuItem', menus, {}),
    nativeImage: createNativeImage(),
    nativeTheme: theme,
    net: createNet(desktop, defaultSession),
    Notification: bindClass(Notification, 'Notification', desktop, { isSupported: () => true }),
    powerMonitor: power,
    powerSaveBlocker: createPowerSaveBlocker(),
    protocol: defaultSession.protocol,
    safeStorage,
    screen,
    session: sessions.toModule(),
    shell,
    systemPreferences: new SystemPreferences(theme),
    Tray: bindClass(Tray, 'Tray', desktop, {}),
    webContents: contentsModule(shared),
  };
}

function focusedWindow({ windows }: Shared): BrowserWindow | undefined {
  return [...windows].find((window) => window.isFocused());
}

function windowStatics(shared: Shared): object {
  const find = (test: (window: BrowserWindow) => boolean): BrowserWindow | null =>
    [...shared.windows].find(test) ?? null;
  return {
    getAllWindows: () => [...shared.windows],
    fromId: (id: number) => find((window) => window.id === id),
    fromWebContents: (contents: unknown) => find((window) => window.contents === contents),
    getFocusedWindow: () => focusedWindow(shared) ?? null,
  };
}

function contentsModule(shared: Shared): object {
  const find = (test: (contents: WebContents) => boolean): WebContents | undefined =>
    [...shared.contents].find(test);
  return nameAbsentMembers(
    {
      getAllWebContents: () => [...shared.contents],
      fromId: (id: number) => find((contents) => contents.id === id),
      fromDevToolsTargetId: (targetId: string) =>
        find((contents) => contents.targetId === targetId),
      getFocusedWebContents: () => find((contents) => contents.isFocused()) ?? null,
    },
    'webContents',
  );
}
