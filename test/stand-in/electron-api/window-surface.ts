import type { Browser, Bounds } from '../chromium/browser.ts';
import type { Runtime } from '../runtime/runtime.ts';

type Look = {
  readonly bounds: Bounds;
  readonly state: 'normal' | 'minimized' | 'maximized' | 'fullscreen';
};

/**
 * Chromium's window behind a `BrowserWindow`. With a display it is moved, minimised (which is also
 * how a hidden window is kept away) and raised; headless, only the page's size is visible to anyone.
 */
export class WindowSurface {
  readonly #runtime: Runtime;
  #targetId: string | undefined;
  #look: Look | undefined;
  /** Changes are sent one after another, so that the last one holds. */
  #work: Promise<void> = Promise.resolve();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** Takes over the window of a page that has just been opened. */
  attach(targetId: string): void {
    this.#targetId = targetId;
    this.#look = undefined;
  }

  apply(look: Look): void {
    const before = this.#look;
    const targetId = this.#targetId;
    if (targetId === undefined || JSON.stringify(before) === JSON.stringify(look)) return;
    this.#look = look;
    this.#enqueue(async (browser) => {
      if (this.#runtime.headless) await browser.resizePage(targetId, look.bounds);
      else await browser.place(targetId, look.bounds, look.state);
    });
  }

  raise(): void {
    const targetId = this.#targetId;
    if (targetId === undefined || this.#runtime.headless) return;
    this.#enqueue((browser) => browser.raise(targetId));
  }

  #enqueue(step: (browser: Browser) => Promise<void>): void {
    this.#work = this.#work.then(async () => {
      // A window that closes meanwhile has nothing left to place.
      await step(await this.#runtime.browser).catch(() => undefined);
    });
  }
}
