import { createBlankUrl } from './blank-page.ts';
import type { Connection, Session } from './connection.ts';
import type { Protocol } from './protocol.ts';

export type Target = { readonly targetId: string; readonly session: Session };
/** Where a window is, and how. */
export type Place = {
  readonly bounds: Bounds;
  readonly state: 'normal' | 'minimized' | 'maximized' | 'fullscreen';
};
/** A screen's size and the part of it that windows may cover, in CSS pixels. */
export type ScreenSize = {
  readonly width: number;
  readonly height: number;
  readonly scaleFactor: number;
  readonly workArea: Bounds;
};
export type Bounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** How long Chromium may take to open a window, in milliseconds. */
const windowPatience = 30_000;

/**
 * Opens and closes pages. Every new page waits until it is let go, so nothing loads before its owner
 * has prepared it; a page nobody here asked for (a popup) is closed before it loads anything.
 */
export class Browser {
  readonly #connection: Connection;
  readonly #openAppWindow: ((url: string) => void) | undefined;
  /** Windows that have been asked for, by the address they open on. */
  readonly #awaited = new Map<string, (targetId: string) => void>();
  readonly #sessions = new Map<string, Session>();
  readonly #owners = new Map<string, () => void>();
  readonly #presentable = new Map<string, PromiseWithResolvers<void>>();
  #opening = 0;

  #onDownload: (url: string, fileName: string) => void = () => undefined;

  /** `openAppWindow` makes windows where there is a display; without it they are plain targets. */
  constructor(connection: Connection, openAppWindow: ((url: string) => void) | undefined) {
    this.#connection = connection;
    this.#openAppWindow = openAppWindow;
  }

  get connection(): Connection {
    return this.#connection;
  }

  async start(): Promise<void> {
    const { browser } = this.#connection;
    browser.on('Target.attachedToTarget', (event) => {
      if (event.targetInfo.type === 'page') this.#onAttached(event);
    });
    browser.on('Target.detachedFromTarget', ({ targetId }) => this.#onGone(targetId));
    browser.on('Browser.downloadWillBegin', ({ url, suggestedFilename }) =>
      this.#onDownload(url, suggestedFilename),
    );
    await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
    await browser.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }],
    });
  }

  /** Tells of every download a page tries; all of them are refused. */
  watchDownloads(onDownload: (url: string, fileName: string) => void): void {
    this.#onDownload = onDownload;
  }

  /** Opens a window on an empty page; `onGone` is called once when it goes away. */
  async open(bounds: Bounds, onGone: () => void): Promise<Target> {
    this.#opening += 1;
    try {
      const targetId = this.#openAppWindow
        ? await this.#openWindow(this.#openAppWindow)
        : await this.#openTarget(bounds);
      const session = this.#sessions.get(targetId);
      if (!session) throw new Error('Chromium opened a page without announcing it');
      this.#owners.set(targetId, onGone);
      return { targetId, session };
    } finally {
      this.#opening -= 1;
      if (this.#opening === 0) this.#closeForeign();
    }
  }

  async #openTarget({ x, y, width, height }: Bounds): Promise<string> {
    const { targetId } = await this.#connection.browser.send('Target.createTarget', {
      // A page opened on an address would start loading before it could be intercepted.
      url: 'about:blank',
      newWindow: true,
      left: x,
      top: y,
      width,
      height,
    });
    return targetId;
  }

  #openWindow(open: (url: string) => void): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const url = createBlankUrl();
    this.#awaited.set(url, resolve);
    const timeUp = setTimeout(
      () => reject(new Error('Chromium did not open a window')),
      windowPatience,
    );
    open(url);
    return promise.finally(() => {
      clearTimeout(timeUp);
      this.#awaited.delete(url);
    });
  }

  /** Resolves when a page shows a document of its owner's; never for a page nobody owns. */
  whenPresentable(targetId: string): Promise<void> {
    return this.#presentation(targetId).promise;
  }

  /** Tells that a page shows a document now. */
  present(targetId: string): void {
    this.#presentation(targetId).resolve();
  }

  #presentation(targetId: string): PromiseWithResolvers<void> {
    const known = this.#presentable.get(targetId) ?? Promise.withResolvers<void>();
    this.#presentable.set(targetId, known);
    return known;
  }

  close(targetId: string): void {
    this.#connection.browser.post('Target.closeTarget', { targetId });
  }

  /** Gives a page of a headless Chromium exactly this size. */
  async resizePage(targetId: string, { width, height }: Bounds): Promise<void> {
    await this.#sessions.get(targetId)?.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
  }

  /** Moves a page's window. Chromium takes bounds only while the window is in its normal state. */
  async place(targetId: string, { bounds, state }: Place): Promise<void> {
    const { browser } = this.#connection;
    const { windowId, bounds: now } = await browser.send('Browser.getWindowForTarget', {
      targetId,
    });
    if (now.windowState !== state) {
      await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState: state } });
    }
    if (state !== 'normal') return;
    const { x: left, y: top, width, height } = bounds;
    await browser.send('Browser.setWindowBounds', {
      windowId,
      bounds: { left, top, width, height },
    });
  }

  /** Where a page's window is now. */
  async findPlace(targetId: string): Promise<Place> {
    const { bounds } = await this.#connection.browser.send('Browser.getWindowForTarget', {
      targetId,
    });
    const { left: x = 0, top: y = 0, width = 0, height = 0, windowState = 'normal' } = bounds;
    return { bounds: { x, y, width, height }, state: windowState };
  }

  /** The screen a page's window appears on; nothing when the page is gone. */
  async findScreen(targetId: string): Promise<ScreenSize | undefined> {
    const evaluated = await this.#sessions.get(targetId)?.send('Runtime.evaluate', {
      expression: `({ width: screen.width, height: screen.height, scaleFactor: devicePixelRatio,
        workArea: { x: screen.availLeft, y: screen.availTop,
          width: screen.availWidth, height: screen.availHeight } })`,
      returnByValue: true,
    });
    return evaluated?.result.value as ScreenSize | undefined;
  }

  /** Grants or denies a permission; one this Chromium does not know is denied anyway. */
  async setPermission(origin: string, name: string, granted: boolean): Promise<void> {
    const setting = granted ? 'granted' : 'denied';
    const { browser } = this.#connection;
    await browser
      .send('Browser.setPermission', { permission: { name }, setting, origin })
      .catch(() => undefined);
  }

  async raise(targetId: string): Promise<void> {
    await this.#connection.browser.send('Target.activateTarget', { targetId });
  }

  #onAttached({ sessionId, targetInfo }: Protocol.Target.attachedToTargetPayload): void {
    this.#sessions.set(targetInfo.targetId, this.#connection.session(sessionId));
    this.#awaited.get(targetInfo.url)?.(targetInfo.targetId);
    if (this.#opening === 0) this.#closeForeign();
  }

  #closeForeign(): void {
    for (const [targetId, session] of this.#sessions) {
      if (this.#owners.has(targetId)) continue;
      // A popup shares its opener's process, which stands still as long as the popup waits. Let go
      // first: closed before that, it may never hear of it, and the opener stands still for good.
      session.post('Runtime.runIfWaitingForDebugger');
      this.close(targetId);
    }
  }

  #onGone(targetId: string | undefined): void {
    if (targetId === undefined) return;
    this.#sessions.delete(targetId);
    this.#presentable.delete(targetId);
    const onGone = this.#owners.get(targetId);
    this.#owners.delete(targetId);
    onGone?.();
  }
}
