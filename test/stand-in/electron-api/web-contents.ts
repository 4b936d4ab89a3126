import type * as Electron from 'electron';
import type { Page, PreloadWorld } from '../chromium/page.ts';
import { fromAlias, originOf } from '../chromium/url-alias.ts';
import type { FromPage } from '../page/messages.ts';
import { PageHost } from './page-host.ts';
import { PageIpc } from './page-ipc.ts';
import { applyPermissions } from './permissions.ts';
import type { ContentsOptions, Shared } from './shared.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

/** Electron's `WebContents`: one page of Chromium, its preload, its IPC and its guards. */
export class WebContents
  extends PageHost
  implements
    Pick<
      Electron.WebContents,
      | 'send'
      | 'getType'
      | 'close'
      | 'session'
      | 'setWindowOpenHandler'
      | 'executeJavaScript'
      | 'setZoomFactor'
      | 'getZoomFactor'
      | 'setZoomLevel'
      | 'getZoomLevel'
      | 'zoomFactor'
      | 'zoomLevel'
      | 'forcefullyCrashRenderer'
      | 'isCurrentlyAudible'
    >
{
  readonly #ipc: PageIpc;
  #openHandler: OpenHandler | undefined;
  #permittedOrigin = '';
  #zoomFactor: number;

  constructor(shared: Shared, options: ContentsOptions) {
    super(shared, options);
    this.#zoomFactor = options.zoomFactor;
    this.#ipc = new PageIpc(this, shared.ipcMain);
    shared.contents.add(this);
  }

  get session(): Electron.Session {
    return this.options.session as unknown as Electron.Session;
  }

  getType(): 'window' {
    return 'window';
  }

  send(channel: string, ...args: unknown[]): void {
    this.#ipc.send(this.current, channel, args);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return this.evaluate(code, userGesture);
  }

  get zoomFactor(): number {
    return this.#zoomFactor;
  }

  set zoomFactor(factor: number) {
    this.setZoomFactor(factor);
  }

  get zoomLevel(): number {
    return this.getZoomLevel();
  }

  set zoomLevel(level: number) {
    this.setZoomLevel(level);
  }

  getZoomFactor(): number {
    return this.#zoomFactor;
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error('zoomFactor must be a double greater than 0.0');
    this.#zoomFactor = factor;
    this.#applyZoom();
  }

  getZoomLevel(): number {
    return Math.log(this.#zoomFactor) / Math.log(1.2);
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level);
  }

  openDevTools(): void {
    // Chromium's DevTools are reached over the debugging port; there is no window for them here.
  }

  closeDevTools(): void {
    // See openDevTools.
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  isFocused(): boolean {
    return [...this.shared.windows].some(
      (window) => window.contents === this && window.isFocused(),
    );
  }

  focus(): void {
    [...this.shared.windows].find((window) => window.contents === this)?.focus();
  }

  async capturePage(): Promise<Electron.NativeImage> {
    const { data } = await (await this.page()).session.send('Page.captureScreenshot', {});
    return this.shared.imageFromPng(Buffer.from(data, 'base64'));
  }

  forcefullyCrashRenderer(): void {
    this.current?.session.post('Page.crash');
  }

  /** Nobody hears a page here: its sound is switched off. */
  isCurrentlyAudible(): boolean {
    return false;
  }

  /** Closes the window these contents belong to, as `window.close()` in the page does. */
  close(): void {
    [...this.shared.windows].find((window) => window.contents === this)?.destroy();
  }

  override async dispose(): Promise<void> {
    this.shared.contents.delete(this);
    await super.dispose();
  }

  /** Lets the page see the media features that hold now. */
  applyMedia(): void {
    this.current?.session.post('Emulation.setEmulatedMedia', {
      features: this.shared.mediaFeatures(),
    });
  }

  #applyPermissions(): void {
    const origin = originOf(this.getURL());
    if (origin === this.#permittedOrigin || origin === 'null') return;
    this.#permittedOrigin = origin;
    const { session } = this.options;
    void this.shared.runtime.browser.then((browser) =>
      applyPermissions(browser, session, this, origin),
    );
  }

  #applyZoom(): void {
    // Chromium's page zoom is out of DevTools' reach; CSS zoom of the root looks the same.
    if (!this.current) return;
    const value = this.#zoomFactor === 1 ? '' : String(this.#zoomFactor);
    this.current.session.post('Runtime.evaluate', {
      expression: `document.documentElement && (document.documentElement.style.zoom = '${value}')`,
    });
  }

  protected override onDocument(): void {
    this.#applyPermissions();
    this.applyMedia();
    this.#applyZoom();
  }

  protected override onMessage(page: Page, message: FromPage, world: PreloadWorld): void {
    switch (message.kind) {
      case 'hello':
        return;
      case 'send':
        this.#ipc.onSend(page, message, world);
        return;
      case 'invoke':
        void this.#ipc.onInvoke(page, message, world);
        return;
      case 'open':
        this.#onOpen(message);
        return;
      case 'leave':
        this.#onLeave(page, message.url);
        return;
      case 'window':
        this.options.onWindowChanged(message.focused);
        return;
      case 'preload-error':
        this.onPreloadError(this.options.preloadPaths[0] ?? '', message.stack);
    }
  }

  #onOpen({ url, name, features }: Extract<FromPage, { kind: 'open' }>): void {
    const details = {
      url: fromAlias(url),
      frameName: name,
      features,
      disposition: features === '' ? 'foreground-tab' : 'new-window',
      referrer: { url: '', policy: 'strict-origin-when-cross-origin' },
    } as const;
    const { action } = this.#openHandler?.(details) ?? { action: 'allow' };
    if (action === 'deny') return;
    console.error(
      `Sidetone's stand-in runtime does not offer windows opened by pages; refused ${details.url}`,
    );
  }

  /** A page asks for an address no request is made for, such as `tel:` or `about:blank`. */
  #onLeave(page: Page, url: string): void {
    if (!this.navigation.mayGo(page, page.targetId, url, false)) return;
    if (/^(about|data|blob):/i.test(url)) void this.navigate(page, url, url).catch(() => undefined);
    else this.shared.openExternal(url);
  }
}
