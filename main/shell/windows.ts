import { app } from 'electron';
import type { AppEvent, WindowPart } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/model/app.ts';
import type { Log } from '../core/ports.ts';
import { createCardWindow } from './card-window.ts';
import { createQuickWindow, type QuickTextWindow } from './quick-window.ts';
import type { ShellMemory } from './shell-state.ts';
import type { SmallWindow } from './small-window.ts';
import { systemClock } from './system.ts';
import { createMainWindow, type Closing, type MainWindow } from './window.ts';

/** Where a closed window goes without a tray: where the Dock or the task bar brings it back from. */
const wayBack: Closing = process.platform === 'darwin' ? 'hide' : 'minimize';

/** Every window of the app. */
export type Windows = {
  readonly main: MainWindow;
  readonly cards: SmallWindow;
  readonly quick: QuickTextWindow;
  /** Brings the main window to the front, at a place. */
  navigate(to: Route): void;
  /** Brings the main window to the front with one of its parts over its screen. */
  open(part: WindowPart): void;
  /** Delivers an event to every page. */
  send(event: AppEvent): void;
  /** Whether messages from these WebContents are from one of our pages. */
  isOurs(contentsId: number): boolean;
  /** Whether a closed main window leaves Sidetone running; otherwise it ends as is usual there. */
  keepWhenClosed(isKept: boolean): void;
  /** From now on there is a tray to come back from; `tell` is called whenever a window goes there. */
  keepInTray(tell: () => void): void;
  /** The app is about to end: everything out of sight. */
  end(): void;
};

/** Builds them; none is seen before it is shown. */
export function createWindows(tools: { readonly memory: ShellMemory; readonly log: Log }): Windows {
  const { memory, log } = tools;
  const devTools = !app.isPackaged;
  let isEnding = false;
  let isKept = true;
  let tray: { readonly tell: () => void } | undefined;
  const smallTools = { clock: systemClock, log, devTools, platform: process.platform };
  const cards = createCardWindow(smallTools);
  const quick = createQuickWindow(smallTools);
  const small = [cards, quick];
  const closeSmall = (): void => small.forEach((each) => each.close());

  const main = createMainWindow({
    memory,
    clock: systemClock,
    log,
    devTools,
    quit: () => app.quit(),
    whenClosed: () => {
      if (isEnding) return 'close';
      // A Mac's programs go on without a window; others end with their last one.
      if (!isKept && process.platform !== 'darwin') return 'quit';
      if (tray === undefined || !isKept) return wayBack;
      tray.tell();
      return 'hide';
    },
    // After the main window, and not before the user has something to look at.
    whenShown: () => small.forEach((each) => each.prepare()),
    whenGone: () => {
      // Hidden windows count as open ones; these keep nothing running.
      if (tray === undefined) closeSmall();
    },
  });
  // A window goes only when the app quits or its page is beyond help.
  app.on('window-all-closed', () => {
    if (tray === undefined && process.platform !== 'darwin') app.quit();
  });

  return {
    main,
    cards,
    quick,
    navigate(to) {
      main.show();
      main.send({ name: 'navigate', to });
    },
    open(part) {
      main.show();
      main.send({ name: 'open', part });
    },
    send: (event) => [main, ...small].forEach((each) => each.send(event)),
    isOurs: (contentsId) => [main, ...small].some((each) => each.isOurs(contentsId)),
    keepWhenClosed: (next) => void (isKept = next),
    keepInTray: (tell) => void (tray = { tell }),
    end() {
      isEnding = true;
      main.hide();
      closeSmall();
    },
  };
}
