import { app, dialog, type BrowserWindow } from 'electron';
import { strings } from '../../shared/strings/strings.ts';
import type { Clock, Log } from '../core/ports.ts';

const words = strings.desktop;

/** How often in how long a page that crashed is opened again by itself; time in milliseconds. */
const mostReloads = 3;
const withinMs = 60_000;

/** Counts what happens often. */
export type Crashes = {
  /** Notes a crash; answers whether there were not too many of late. */
  mayGoOn(): boolean;
  forget(): void;
};

export function countCrashes(clock: Pick<Clock, 'now'>): Crashes {
  let times: readonly number[] = [];
  return {
    mayGoOn() {
      const now = clock.now();
      times = [...times.filter((at) => now - at < withinMs), now];
      return times.length <= mostReloads;
    },
    forget: () => void (times = []),
  };
}

export type TroubleTools = {
  readonly clock: Clock;
  readonly log: Log;
  /** Opens the page anew in its window. */
  readonly openAgain: () => void;
};

/**
 * Opens a page again that crashed, at most three times in a minute; then the user is asked, in words.
 * One that answers no more is waited for or opened again, as the user says. What nobody sees is let
 * go without a word: its window is made anew when it is wanted.
 */
export function mendPage(window: BrowserWindow, { clock, log, openAgain }: TroubleTools): void {
  const { webContents: contents } = window;
  const crashes = countCrashes(clock);
  let waiting: AbortController | undefined;

  const ask = async (): Promise<void> => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: words.crashed.title,
      detail: words.crashed.detail,
      buttons: [words.crashed.again, words.crashed.quit],
      defaultId: 0,
      cancelId: 0,
    });
    if (response === 1) return app.quit();
    crashes.forget();
    if (!window.isDestroyed()) openAgain();
  };
  const offer = async (signal: AbortSignal): Promise<void> => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: words.stuck.title,
      detail: words.stuck.detail,
      buttons: [words.stuck.wait, words.stuck.again],
      defaultId: 0,
      cancelId: 0,
      signal,
    });
    // Its end is told as a crash, and it is opened again as after one.
    if (response === 1 && !signal.aborted && !window.isDestroyed()) {
      contents.forcefullyCrashRenderer();
    }
  };
  const noting = (work: Promise<void>): void =>
    void work.catch((error: unknown) => log.error('the user could not be asked', error));

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    waiting?.abort();
    if (reason === 'clean-exit') return;
    log.warn('the page is gone', { reason, exitCode });
    if (window.isDestroyed()) return;
    if (crashes.mayGoOn()) openAgain();
    else if (window.isVisible()) noting(ask());
    else window.destroy();
  });
  window.on('unresponsive', () => {
    if (waiting !== undefined || !window.isVisible()) return;
    log.warn('the page does not answer');
    const asking = new AbortController();
    waiting = asking;
    noting(offer(asking.signal).finally(() => void (waiting = undefined)));
  });
  window.on('responsive', () => waiting?.abort());
}
