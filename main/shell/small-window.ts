import { screen, type BrowserWindow } from 'electron';
import type { AppEvent } from '../../shared/contract/index.ts';
import type { CardWindow, Clock, Log } from '../core/ports.ts';
import { firstHeight, fitCards, type CardSize } from './card-place.ts';
import { openPageWindow, type PageWindow } from './page-window.ts';
import type { Bounds } from './window-state.ts';

/** A small window above others; it is made once and then hidden, so that it is there at once. */
export type SmallWindow = CardWindow & {
  isShown(): boolean;
  /** Makes it, hidden; to be called once the main window is there, which is to be the first. */
  prepare(): void;
  send(event: AppEvent): void;
  isOurs(contentsId: number): boolean;
  /** Lets it go, now and for good, or until it is prepared again. */
  close(): void;
};

export type SmallWindowTools = {
  readonly clock: Clock;
  readonly log: Log;
  readonly devTools: boolean;
  readonly platform: NodeJS.Platform;
};

/** What tells one small window from the other. */
export type SmallWindowKind = {
  readonly address: string;
  /** At 100 %, in CSS pixels. */
  readonly width: number;
  /** Where it appears when it is shown. */
  readonly place: (
    workArea: Bounds,
    cursor: { readonly x: number; readonly y: number },
    size: CardSize,
  ) => Bounds;
};

/** How long a window waits for its page to have drawn what is new, in milliseconds. */
const patienceMs = 250;

/** Builds one. It keeps nobody from quitting, and is no window to switch to. */
export function createSmallWindow(kind: SmallWindowKind, tools: SmallWindowTools): SmallWindow {
  let page: PageWindow | undefined;
  let size: CardSize = { height: firstHeight, zoom: 1 };
  /** Set while it is to be shown as soon as its page has drawn what is new. */
  let wanted: { readonly takeFocus: boolean } | undefined;
  let cancelPatience = (): void => undefined;

  const openAnew = (): PageWindow => {
    const opened = open(kind, tools);
    opened.window.on('closed', () => {
      if (page === opened) page = undefined;
    });
    return opened;
  };
  const reveal = (): void => {
    cancelPatience();
    if (page === undefined || wanted === undefined) return;
    const { window } = page;
    const { takeFocus } = wanted;
    wanted = undefined;
    const cursor = screen.getCursorScreenPoint();
    const { workArea } = screen.getDisplayNearestPoint(cursor);
    window.setBounds(kind.place(workArea, cursor, size));
    if (!takeFocus) return window.showInactive();
    window.show();
    window.focus();
  };

  return {
    prepare() {
      page ??= openAnew();
    },
    show({ takeFocus }) {
      page ??= openAnew();
      const { window } = page;
      if (!window.isVisible()) {
        wanted = { takeFocus: takeFocus || wanted?.takeFocus === true };
        cancelPatience();
        cancelPatience = tools.clock.schedule(patienceMs, reveal);
      } else if (takeFocus) window.focus();
      else window.moveTop();
    },
    hide() {
      cancelPatience();
      wanted = undefined;
      // The system gives the focus back to the window that had it before.
      if (page?.window.isVisible()) page.window.hide();
    },
    fit(height) {
      if (page === undefined) return;
      const { window } = page;
      size = { height, zoom: window.webContents.getZoomFactor() };
      if (wanted !== undefined) reveal();
      else if (window.isVisible()) refit(window, size, kind.width);
    },
    isShown: () => page?.window.isVisible() === true || wanted !== undefined,
    send: (event) => page?.send(event),
    isOurs: (contentsId) => page?.isOurs(contentsId) === true,
    close() {
      cancelPatience();
      wanted = undefined;
      const last = page;
      page = undefined;
      last?.window.destroy();
    },
  };
}

function refit(window: BrowserWindow, size: CardSize, width: number): void {
  const bounds = window.getBounds();
  const { workArea } = screen.getDisplayMatching(bounds);
  window.setBounds(fitCards(bounds, workArea, size, width));
}

function open(kind: SmallWindowKind, tools: SmallWindowTools): PageWindow {
  const { platform } = tools;
  const opened = openPageWindow(
    {
      width: kind.width,
      height: firstHeight,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      // A panel takes the keyboard and leaves the other program the active one.
      ...(platform === 'darwin' && { type: 'panel' }),
    },
    {
      address: kind.address,
      clock: tools.clock,
      log: tools.log,
      devTools: tools.devTools,
      staysAwake: true,
    },
  );
  const { window } = opened;
  // On Windows the lower levels are under the task bar, on macOS the higher ones over its menus.
  window.setAlwaysOnTop(true, platform === 'win32' ? 'pop-up-menu' : 'floating');
  if (platform !== 'win32') {
    const options = { visibleOnFullScreen: true, skipTransformProcessType: true };
    window.setVisibleOnAllWorkspaces(true, options);
  }
  window.on('close', (event) => {
    // Alt+F4 puts it out of sight; the window is needed again.
    event.preventDefault();
    window.hide();
  });
  return opened;
}
