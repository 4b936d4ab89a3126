import { screen, type BrowserWindow, type NativeImage } from 'electron';
import type { AppEvent } from '../../shared/contract/index.ts';
import type { Route, WindowRole } from '../../shared/model/app.ts';
import type { Clock, Log } from '../core/ports.ts';
import { appAddress } from './app-url.ts';
import { openPageWindow, type PageWindow } from './page-window.ts';
import type { ShellMemory } from './shell-state.ts';
import { placeOn, smallest, usual, type Bounds } from './window-state.ts';

/** A small picture over the icon in the task bar, and what readers say of it. */
export type Overlay = { readonly image: NativeImage; readonly description: string };

/** What the page shows, as it says itself. */
export type Place = {
  readonly to: Route;
  /** Something is written there that is nowhere else: the page is not to be let go. */
  readonly isBusy: boolean;
};

/** The window of the app; it may be hidden, and it may be gone. */
export type MainWindow = {
  /** Brings it to the front, opening it anew when it is gone. */
  show(): void;
  /** Takes it out of sight at once; the app is about to end. */
  hide(): void;
  /** Delivers an event; a window that is still loading gets it when it has loaded, none never. */
  send(event: AppEvent): void;
  /** Whether messages from these WebContents are from us. */
  isOurs(contentsId: number): boolean;
  /** Lays a small picture over its icon in the task bar (Windows). */
  setOverlay(overlay: Overlay | undefined): void;
  /** Where it comes back to when its page is opened anew. */
  notePlace(place: Place): void;
  /** Whether the user has it before them. */
  isInFront(): boolean;
  /** Does with it what an item of the menu bar with this role would, wherever it was asked for. */
  runRole(role: WindowRole): void;
};

export type WindowTools = {
  readonly memory: ShellMemory;
  readonly clock: Clock;
  readonly log: Log;
  readonly devTools: boolean;
  /** Asked when the window is about to close. */
  readonly whenClosed: () => Closing;
  readonly quit: () => void;
  /** Called when it is seen for the first time, also after it was opened anew. */
  readonly whenShown: () => void;
  /** Called when it is gone for good. */
  readonly whenGone: () => void;
};

/** What becomes of a window that is closed: only a quitting app lets it go. */
export type Closing = 'hide' | 'minimize' | 'close' | 'quit';

/** After so long out of sight it gives back the memory of its page, in milliseconds. */
const giveBackMs = 10 * 60_000;

/** Opens the window on `show()` and keeps it. */
export function createMainWindow(tools: WindowTools): MainWindow {
  const { clock, log, memory } = tools;
  let page: PageWindow | undefined;
  let place: Place | undefined;
  let overlay: Overlay | undefined;
  let cancelGiveBack = (): void => undefined;

  const send = (event: AppEvent): void => page?.send(event);
  const comeBack = (): void => {
    if (place !== undefined) send({ name: 'navigate', to: place.to });
  };

  /** Lets the page go while nobody looks; the next `show` brings it back to its place. */
  const giveBack = (): void => {
    if (page === undefined || page.window.isVisible()) return;
    if (place?.isBusy === true || page.window.webContents.isCurrentlyAudible()) return waitOut();
    log.info('the window gives back its memory');
    const { window } = page;
    page = undefined;
    window.destroy();
  };
  const waitOut = (): void => {
    cancelGiveBack();
    cancelGiveBack = clock.schedule(giveBackMs, giveBack);
  };

  const openAnew = (): PageWindow => {
    const opened = open(tools, comeBack);
    const { window } = opened;
    window.on('closed', () => {
      cancelGiveBack();
      // Let go by ourselves it is not gone: it only has no page.
      if (page !== opened) return;
      page = undefined;
      tools.whenGone();
    });
    window.on('hide', waitOut);
    window.on('show', () => cancelGiveBack());
    if (overlay !== undefined) window.setOverlayIcon(overlay.image, overlay.description);
    return opened;
  };

  const intoView = (): void => {
    if (page !== undefined) moveIntoView(page.window);
  };
  screen.on('display-removed', intoView);
  screen.on('display-metrics-changed', intoView);

  return {
    show() {
      if (page === undefined) {
        // It shows itself once there is something to see.
        page = openAnew();
        comeBack();
        return;
      }
      const { window } = page;
      if (window.isMinimized()) window.restore();
      window.show();
      intoView();
      window.focus();
    },
    hide() {
      if (page === undefined) return;
      remember(page.window, memory);
      page.window.hide();
    },
    send,
    isOurs: (contentsId) => page?.isOurs(contentsId) === true,
    setOverlay(next) {
      overlay = next;
      page?.window.setOverlayIcon(next?.image ?? null, next?.description ?? '');
    },
    notePlace: (next) => void (place = next),
    isInFront: () => page?.window.isVisible() === true && page.window.isFocused(),
    runRole(role) {
      if (role === 'quit') tools.quit();
      else if (page !== undefined) runRole(page.window, role);
    },
  };
}

/** How much larger or smaller everything gets at a time: the step of Electron's own roles. */
const zoomStep = 0.5;

/** As the system does it from the menu bar; only there Electron runs a role by its name. */
function runRole(window: BrowserWindow, role: Exclude<WindowRole, 'quit'>): void {
  const { webContents } = window;
  const zoomBy = (step: number): void =>
    webContents.setZoomLevel(webContents.getZoomLevel() + step);
  const deeds: Readonly<Record<typeof role, () => void>> = {
    zoomIn: () => zoomBy(zoomStep),
    zoomOut: () => zoomBy(-zoomStep),
    resetZoom: () => webContents.setZoomLevel(0),
    togglefullscreen: () => window.setFullScreen(!window.isFullScreen()),
    minimize: () => window.minimize(),
    close: () => window.close(),
  };
  deeds[role]();
}

function open(tools: WindowTools, onOpenedAgain: () => void): PageWindow {
  const { memory, clock, log, devTools } = tools;
  const { bounds, maximized } = memory.get();
  const page = openPageWindow(
    {
      ...(bounds === undefined ? usual : placeOn(workAreas(), bounds)),
      minWidth: smallest.width,
      minHeight: smallest.height,
    },
    { address: appAddress, clock, log, devTools, onOpenedAgain },
  );
  const { window } = page;
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
    tools.whenShown();
  });
  window.on('close', (event) => {
    remember(window, memory);
    const closing = tools.whenClosed();
    if (closing === 'close') return;
    event.preventDefault();
    if (closing === 'hide') window.hide();
    else if (closing === 'minimize') window.minimize();
    else tools.quit();
  });
  return page;
}

/** The displays of now, the main one first. */
function workAreas(): readonly Bounds[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}

/** A display was unplugged, or its scale has changed: what was on it comes to where it can be seen. */
function moveIntoView(window: BrowserWindow): void {
  if (!window.isVisible() || window.isMinimized()) return;
  if (window.isMaximized() || window.isFullScreen()) return;
  const now = window.getBounds();
  const next = placeOn(workAreas(), now);
  const isMoved = next.x !== now.x || next.y !== now.y;
  if (isMoved || next.width !== now.width || next.height !== now.height) window.setBounds(next);
}

/** Notes where the window is. One out of sight is left as it was noted: it no longer knows. */
function remember(window: BrowserWindow, memory: ShellMemory): void {
  if (!window.isVisible() || window.isMinimized()) return;
  memory.set({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
}
