import type { Browser, Place, ScreenSize } from '../chromium/browser.ts';
import type { Runtime } from '../runtime/runtime.ts';

/**
 * Chromium's window behind a `BrowserWindow`. With a display it is moved, minimised (which is also
 * how a hidden window is kept away) and raised; headless, only the page's size is visible to anyone.
 */
export class WindowSurface {
  readonly #runtime: Runtime;
  #targetId: string | undefined;
  #place: Place | undefined;
  /** Changes are sent one after another, so that the last one holds. */
  #work: Promise<void> = Promise.resolve();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** Takes over the window of a page that has just been opened. */
  attach(targetId: string): void {
    this.#targetId = targetId;
    this.#place = undefined;
  }

  apply(place: Place): void {
    const targetId = this.#targetId;
    if (targetId === undefined || JSON.stringify(this.#place) === JSON.stringify(place)) return;
    this.#place = place;
    this.#enqueue(async (browser) => {
      if (this.#runtime.headless) await browser.resizePage(targetId, place.bounds);
      else await browser.place(targetId, place);
    });
  }

  /** Where the window is now; nothing when no one but the app could have moved it. */
  async find(): Promise<Place | undefined> {
    const targetId = this.#targetId;
    if (targetId === undefined || this.#runtime.headless) return undefined;
    // What the app asked for comes first: it must not be mistaken for the user's doing.
    await this.#work;
    const browser = await this.#runtime.browser;
    this.#place = await browser.findPlace(targetId).catch(() => undefined);
    return this.#place;
  }

  /** The screen the window is on; nothing when no one sees it. */
  async findScreen(): Promise<ScreenSize | undefined> {
    const targetId = this.#targetId;
    if (targetId === undefined || this.#runtime.headless) return undefined;
    return await (await this.#runtime.browser).findScreen(targetId).catch(() => undefined);
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
