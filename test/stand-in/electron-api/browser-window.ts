import type * as Electron from 'electron';
import { ApiEmitter, createEvent } from '../runtime/emitter.ts';
import type { Session } from './session.ts';
import type { Shared } from './shared.ts';
import { WebContents } from './web-contents.ts';
import { WindowSurface } from './window-surface.ts';

type Options = Electron.BrowserWindowConstructorOptions;
type Size = readonly [number, number];

let lastId = 0;

/** Electron's `BrowserWindow`: what a window is to the app; its surface in Chromium follows. */
export class BrowserWindow
  extends ApiEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'id'
      | 'webContents'
      | 'loadURL'
      | 'loadFile'
      | 'reload'
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
      | 'isNormal'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'getBounds'
      | 'setBounds'
      | 'getNormalBounds'
      | 'getContentBounds'
      | 'getSize'
      | 'setSize'
      | 'getContentSize'
      | 'setContentSize'
      | 'getPosition'
      | 'setPosition'
      | 'center'
      | 'setMinimumSize'
      | 'getMinimumSize'
      | 'setMaximumSize'
      | 'getMaximumSize'
      | 'setTitle'
      | 'getTitle'
      | 'setMenu'
      | 'removeMenu'
      | 'setMenuBarVisibility'
      | 'isMenuBarVisible'
      | 'setAutoHideMenuBar'
      | 'setBackgroundColor'
      | 'getBackgroundColor'
      | 'setIcon'
      | 'setSkipTaskbar'
      | 'setAlwaysOnTop'
      | 'isAlwaysOnTop'
      | 'moveTop'
      | 'setProgressBar'
      | 'setOverlayIcon'
      | 'flashFrame'
      | 'isResizable'
      | 'setResizable'
      | 'setContentProtection'
      | 'setTitleBarOverlay'
      | 'getParentWindow'
      | 'getChildWindows'
      | 'isModal'
      | 'isEnabled'
      | 'capturePage'
      | 'accessibleTitle'
    >
{
  readonly id = ++lastId;
  readonly contents: WebContents;
  accessibleTitle = '';
  readonly #shared: Shared;
  readonly #options: Options;
  readonly #surface: WindowSurface;
  #bounds: Electron.Rectangle;
  #minimum: Size;
  #maximum: Size;
  #title: string;
  #backgroundColor: string;
  #state: 'normal' | 'minimized' | 'maximized' | 'fullscreen' = 'normal';
  #visible: boolean;
  #focused = false;
  #destroyed = false;
  #moved = false;
  #alwaysOnTop: boolean;
  #resizable: boolean;
  #menuBarVisible = true;

  constructor(shared: Shared, options: Options = {}) {
    super('BrowserWindow');
    refuseUnsafe(options.webPreferences ?? {});
    if (!shared.runtime.isReady())
      throw new Error('Cannot create BrowserWindow before app is ready');
    this.#shared = shared;
    this.#options = options;
    const { width = 800, height = 600 } = options;
    this.#bounds = this.#place(width, height);
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#maximum = [options.maxWidth ?? 0, options.maxHeight ?? 0];
    this.#title = options.title ?? shared.runtime.appName;
    this.#backgroundColor = options.backgroundColor ?? '#FFF';
    this.#visible = options.show ?? true;
    this.#alwaysOnTop = options.alwaysOnTop ?? false;
    this.#resizable = options.resizable ?? true;
    this.#surface = new WindowSurface(shared.runtime);
    this.contents = this.#createContents();
    shared.windows.add(this);
    this.#announce();
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

  reload(): void {
    this.contents.reload();
  }

  show(): void {
    this.showInactive();
    this.#takeFocus();
  }

  showInactive(): void {
    this.#requireAlive();
    if (this.#visible) return;
    this.#visible = true;
    this.#applySurface();
    this.emit('show');
  }

  hide(): void {
    this.#requireAlive();
    if (!this.#visible) return;
    this.#visible = false;
    this.#loseFocus();
    this.#applySurface();
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.#visible && !this.#destroyed;
  }

  focus(): void {
    this.#requireAlive();
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

  isNormal(): boolean {
    return this.#state === 'normal';
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

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#requireAlive();
    const wanted = { ...this.#bounds, ...bounds };
    const [width, height] = this.#clamp(wanted.width, wanted.height);
    this.#moveTo({ x: wanted.x, y: wanted.y, width, height });
    this.#applySurface();
  }

  getNormalBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getContentBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }

  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y];
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  center(): void {
    this.setBounds(centerIn(this.#shared.screen.workArea, this.#bounds));
  }

  setMinimumSize(width: number, height: number): void {
    this.#minimum = [width, height];
  }

  getMinimumSize(): number[] {
    return [...this.#minimum];
  }

  setMaximumSize(width: number, height: number): void {
    this.#maximum = [width, height];
  }

  getMaximumSize(): number[] {
    return [...this.#maximum];
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  setMenu(): void {
    // Windows of the stand-in have no menu bar; menus are reached through its control.
  }

  removeMenu(): void {
    // See setMenu.
  }

  setMenuBarVisibility(visible: boolean): void {
    this.#menuBarVisible = visible;
  }

  isMenuBarVisible(): boolean {
    return this.#menuBarVisible;
  }

  setAutoHideMenuBar(hide: boolean): void {
    this.#menuBarVisible = !hide;
  }

  setBackgroundColor(backgroundColor: string): void {
    this.#backgroundColor = backgroundColor;
  }

  getBackgroundColor(): string {
    return this.#backgroundColor;
  }

  setIcon(): void {
    // Chromium draws its own icon.
  }

  setSkipTaskbar(): void {
    // The desktop decides over Chromium's windows.
  }

  setAlwaysOnTop(flag: boolean): void {
    this.#alwaysOnTop = flag;
    this.emit('always-on-top-changed', createEvent(), flag);
  }

  isAlwaysOnTop(): boolean {
    return this.#alwaysOnTop;
  }

  moveTop(): void {
    this.#surface.raise();
  }

  setProgressBar(): void {
    // No taskbar entry of its own.
  }

  setOverlayIcon(): void {
    // No taskbar entry of its own.
  }

  flashFrame(): void {
    // No taskbar entry of its own.
  }

  setContentProtection(): void {
    // Windows and macOS only in Electron too.
  }

  setTitleBarOverlay(): void {
    // Chromium draws its own title bar.
  }

  setResizable(resizable: boolean): void {
    this.#resizable = resizable;
  }

  isResizable(): boolean {
    return this.#resizable;
  }

  getParentWindow(): Electron.BrowserWindow | null {
    return (this.#options.parent as Electron.BrowserWindow | undefined) ?? null;
  }

  getChildWindows(): Electron.BrowserWindow[] {
    return [...this.#shared.windows]
      .map((window) => window as unknown as Electron.BrowserWindow)
      .filter((window) => (window.getParentWindow() as unknown) === this);
  }

  isModal(): boolean {
    return this.#options.modal ?? false;
  }

  isEnabled(): boolean {
    return true;
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
      bounds: () => this.#bounds,
      onPageOpened: () => this.#onPageOpened(contents.targetId ?? ''),
      onPageGone: () => this.#onPageGone(),
      onWindowChanged: (focused) => void this.#adopt(focused),
    });
    contents.once('did-finish-load', () => this.emit('ready-to-show'));
    contents.on('page-title-updated', (event: Electron.Event, title: string) => {
      this.emit('page-title-updated', event, title, true);
      if (!event.defaultPrevented) this.#title = title;
    });
    return contents;
  }

  #announce(): void {
    const { emitApp } = this.#shared;
    emitApp('web-contents-created', createEvent(), this.contents);
    emitApp('browser-window-created', createEvent(), this);
  }

  async #onPageOpened(targetId: string): Promise<void> {
    this.#surface.attach(targetId);
    const screen = await this.#surface.findScreen();
    if (screen) this.#shared.screen.setSize(screen);
    // Only now is it known where the window can be seen.
    if (screen && !this.#moved) this.#bounds = this.#place(this.#bounds.width, this.#bounds.height);
    this.#applySurface();
  }

  /** Where a window of this size goes: where the app wants it, else in the middle of the screen. */
  #place(width: number, height: number): Electron.Rectangle {
    const { x, y } = this.#options;
    const centered = centerIn(this.#shared.screen.workArea, { x: 0, y: 0, width, height });
    return { ...centered, ...(x === undefined || y === undefined ? {} : { x, y }) };
  }

  /** Takes over what the user did to Chromium's window. */
  async #adopt(focused: boolean): Promise<void> {
    const place = await this.#surface.find();
    if (!place || this.#destroyed || !this.#visible) return;
    if (focused) this.#takeFocus();
    else this.#loseFocus();
    const { bounds, state } = place;
    if (state === this.#state) {
      if (state === 'normal') this.#moveTo(bounds);
      return;
    }
    const before = this.#state;
    this.#state = state;
    const events = {
      minimized: 'minimize',
      maximized: 'maximize',
      fullscreen: 'enter-full-screen',
    };
    if (state !== 'normal') this.emit(events[state]);
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
    const wasVisible = this.#visible;
    if (url && !wasVisible)
      this.once('show', () => void contents.loadURL(url).catch(console.error));
    else if (url) void contents.loadURL(url).catch(console.error);
  }

  #enter(state: 'normal' | 'minimized' | 'maximized' | 'fullscreen', event: string): void {
    this.#requireAlive();
    if (this.#state === state) return;
    this.#state = state;
    this.#applySurface();
    this.emit(event);
  }

  #applySurface(): void {
    this.#surface.apply({
      bounds: this.#bounds,
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

  #clamp(width: number, height: number): Size {
    const fit = (value: number, least: number, most: number): number =>
      Math.max(least, most > 0 ? Math.min(value, most) : value);
    return [
      fit(width, this.#minimum[0], this.#maximum[0]),
      fit(height, this.#minimum[1], this.#maximum[1]),
    ];
  }

  #moveTo(bounds: Electron.Rectangle): void {
    const before = this.#bounds;
    this.#bounds = bounds;
    this.#moved = true;
    const { x, y, width, height } = bounds;
    if (width !== before.width || height !== before.height) this.#emitPair('resize', 'resized');
    if (x !== before.x || y !== before.y) this.#emitPair('move', 'moved');
  }

  #emitPair(first: string, second: string): void {
    this.emit(first);
    this.emit(second);
  }

  #requireAlive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
  }
}

/** The middle of an area, and no larger than it. */
function centerIn(area: Electron.Rectangle, size: Electron.Rectangle): Electron.Rectangle {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

/** Windows the stand-in could not make as safe, or as open, as Electron would are not made at all. */
function refuseUnsafe(preferences: Electron.WebPreferences): void {
  const refused =
    (preferences.contextIsolation === false && 'contextIsolation: false') ||
    (preferences.sandbox === false && 'sandbox: false') ||
    (preferences.nodeIntegration === true && 'nodeIntegration: true') ||
    (preferences.nodeIntegrationInWorker === true && 'nodeIntegrationInWorker: true') ||
    (preferences.nodeIntegrationInSubFrames === true && 'nodeIntegrationInSubFrames: true') ||
    (preferences.webviewTag === true && 'webviewTag: true') ||
    (preferences.webSecurity === false && 'webSecurity: false');
  if (!refused) return;
  throw new Error(`Sidetone's stand-in runtime does not offer windows with ${refused}`);
}
