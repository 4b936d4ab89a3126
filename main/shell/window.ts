import { screen, type BrowserWindow } from 'electron';
import type { AppEvent } from '../../shared/contract/index.ts';
import type { Log } from '../core/ports.ts';
import { appAddress } from './app-url.ts';
import { openPageWindow, type PageWindow } from './page-window.ts';
import type { ShellMemory } from './shell-state.ts';
import { isReachable, smallest, usual, type Bounds } from './window-state.ts';

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
  /** Whether the user has it before them. */
  isInFront(): boolean;
};

export type WindowTools = {
  readonly memory: ShellMemory;
  readonly log: Log;
  readonly devTools: boolean;
  /** Asked when the window is about to close. */
  readonly whenClosed: () => Closing;
  /** Called when it is seen for the first time, also after it was opened anew. */
  readonly whenShown: () => void;
  /** Called when it is gone for good. */
  readonly whenGone: () => void;
};

/** What becomes of a window that is closed: only a quitting app lets it go. */
export type Closing = 'hide' | 'minimize' | 'close';

/** Opens the window on `show()` and keeps it. */
export function createMainWindow(tools: WindowTools): MainWindow {
  let page: PageWindow | undefined;
  return {
    show() {
      if (page === undefined) {
        // It shows itself once there is something to see.
        page = open(tools, () => {
          page = undefined;
        });
        return;
      }
      const { window } = page;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    hide() {
      if (page === undefined) return;
      remember(page.window, tools.memory);
      page.window.hide();
    },
    send: (event) => page?.send(event),
    isOurs: (contentsId) => page?.isOurs(contentsId) === true,
    isInFront: () => page?.window.isVisible() === true && page.window.isFocused(),
  };
}

function open(tools: WindowTools, forget: () => void): PageWindow {
  const { memory } = tools;
  const { maximized } = memory.get();
  const page = openPageWindow(
    {
      ...placeFor(memory.get().bounds),
      minWidth: smallest.width,
      minHeight: smallest.height,
    },
    { address: appAddress, log: tools.log, devTools: tools.devTools },
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
    else window.minimize();
  });
  window.on('closed', () => {
    forget();
    tools.whenGone();
  });
  return page;
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
