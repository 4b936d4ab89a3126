import { EventEmitter } from 'node:events';

/** A WebContents that keeps what was sent to it. */
export class FakeContents extends EventEmitter {
  readonly sent: unknown[] = [];
  loading = true;
  audible = false;
  zoomLevel = 0;
  readonly id: number;
  constructor(id: number) {
    super();
    this.id = id;
  }
  isLoading = (): boolean => this.loading;
  isDestroyed = (): boolean => false;
  getZoomLevel = (): number => this.zoomLevel;
  setZoomLevel = (level: number): void => void (this.zoomLevel = level);
  isCurrentlyAudible = (): boolean => this.audible;
  send(channel: string, event: unknown): void {
    this.sent.push([channel, event]);
  }
  finishLoading(): void {
    this.loading = false;
    this.emit('did-stop-loading');
  }
}

/** A window as far as the shell looks at it. */
export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = [];
  readonly webContents = new FakeContents(FakeWindow.all.length + 1);
  readonly options: Record<string, unknown>;
  readonly loaded: string[] = [];
  visible = false;
  maximized = false;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
  }
  minimized = false;
  isVisible = (): boolean => this.visible;
  isMinimized = (): boolean => this.minimized;
  destroyed = false;
  readonly overlays: unknown[] = [];
  bounds = { x: 1, y: 2, width: 800, height: 700 };
  isDestroyed = (): boolean => this.destroyed;
  fullScreen = false;
  isFullScreen = (): boolean => this.fullScreen;
  setFullScreen = (flag: boolean): void => void (this.fullScreen = flag);
  isFocused = (): boolean => true;
  getBounds = () => this.bounds;
  setBounds = (bounds: typeof this.bounds): void => void (this.bounds = bounds);
  setOverlayIcon = (...overlay: unknown[]): void => void this.overlays.push(overlay);
  // As on a desktop: a window that is out of sight is not maximised either.
  isMaximized = (): boolean => this.maximized && this.visible && !this.minimized;
  getNormalBounds = () => ({ x: 1, y: 2, width: 800, height: 700 });
  restore = (): void => void (this.minimized = false);
  focus = (): void => undefined;
  show = (): void => {
    this.visible = true;
    this.emit('show');
  };
  hide = (): void => {
    this.visible = false;
    this.emit('hide');
  };
  destroy = (): void => {
    this.destroyed = true;
    this.visible = false;
    this.emit('closed');
  };
  minimize = (): void => void (this.minimized = true);
  maximize = (): void => void (this.maximized = true);
  loadURL = async (url: string): Promise<void> => void this.loaded.push(url);
  /** The user closes it; answers whether it went. */
  close(): boolean {
    const event = { prevented: false, preventDefault: () => void (event.prevented = true) };
    this.emit('close', event);
    if (!event.prevented) this.emit('closed');
    return !event.prevented;
  }
}
