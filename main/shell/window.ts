import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { AppEvent } from '../../shared/contract/index.ts';
import { eventChannel } from '../../shared/contract/bridge.ts';
import type { Log } from '../core/ports.ts';
import { appAddress } from './app-url.ts';
import { bundle } from './bundle.ts';
import appIcon from './icons/app.png?asset';
import type { ShellMemory } from './shell-state.ts';
import { isReachable, smallest, usual, type Bounds } from './window-state.ts';

/** The one window of the app; it may be hidden, and it may be gone. */
export type MainWindow = {
  /** Brings it to the front, opening it anew when it is gone. */
  show(): void;
  /** Takes it out of sight at once; the app is about to end. */
  hide(): void;
  /** Delivers an event; a window that is still loading gets it when it has loaded, none never. */
  send(event: AppEvent): void;
  /** Whether messages from these WebContents are from us. */
  isOurs(contentsId: number): boolean;
};

export type WindowTools = {
  readonly memory: ShellMemory;
  readonly log: Log;
  readonly devTools: boolean;
  /** Asked when the window is about to close. */
  readonly whenClosed: () => Closing;
};

/** What becomes of a window that is closed: only a quitting app lets it go. */
export type Closing = 'hide' | 'minimize' | 'close';

/** The colour of an empty window, so that none flashes white in the dark: the page's own. */
const background = { light: '#f3f3f6', dark: '#131317' } as const;

/** How often a page that crashed is loaded again before it is left alone. */
const mostReloads = 3;

/** Opens the window on `show()` and keeps it. */
export function createMainWindow(tools: WindowTools): MainWindow {
  let window: BrowserWindow | undefined;
  const waiting: AppEvent[] = [];
  const openAnew = (): BrowserWindow => {
    const opened = open(tools, () => {
      window = undefined;
      waiting.length = 0;
    });
    const contents = opened.webContents;
    // The moment at which `isLoading` turns false, so that nothing falls between the two.
    contents.on('did-stop-loading', () => {
      for (const event of waiting.splice(0)) contents.send(eventChannel, event);
    });
    return opened;
  };
  return {
    show() {
      if (window === undefined) {
        // It shows itself once there is something to see.
        window = openAnew();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    hide() {
      if (window === undefined) return;
      remember(window, tools.memory);
      window.hide();
    },
    send(event) {
      const contents = window?.webContents;
      if (contents === undefined || contents.isDestroyed()) return;
      if (contents.isLoading()) waiting.push(event);
      else contents.send(eventChannel, event);
    },
    isOurs: (contentsId) =>
      window !== undefined && !window.isDestroyed() && window.webContents.id === contentsId,
  };
}

function open(tools: WindowTools, forget: () => void): BrowserWindow {
  const { memory } = tools;
  const { maximized } = memory.get();
  const window = new BrowserWindow({
    ...placeFor(memory.get().bounds),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Sidetone',
    icon: appIcon,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: bundle.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: tools.devTools,
    },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', (event) => {
    remember(window, memory);
    const closing = tools.whenClosed();
    if (closing === 'close') return;
    event.preventDefault();
    if (closing === 'hide') window.hide();
    else window.minimize();
  });
  window.on('closed', forget);
  reloadAfterCrash(window, tools.log);
  load(window, tools.log);
  return window;
}

function load(window: BrowserWindow, log: Log): void {
  window.loadURL(appAddress).catch((error: unknown) => {
    log.error('the window did not load', error);
  });
}

function reloadAfterCrash(window: BrowserWindow, log: Log): void {
  let reloads = 0;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.warn('the page is gone', { reason, exitCode });
    if (reloads >= mostReloads || window.isDestroyed()) return;
    reloads += 1;
    load(window, log);
  });
}

function placeFor(bounds: Bounds | undefined): Bounds | { width: number; height: number } {
  if (bounds === undefined) return usual;
  return isReachable(bounds, screen.getDisplayMatching(bounds).workArea) ? bounds : usual;
}

/** Notes where the window is. One out of sight is left as it was noted: it no longer knows. */
function remember(window: BrowserWindow, memory: ShellMemory): void {
  if (!window.isVisible() || window.isMinimized()) return;
  memory.set({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
}
