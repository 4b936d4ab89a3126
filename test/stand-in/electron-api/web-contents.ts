import type * as Electron from 'electron';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { Page, type PreloadWorld } from '../chromium/page.ts';
import { fromAlias, toAlias } from '../chromium/url-alias.ts';
import { createCodec, createIpcCodec } from '../page/codec.ts';
import type { FromPage } from '../page/messages.ts';
import { ApiEmitter, createEvent } from '../runtime/emitter.ts';
import { Navigation } from './navigation.ts';
import type { ContentsOptions, Shared } from './shared.ts';
import { WebFrameMain } from './web-frame-main.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type Loading = { readonly url: string; resolve: () => void; reject: (error: Error) => void };

const ipc = createIpcCodec(createCodec, {
  toBase64: (bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  fromBase64: (text) => Uint8Array.from(Buffer.from(text, 'base64')),
});

let lastId = 0;

/** Electron's `WebContents`: one page of Chromium, its preload, its IPC and its guards. */
export class WebContents
  extends ApiEmitter
  implements
    Pick<
      Electron.WebContents,
      | 'id'
      | 'send'
      | 'getURL'
      | 'getTitle'
      | 'getType'
      | 'loadURL'
      | 'loadFile'
      | 'reload'
      | 'reloadIgnoringCache'
      | 'close'
      | 'isDestroyed'
      | 'isCrashed'
      | 'isLoading'
      | 'isLoadingMainFrame'
      | 'mainFrame'
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
      | 'getProcessId'
    >
{
  readonly id = ++lastId;
  readonly #shared: Shared;
  readonly #options: ContentsOptions;
  readonly #navigation: Navigation;
  #page: Promise<Page> | undefined;
  #current: Page | undefined;
  #openHandler: OpenHandler | undefined;
  #loading: Loading | undefined;
  #destroyed = false;
  #crashed = false;
  #title = '';
  #zoomFactor: number;

  constructor(shared: Shared, options: ContentsOptions) {
    super('webContents');
    this.#shared = shared;
    this.#options = options;
    this.#zoomFactor = options.zoomFactor;
    this.#navigation = new Navigation(
      (event, ...args) => this.emit(event, ...args),
      options.session,
      this.id,
    );
    shared.contents.add(this);
  }

  get session(): Electron.Session {
    return this.#options.session as unknown as Electron.Session;
  }

  get mainFrame(): Electron.WebFrameMain {
    const page = this.#current;
    if (!page) throw new Error('The page has not been opened yet');
    return WebFrameMain.of(page, page.mainFrame);
  }

  /** The DevTools target, by which Playwright knows the page. */
  get targetId(): string | undefined {
    return this.#current?.targetId;
  }

  getURL(): string {
    const url = this.#current ? fromAlias(this.#current.mainFrame.url) : '';
    return url === 'about:blank' ? '' : url;
  }

  getTitle(): string {
    return this.#title;
  }

  getType(): 'window' {
    return 'window';
  }

  getProcessId(): number {
    return this.#current?.number ?? 0;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  isLoading(): boolean {
    return this.#loading !== undefined;
  }

  isLoadingMainFrame(): boolean {
    return this.#loading !== undefined;
  }

  /** Resolves when the page has loaded, and rejects with Chromium's error when it cannot. */
  async loadURL(url: string): Promise<void> {
    this.#requireAlive();
    const alias = toAlias(new URL(url).href);
    this.#navigation.expect(alias);
    this.#loading?.reject(loadError('ERR_ABORTED', this.#loading.url));
    const loaded = new Promise<void>((resolve, reject) => {
      this.#loading = { url, resolve, reject };
    });
    loaded.catch(() => undefined);
    this.emit('did-start-loading');
    await this.#navigate(await this.page(), alias, url);
    await loaded;
  }

  async loadFile(filePath: string, options?: Electron.LoadFileOptions): Promise<void> {
    const url = pathToFileURL(resolve(this.#shared.runtime.appPath, filePath));
    if (options?.hash) url.hash = options.hash;
    if (options?.search) url.search = options.search;
    for (const [name, value] of Object.entries(options?.query ?? {})) {
      url.searchParams.set(name, String(value));
    }
    await this.loadURL(url.href);
  }

  reload(): void {
    if (!this.#current) return;
    this.#navigation.expect(this.#current.mainFrame.url);
    this.#current.session.post('Page.reload', {});
  }

  reloadIgnoringCache(): void {
    this.reload();
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    const text = ipc.encode(args);
    const page = this.#current;
    if (page?.current) page.tell(page.current, { kind: 'send', channel, args: text });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const page = await this.page();
    const { result, exceptionDetails } = await page.session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (!exceptionDetails) return result.value as unknown;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
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
    return [...this.#shared.windows].some(
      (window) => window.contents === this && window.isFocused(),
    );
  }

  focus(): void {
    [...this.#shared.windows].find((window) => window.contents === this)?.focus();
  }

  async capturePage(): Promise<Electron.NativeImage> {
    const { data } = await (await this.page()).session.send('Page.captureScreenshot', {});
    return this.#shared.imageFromPng(Buffer.from(data, 'base64'));
  }

  forcefullyCrashRenderer(): void {
    this.#current?.session.post('Page.crash');
  }

  /** Closes the window these contents belong to, as `window.close()` in the page does. */
  close(): void {
    [...this.#shared.windows].find((window) => window.contents === this)?.destroy();
  }

  /** The page, opened on an empty document when nothing has been loaded yet. */
  async page(): Promise<Page> {
    this.#requireAlive();
    return await (this.#page ?? this.#open());
  }

  /** Lets the page see the media features that hold now. */
  applyMedia(): void {
    this.#current?.session.post('Emulation.setEmulatedMedia', {
      features: this.#shared.mediaFeatures(),
    });
  }

  /** Ends the page; called by the window that owns it. */
  async dispose(): Promise<void> {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#shared.contents.delete(this);
    this.#loading?.reject(loadError('ERR_ABORTED', this.#loading.url));
    const page = await this.#page?.catch(() => undefined);
    if (page) (await this.#shared.runtime.browser).close(page.targetId);
    this.emit('destroyed');
  }

  /** Forgets a page Chromium has closed, so that the next load opens a new one. */
  forgetPage(): void {
    this.#page = undefined;
    this.#current = undefined;
  }

  #requireAlive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
  }

  #open(): Promise<Page> {
    this.#page = this.#openPage();
    this.#page.catch((error: Error) => this.#fail(error));
    return this.#page;
  }

  async #openPage(): Promise<Page> {
    const browser = await this.#shared.runtime.browser;
    const target = await browser.open(this.#options.bounds(), () => {
      if (!this.#destroyed) this.#options.onPageGone();
    });
    const page: Page = new Page(browser.connection, target.targetId, target.session, {
      message: (message, world) => this.#onMessage(page, message, world),
      request: (request, session) => void this.#navigation.onRequest(page, request, session),
      committed: (frame, isMain, sameDocument) => this.#onCommitted(frame, isMain, sameDocument),
      unreachable: (url, isMain) => {
        if (isMain) this.#present();
        if (isMain) this.#fail(loadError('ERR_FAILED', fromAlias(url)));
      },
      domReady: () => this.emit('dom-ready', createEvent()),
      loaded: () => this.#onLoaded(),
      console: (level, message) => this.#onConsole(level, message),
      crashed: () => this.#onCrashed(),
    });
    this.#current = page;
    const { runtime } = this.#shared;
    await page.prepare(
      {
        process: {
          platform: process.platform,
          arch: process.arch,
          versions: process.versions as Record<string, string>,
          argv: [runtime.executable, ...this.#options.additionalArguments],
          execPath: runtime.executable,
          env: process.env as Record<string, string>,
        },
      },
      this.#preloads(),
    );
    this.applyMedia();
    page.session.post('Runtime.runIfWaitingForDebugger');
    await this.#options.onPageOpened();
    return page;
  }

  #preloads(): readonly string[] {
    const registered = this.#options.session.getPreloadScripts();
    const paths = [...registered.map(({ filePath }) => filePath), ...this.#options.preloadPaths];
    return paths.flatMap((path) => {
      try {
        return [readFileSync(path, 'utf8')];
      } catch (error) {
        this.emit('preload-error', createEvent(), path, error);
        console.error(`Unable to load preload script: ${path}`, error);
        return [];
      }
    });
  }

  async #navigate(page: Page, alias: string, url: string): Promise<void> {
    const { errorText } = await page.session.send('Page.navigate', { url: alias });
    if (errorText) this.#fail(loadError(errorText.replace('net::', ''), url));
  }

  #fail(error: Error): void {
    const loading = this.#loading;
    this.#loading = undefined;
    loading?.reject(error);
    const { errno, code, url } = error as LoadError;
    this.emit('did-fail-load', createEvent(), errno, code, url, true, this.getProcessId(), 1);
  }

  #onCommitted(frame: { readonly url: string }, isMain: boolean, sameDocument: boolean): void {
    const url = fromAlias(frame.url);
    if (sameDocument) this.emit('did-navigate-in-page', createEvent(), url, isMain, 0, 0);
    if (sameDocument) return;
    this.emit('did-frame-navigate', createEvent(), url, 200, 'OK', isMain, 0, 0);
    if (!isMain) return;
    this.#crashed = false;
    this.#present();
    this.applyMedia();
    this.#applyZoom();
    this.emit('did-navigate', createEvent(), url, 200, 'OK');
  }

  #present(): void {
    const targetId = this.targetId;
    if (targetId) void this.#shared.runtime.browser.then((browser) => browser.present(targetId));
  }

  #onLoaded(): void {
    const loading = this.#loading;
    this.#loading = undefined;
    this.emit('did-stop-loading');
    this.emit('did-finish-load');
    void this.#readTitle();
    loading?.resolve();
  }

  async #readTitle(): Promise<void> {
    const title: unknown = await this.executeJavaScript('document.title').catch(() => undefined);
    if (typeof title !== 'string' || title === '' || title === this.#title) return;
    this.#title = title;
    this.emit('page-title-updated', createEvent(), title, true);
  }

  #onConsole(level: string, message: string): void {
    const names: Readonly<Record<string, string>> = {
      warning: 'warning',
      error: 'error',
      debug: 'debug',
    };
    const details = { level: names[level] ?? 'info', message, lineNumber: 0, sourceId: '' };
    this.emit('console-message', createEvent(details));
  }

  #onCrashed(): void {
    this.#crashed = true;
    const details = { reason: 'crashed', exitCode: 5 };
    this.emit('render-process-gone', createEvent(), details);
    this.#shared.emitApp('render-process-gone', createEvent(), this, details);
  }

  #applyZoom(): void {
    // Chromium's page zoom is out of DevTools' reach; CSS zoom of the root looks the same.
    if (!this.#current) return;
    const value = this.#zoomFactor === 1 ? '' : String(this.#zoomFactor);
    this.#current.session.post('Runtime.evaluate', {
      expression: `document.documentElement && (document.documentElement.style.zoom = '${value}')`,
    });
  }

  #onMessage(page: Page, message: FromPage, world: PreloadWorld): void {
    switch (message.kind) {
      case 'hello':
        return;
      case 'send':
        this.#onSend(page, message.channel, message.args, world);
        return;
      case 'invoke':
        void this.#onInvoke(page, message, world);
        return;
      case 'open':
        this.#onOpen(message);
        return;
      case 'leave':
        this.#onLeave(page, message.url);
        return;
      case 'window':
        this.#options.onWindowChanged(message.focused);
        return;
      case 'preload-error':
        console.error(`Unable to run a preload script: ${message.stack}`);
        this.emit('preload-error', createEvent(), this.#options.preloadPaths[0] ?? '', message);
    }
  }

  #ipcEvent(page: Page, world: PreloadWorld): object {
    return {
      type: 'frame',
      sender: this,
      processId: page.number,
      frameId: 1,
      get senderFrame(): Electron.WebFrameMain | null {
        const isCurrent = page.frames.get(world.frame.id) === world.frame;
        return isCurrent ? WebFrameMain.of(page, world.frame) : null;
      },
    };
  }

  #onSend(page: Page, channel: string, args: string, world: PreloadWorld): void {
    const event = Object.defineProperties(this.#ipcEvent(page, world), {
      ports: { value: [] },
      reply: {
        value: (replyChannel: string, ...values: unknown[]) =>
          page.tell(world, { kind: 'send', channel: replyChannel, args: ipc.encode(values) }),
      },
    });
    const values = ipc.decode(args) as unknown[];
    this.emit('ipc-message', event, channel, ...values);
    this.#shared.ipcMain.emit(channel, event, ...values);
  }

  async #onInvoke(
    page: Page,
    { id, channel, args }: Extract<FromPage, { kind: 'invoke' }>,
    world: PreloadWorld,
  ): Promise<void> {
    try {
      const event = this.#ipcEvent(page, world) as Electron.IpcMainInvokeEvent;
      const values = ipc.decode(args) as unknown[];
      const result = await this.#shared.ipcMain.invoke(channel, event, values);
      page.tell(world, { kind: 'result', id, value: ipc.encode(result) });
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      page.tell(world, { kind: 'failure', id, message: String(error) });
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
    if (!this.#navigation.mayGo(page, page.targetId, url, false)) return;
    if (/^(about|data|blob):/i.test(url))
      void this.#navigate(page, url, url).catch(() => undefined);
    else this.#shared.openExternal(url);
  }
}

type LoadError = Error & { readonly errno: number; readonly code: string; readonly url: string };

const errorNumbers: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_ADDRESS_UNREACHABLE: -109,
};

function loadError(code: string, url: string): LoadError {
  const errno = errorNumbers[code] ?? -2;
  return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { errno, code, url });
}
