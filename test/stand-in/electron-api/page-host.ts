import type * as Electron from 'electron';
import { resolve as resolvePath } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Page, type PreloadWorld } from '../chromium/page.ts';
import { fromAlias, toAlias } from '../chromium/url-alias.ts';
import type { FromPage } from '../page/messages.ts';
import { ApiEmitter, createEvent } from '../runtime/emitter.ts';
import { loadError, type LoadError } from './load-error.ts';
import { Navigation } from './navigation.ts';
import { describeProcess, readPreloads } from './preloads.ts';
import type { ContentsOptions, Shared } from './shared.ts';
import { WebFrameMain } from './web-frame-main.ts';

type Loading = {
  readonly url: string;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
};

const consoleLevels: Readonly<Record<string, string>> = {
  warning: 'warning',
  error: 'error',
  debug: 'debug',
};

let lastId = 0;

/** The part of `WebContents` that opens a page, loads it and tells what becomes of it. */
export abstract class PageHost
  extends ApiEmitter
  implements
    Pick<
      Electron.WebContents,
      | 'id'
      | 'mainFrame'
      | 'getURL'
      | 'getTitle'
      | 'getProcessId'
      | 'isDestroyed'
      | 'isCrashed'
      | 'isLoading'
      | 'isLoadingMainFrame'
      | 'loadURL'
      | 'loadFile'
      | 'reload'
      | 'reloadIgnoringCache'
    >
{
  readonly id = ++lastId;
  protected readonly shared: Shared;
  protected readonly options: ContentsOptions;
  protected readonly navigation: Navigation;
  protected current: Page | undefined;
  #page: Promise<Page> | undefined;
  #loading: Loading | undefined;
  #navigating = 0;
  #destroyed = false;
  #crashed = false;
  #title = '';

  constructor(shared: Shared, options: ContentsOptions) {
    super('webContents');
    this.shared = shared;
    this.options = options;
    this.navigation = new Navigation(
      (event, ...args) => this.emit(event, ...args),
      options.session,
      this.id,
    );
  }

  protected abstract onMessage(page: Page, message: FromPage, world: PreloadWorld): void;

  /** Called for every new document, and once before the first. */
  protected abstract onDocument(): void;

  get mainFrame(): Electron.WebFrameMain {
    const page = this.current;
    if (!page) throw new Error('The page has not been opened yet');
    return WebFrameMain.of(page, page.mainFrame);
  }

  /** The DevTools target, by which Playwright knows the page. */
  get targetId(): string | undefined {
    return this.current?.targetId;
  }

  getURL(): string {
    const url = this.current ? fromAlias(this.current.mainFrame.url) : '';
    return url === 'about:blank' ? '' : url;
  }

  getTitle(): string {
    return this.#title;
  }

  getProcessId(): number {
    return this.current?.number ?? 0;
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
    this.requireAlive();
    const alias = toAlias(new URL(url).href);
    this.navigation.expect(alias);
    this.#loading?.reject(loadError('ERR_ABORTED', this.#loading.url));
    const { promise: loaded, resolve, reject } = Promise.withResolvers<void>();
    this.#loading = { url, resolve, reject };
    loaded.catch(() => undefined);
    this.emit('did-start-loading');
    await this.navigate(await this.page(), alias, url);
    await loaded;
  }

  async loadFile(filePath: string, options?: Electron.LoadFileOptions): Promise<void> {
    const url = pathToFileURL(resolvePath(this.shared.runtime.appPath, filePath));
    if (options?.hash) url.hash = options.hash;
    if (options?.search) url.search = options.search;
    for (const [name, value] of Object.entries<string>(options?.query ?? {})) {
      url.searchParams.set(name, value);
    }
    await this.loadURL(url.href);
  }

  reload(): void {
    if (!this.current) return;
    this.navigation.expect(this.current.mainFrame.url);
    this.current.session.post('Page.reload', {});
  }

  reloadIgnoringCache(): void {
    this.reload();
  }

  /** The page, opened on an empty document when nothing has been loaded yet. */
  async page(): Promise<Page> {
    this.requireAlive();
    return await (this.#page ?? this.#open());
  }

  /** Evaluates in the page's own world; rejects with the error the page threw. */
  protected async evaluate(expression: string, userGesture: boolean): Promise<unknown> {
    const { session } = await this.page();
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (!exceptionDetails) return result.value as unknown;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  protected onPreloadError(path: string, error: unknown): void {
    console.error(`Unable to load preload script: ${path}`, error);
    this.emit('preload-error', createEvent(), path, error);
  }

  /** Ends the page; called by the window that owns it. */
  async dispose(): Promise<void> {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#loading?.reject(loadError('ERR_ABORTED', this.#loading.url));
    const page = await this.#page?.catch(() => undefined);
    if (page) (await this.shared.runtime.browser).close(page.targetId);
    this.emit('destroyed');
  }

  /** Closes Chromium's page without telling anyone here, as its own close button does. */
  losePage(): void {
    const targetId = this.targetId;
    if (targetId) void this.shared.runtime.browser.then((browser) => browser.close(targetId));
  }

  /** Forgets a page Chromium has closed, so that the next load opens a new one. */
  forgetPage(): void {
    this.#page = undefined;
    this.current = undefined;
  }

  protected requireAlive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
  }

  #open(): Promise<Page> {
    this.#page = this.#openPage();
    this.#page.catch((error: Error) => this.#fail(error));
    return this.#page;
  }

  async #openPage(): Promise<Page> {
    const browser = await this.shared.runtime.browser;
    const target = await browser.open(this.options.bounds(), () => {
      if (!this.#destroyed) this.options.onPageGone();
    });
    const page: Page = new Page(browser.connection, target.targetId, target.session, {
      message: (message, world) => this.onMessage(page, message, world),
      request: (request, session) => void this.navigation.onRequest(page, request, session),
      committed: (frame, isMain, sameDocument) => this.#onCommitted(frame, isMain, sameDocument),
      unreachable: (url, isMain) => {
        if (isMain) this.#onUnreachable(fromAlias(url));
      },
      domReady: () => this.emit('dom-ready', createEvent()),
      loaded: () => this.#onLoaded(),
      console: (level, message) => this.#onConsole(level, message),
      crashed: () => this.#onCrashed(),
    });
    this.current = page;
    const preloads = readPreloads(this.options, (path, error) => this.onPreloadError(path, error));
    await page.prepare(describeProcess(this.shared.runtime, this.options), preloads);
    this.onDocument();
    page.session.post('Runtime.runIfWaitingForDebugger');
    await this.options.onPageOpened();
    return page;
  }

  protected async navigate(page: Page, alias: string, url: string): Promise<void> {
    this.#navigating += 1;
    const command = page.session.send('Page.navigate', { url: alias });
    const { errorText } = await command.finally(() => (this.#navigating -= 1));
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
    this.onDocument();
    this.emit('did-navigate', createEvent(), url, 200, 'OK');
  }

  #present(): void {
    const targetId = this.targetId;
    if (targetId) void this.shared.runtime.browser.then((browser) => browser.present(targetId));
  }

  #onUnreachable(url: string): void {
    this.#present();
    // Of a load the app asked for, the answer to its command tells more.
    if (this.#navigating === 0) this.#fail(loadError('ERR_FAILED', url));
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
    const title: unknown = await this.evaluate('document.title', false).catch(() => undefined);
    if (typeof title !== 'string' || title === '' || title === this.#title) return;
    this.#title = title;
    this.emit('page-title-updated', createEvent(), title, true);
  }

  #onConsole(type: string, message: string): void {
    const level = consoleLevels[type] ?? 'info';
    this.emit('console-message', createEvent({ level, message, lineNumber: 0, sourceId: '' }));
  }

  #onCrashed(): void {
    this.#crashed = true;
    const details = { reason: 'crashed', exitCode: 5 };
    this.emit('render-process-gone', createEvent(), details);
    this.shared.emitApp('render-process-gone', createEvent(), this, details);
  }
}
