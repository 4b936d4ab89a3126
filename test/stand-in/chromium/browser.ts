import type { Connection, Session } from './connection.ts';
import type { Protocol } from './protocol.ts';

export type Target = { readonly targetId: string; readonly session: Session };
export type Bounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/**
 * Opens and closes pages. Every new page waits until it is let go, so nothing loads before its owner
 * has prepared it; a page nobody here asked for (a popup) is closed before it loads anything.
 */
export class Browser {
  readonly #connection: Connection;
  readonly #sessions = new Map<string, Session>();
  readonly #owners = new Map<string, () => void>();
  readonly #presentable = new Map<string, PromiseWithResolvers<void>>();
  #opening = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
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
    await browser.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }],
    });
  }

  /** Opens a window on an empty page; `onGone` is called once when it goes away. */
  async open(bounds: Bounds, onGone: () => void): Promise<Target> {
    this.#opening += 1;
    try {
      const { targetId } = await this.#connection.browser.send('Target.createTarget', {
        // A page opened on an address would start loading before it could be intercepted.
        url: 'about:blank',
        newWindow: true,
        left: bounds.x,
        top: bounds.y,
        width: bounds.width,
        height: bounds.height,
      });
      const session = this.#sessions.get(targetId);
      if (!session) throw new Error('Chromium opened a page without announcing it');
      this.#owners.set(targetId, onGone);
      return { targetId, session };
    } finally {
      this.#opening -= 1;
      if (this.#opening === 0) this.#closeForeign();
    }
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
  async place(
    targetId: string,
    { x, y, width, height }: Bounds,
    windowState: 'normal' | 'minimized' | 'maximized' | 'fullscreen',
  ): Promise<void> {
    const { browser } = this.#connection;
    const { windowId, bounds } = await browser.send('Browser.getWindowForTarget', { targetId });
    if (windowState === 'normal') {
      if (bounds.windowState !== 'normal') {
        await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
      }
      const place = { left: x, top: y, width, height };
      await browser.send('Browser.setWindowBounds', { windowId, bounds: place });
      return;
    }
    await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
  }

  async raise(targetId: string): Promise<void> {
    await this.#connection.browser.send('Target.activateTarget', { targetId });
  }

  #onAttached({ sessionId, targetInfo }: Protocol.Target.attachedToTargetPayload): void {
    this.#sessions.set(targetInfo.targetId, this.#connection.session(sessionId));
    if (this.#opening === 0) this.#closeForeign();
  }

  #closeForeign(): void {
    for (const [targetId, session] of this.#sessions) {
      if (this.#owners.has(targetId)) continue;
      this.close(targetId);
      // A popup shares its opener's process, which stands still as long as the popup waits.
      session.post('Runtime.runIfWaitingForDebugger');
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
