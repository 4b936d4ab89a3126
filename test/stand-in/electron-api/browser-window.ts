import type * as Electron from 'electron';
import { createEvent } from '../runtime/emitter.ts';
import type { Session } from './session.ts';
import type { Shared } from './shared.ts';
import { WebContents } from './web-contents.ts';
import { checkOptions } from './web-preferences.ts';
import { WindowGeometry } from './window-geometry.ts';
import { WindowSurface } from './window-surface.ts';

type Options = Electron.BrowserWindowConstructorOptions;

const entered = {
  minimized: 'minimize',
  maximized: 'maximize',
  fullscreen: 'enter-full-screen',
} as const;

let lastId = 0;

/** Electron's `BrowserWindow`: what a window is to the app; its surface in Chromium follows. */
export class BrowserWindow
  extends WindowGeometry
  implements
    Pick<
      Electron.BrowserWindow,
      | 'id'
      | 'webContents'
      | 'loadURL'
      | 'loadFile'
      | 'show'
      | 'showInactive'
      | 'hide'
      | 'isVisible'
      | 'focus'
      | 'blur'
      | 'isFocused'
      | 'minimize'
      | 'isMinimized'
      | 'restore'
      | 'maximize'
      | 'unmaximize'
      | 'isMaximized'
      | 'setFullScreen'
      | 'isFullScreen'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'moveTop'
      | 'capturePage'
    >
{
  readonly id = ++lastId;
  readonly contents: WebContents;
  readonly #shared: Shared;
  readonly #options: Options;
  readonly #surface: WindowSurface;
  #state: 'normal' | 'minimized' | 'maximized' | 'fullscreen' = 'normal';
  #visible: boolean;
  #focused = false;
  #destroyed = false;

  constructor(shared: Shared, options: Options = {}) {
    super(shared.runtime.appName, shared.screen, options);
    checkOptions(shared.runtime, options);
    this.#shared = shared;
    this.#options = options;
    this.#visible = options.show ?? true;
    this.#surface = new WindowSurface(shared.runtime);
    this.contents = this.#createContents();
    shared.windows.add(this);
    shared.emitApp('web-contents-created', createEvent(), this.contents);
    shared.emitApp('browser-window-created', createEvent(), this);
    if (this.#visible) setImmediate(() => this.#takeFocus());
  }

  get webContents(): Electron.WebContents {
    return this.contents as unknown as Electron.WebContents;
  }

  loadURL(url: string): Promise<void> {
    return this.contents.loadURL(url);
  }

  loadFile(filePath: string, options?: Electron.LoadFileOptions): Promise<void> {
    return this.contents.loadFile(filePath, options);
  }

  show(): void {
    this.showInactive();
    this.#takeFocus();
  }

  showInactive(): void {
    this.requireAlive();
    if (this.#visible) return;
    this.#visible = true;
    this.applySurface();
    this.emit('show');
  }

  hide(): void {
    this.requireAlive();
    if (!this.#visible) return;
    this.#visible = false;
    this.#loseFocus();
    this.applySurface();
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.#visible && !this.#destroyed;
  }

  focus(): void {
    this.requireAlive();
    if (!this.#visible) return;
    this.#surface.raise();
    this.#takeFocus();
  }

  blur(): void {
    this.#loseFocus();
  }

  isFocused(): boolean {
    return this.#focused;
  }

  minimize(): void {
    this.#enter('minimized', 'minimize');
    this.#loseFocus();
  }

  isMinimized(): boolean {
    return this.#state === 'minimized';
  }

  restore(): void {
    if (this.#state !== 'minimized') return;
    this.#enter('normal', 'restore');
    this.#takeFocus();
  }

  maximize(): void {
    this.#enter('maximized', 'maximize');
  }

  unmaximize(): void {
    if (this.#state === 'maximized') this.#enter('normal', 'unmaximize');
  }

  isMaximized(): boolean {
    return this.#state === 'maximized';
  }

  setFullScreen(flag: boolean): void {
    if (flag) this.#enter('fullscreen', 'enter-full-screen');
    else if (this.#state === 'fullscreen') this.#enter('normal', 'leave-full-screen');
  }

  isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }

  /** Asks the app whether the window may close, and closes it unless the app refuses. */
  close(): void {
    if (this.#destroyed) return;
    const event = createEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#loseFocus();
    this.#destroyed = true;
    this.#visible = false;
    this.#shared.windows.delete(this);
    void this.contents.dispose();
    setImmediate(() => {
      this.emit('closed');
      if (this.#shared.windows.size === 0) this.#shared.onAllWindowsClosed();
    });
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  moveTop(): void {
    this.#surface.raise();
  }

  capturePage(): Promise<Electron.NativeImage> {
    return this.contents.capturePage();
  }

  #createContents(): WebContents {
    const preferences = this.#options.webPreferences ?? {};
    const { sessions } = this.#shared;
    const given = preferences.session as unknown as Session | undefined;
    const contents = new WebContents(this.#shared, {
      session: given ?? sessions.fromPartition(preferences.partition ?? ''),
      preloadPaths: preferences.preload ? [preferences.preload] : [],
      additionalArguments: preferences.additionalArguments ?? [],
      zoomFactor: preferences.zoomFactor ?? 1,
      bounds: () => this.getBounds(),
      onPageOpened: () => this.#onPageOpened(contents.targetId ?? ''),
      onPageGone: () => this.#onPageGone(),
      onWindowChanged: (focused) => void this.#adopt(focused),
    });
    contents.once('did-finish-load', () => this.emit('ready-to-show'));
    contents.on('page-title-updated', (event: Electron.Event, title: string) => {
      this.emit('page-title-updated', event, title, true);
      if (!event.defaultPrevented) this.setTitle(title);
    });
    return contents;
  }

  async #onPageOpened(targetId: string): Promise<void> {
    this.#surface.attach(targetId);
    const screen = await this.#surface.findScreen();
    if (screen) {
      this.#shared.screen.setSize(screen);
      this.placeOnScreen();
    }
    this.applySurface();
  }

  /** Takes over what the user did to Chromium's window. */
  async #adopt(focused: boolean): Promise<void> {
    const place = await this.#surface.find();
    if (!place || this.#destroyed || !this.#visible) return;
    if (focused) this.#takeFocus();
    else this.#loseFocus();
    const { bounds, state } = place;
    if (state === this.#state) {
      if (state === 'normal') this.moveTo(bounds);
      return;
    }
    const before = this.#state;
    this.#state = state;
    if (state !== 'normal') this.emit(entered[state]);
    else this.emit(before === 'minimized' ? 'restore' : 'unmaximize');
  }

  /** Someone closed Chromium's window: the app is asked as it would be, and may only hide it. */
  #onPageGone(): void {
    const { contents } = this;
    const url = contents.getURL();
    contents.forgetPage();
    const event = createEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) {
      this.destroy();
      return;
    }
    // The page is lost with its window; it comes back, freshly loaded, when the app shows it again.
    const loadAgain = (): void => void contents.loadURL(url).catch(() => undefined);
    if (url && this.#visible) loadAgain();
    else if (url) this.once('show', loadAgain);
  }

  #enter(state: 'normal' | 'minimized' | 'maximized' | 'fullscreen', event: string): void {
    this.requireAlive();
    if (this.#state === state) return;
    this.#state = state;
    this.applySurface();
    this.emit(event);
  }

  protected override applySurface(): void {
    this.#surface.apply({
      bounds: this.getBounds(),
      state: this.#visible ? this.#state : 'minimized',
    });
  }

  #takeFocus(): void {
    if (this.#focused || this.#destroyed || !this.#visible) return;
    for (const window of this.#shared.windows) if (window !== this) window.blur();
    this.#focused = true;
    this.emit('focus', createEvent());
    this.#shared.emitApp('browser-window-focus', createEvent(), this);
  }

  #loseFocus(): void {
    if (!this.#focused) return;
    this.#focused = false;
    this.emit('blur', createEvent());
    this.#shared.emitApp('browser-window-blur', createEvent(), this);
  }

  protected override requireAlive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
  }
}
