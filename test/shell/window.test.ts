import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createShellMemory } from '../../main/shell/shell-state.ts';
import { createMainWindow, type Closing } from '../../main/shell/window.ts';
import { eventChannel } from '../../shared/contract/bridge.ts';
import type { AppEvent } from '../../shared/contract/index.ts';
import type { ThreadId } from '../../shared/model/ids.ts';
import { createFakeClock, createFakeFile, createFakeLog } from './support/fakes.ts';

/** A WebContents that keeps what was sent to it. */
class FakeContents extends EventEmitter {
  readonly sent: unknown[] = [];
  loading = true;
  audible = false;
  readonly id: number;
  constructor(id: number) {
    super();
    this.id = id;
  }
  isLoading = (): boolean => this.loading;
  isDestroyed = (): boolean => false;
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
class FakeWindow extends EventEmitter {
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
  isFullScreen = (): boolean => false;
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

const fake = vi.hoisted(() => {
  const main = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
  return { main, displays: [main], hears: new Map<string, () => void>() };
});

vi.mock('electron', () => ({
  app: {},
  dialog: {},
  get BrowserWindow() {
    return FakeWindow;
  },
  nativeTheme: { shouldUseDarkColors: true },
  screen: {
    getPrimaryDisplay: () => fake.main,
    getAllDisplays: () => fake.displays,
    on: (name: string, hear: () => void) => void fake.hears.set(name, hear),
  },
}));

const event: AppEvent = { name: 'navigate', to: { screen: 'calls' } };

function setUp(saved: Record<string, unknown> = {}, whenClosed: () => Closing = () => 'hide') {
  const memory = createShellMemory(createFakeFile(saved));
  const log = createFakeLog();
  const clock = createFakeClock();
  const seen: string[] = [];
  const window = createMainWindow({
    memory,
    clock,
    log,
    devTools: false,
    whenClosed,
    quit: () => void seen.push('quit'),
    whenShown: () => void seen.push('shown'),
    whenGone: () => void seen.push('gone'),
  });
  const latest = (): FakeWindow => {
    const last = FakeWindow.all.at(-1);
    if (last === undefined) throw new Error('no window was opened');
    return last;
  };
  return { window, memory, log, clock, latest, seen };
}

beforeEach(() => {
  FakeWindow.all.length = 0;
});

describe('the window', () => {
  it('opens its own page, and shows itself once there is something to see', () => {
    const { window, latest } = setUp();
    window.show();
    expect(latest().loaded).toEqual(['app://sidetone/index.html?language=en']);
    expect(latest().options['show']).toBe(false);
    expect(latest().visible).toBe(false);
    latest().emit('ready-to-show');
    expect(latest().visible).toBe(true);
  });

  it('hides in the tray when it is closed, and comes back as it was', () => {
    const { window, latest, memory } = setUp();
    window.show();
    latest().emit('ready-to-show');
    expect(latest().close()).toBe(false);
    expect(latest().visible).toBe(false);
    expect(memory.get().bounds).toEqual({ x: 1, y: 2, width: 800, height: 700 });
    window.show();
    expect(latest().visible).toBe(true);
    expect(FakeWindow.all).toHaveLength(1);
  });

  it('is remembered as maximised when the app ends, in sight or not', () => {
    let quitting = false;
    const { window, latest, memory } = setUp({ maximized: true }, () =>
      quitting ? 'close' : 'hide',
    );
    window.show();
    latest().emit('ready-to-show');
    window.hide();
    quitting = true;
    latest().close();
    expect(memory.get().maximized).toBe(true);

    window.show();
    latest().emit('ready-to-show');
    latest().minimized = true;
    window.hide();
    latest().close();
    expect(memory.get().maximized).toBe(true);
  });

  it('stays within reach where there is no tray, and comes back as it was', () => {
    const { window, latest, memory } = setUp({ maximized: true }, () => 'minimize');
    window.show();
    latest().emit('ready-to-show');
    expect(latest().close()).toBe(false);
    expect(latest()).toMatchObject({ visible: true, minimized: true });
    expect(memory.get().maximized).toBe(true);
    window.show();
    expect(latest().minimized).toBe(false);
    expect(FakeWindow.all).toHaveLength(1);
  });

  it('closes when the app quits, and a new one opens when asked for', () => {
    const { window, latest } = setUp({}, () => 'close');
    window.show();
    expect(latest().close()).toBe(true);
    expect(window.isOurs(1)).toBe(false);
    window.show();
    expect(FakeWindow.all).toHaveLength(2);
    expect(window.isOurs(2)).toBe(true);
  });

  it('opens where it was, unless that screen is gone', () => {
    const bounds = { x: 100, y: 100, width: 900, height: 700 };
    const first = setUp({ bounds, maximized: true });
    first.window.show();
    first.latest().emit('ready-to-show');
    expect(first.latest().options).toMatchObject(bounds);
    expect(first.latest().maximized).toBe(true);

    const second = setUp({ bounds: { ...bounds, x: 5000 } });
    second.window.show();
    expect(second.latest().options).toMatchObject({ x: 510, y: 170, width: 900, height: 700 });
  });

  it('tells when it is first seen, and when it is gone', () => {
    const { window, latest, seen } = setUp({}, () => 'close');
    window.show();
    expect(seen).toEqual([]);
    latest().emit('ready-to-show');
    latest().close();
    expect(seen).toEqual(['shown', 'gone']);
  });

  it('is the only one whose messages count', () => {
    const { window } = setUp();
    expect(window.isOurs(1)).toBe(false);
    window.show();
    expect(window.isOurs(1)).toBe(true);
    expect(window.isOurs(2)).toBe(false);
  });

  it('gets an event at once, or as soon as it has loaded, or never when there is none', () => {
    const { window, latest } = setUp();
    window.send(event);
    window.show();
    window.send(event);
    expect(latest().webContents.sent).toEqual([]);
    latest().webContents.finishLoading();
    expect(latest().webContents.sent).toEqual([[eventChannel, event]]);
    window.send(event);
    expect(latest().webContents.sent).toHaveLength(2);
  });

  it('gets what was sent while it was loading in order, once, over one listener', () => {
    const { window, latest } = setUp();
    window.show();
    const { webContents } = latest();
    const before = webContents.listenerCount('did-stop-loading');
    const events = Array.from({ length: 30 }, (_, index): AppEvent => {
      return { name: 'changed', topics: [{ area: 'messages', key: `t-${index}` }] };
    });
    for (const one of events) window.send(one);
    expect(webContents.listenerCount('did-stop-loading')).toBe(before);
    webContents.finishLoading();
    webContents.finishLoading();
    expect(webContents.sent).toEqual(events.map((one) => [eventChannel, one]));
  });

  it('takes nothing meant for a window that is gone to the next one', () => {
    const { window, latest } = setUp({}, () => 'close');
    window.show();
    window.send(event);
    latest().close();
    window.show();
    latest().webContents.finishLoading();
    expect(latest().webContents.sent).toEqual([]);
  });

  it('ends the app when it is closed, where the user has chosen so', () => {
    const { window, latest, seen } = setUp({}, () => 'quit');
    window.show();
    latest().emit('ready-to-show');
    expect(latest().close()).toBe(false);
    expect(seen).toEqual(['shown', 'quit']);
  });

  it('keeps its place on the task bar when it is opened anew', () => {
    const { window, latest } = setUp({}, () => 'close');
    const image = {} as Electron.NativeImage;
    window.setOverlay({ image, description: '3 waiting' });
    window.show();
    latest().close();
    window.show();
    expect(latest().overlays).toEqual([[image, '3 waiting']]);
    window.setOverlay(undefined);
    expect(latest().overlays.at(-1)).toEqual([null, '']);
  });

  it('comes to where it can be seen when its display goes', () => {
    const { window, latest } = setUp();
    window.show();
    latest().emit('ready-to-show');
    latest().bounds = { x: 2500, y: 100, width: 900, height: 700 };
    fake.hears.get('display-removed')?.();
    expect(latest().bounds).toEqual({ x: 510, y: 170, width: 900, height: 700 });
  });
});

const tenMinutes = 10 * 60_000;
const place = { screen: 'messages', threadId: 't-7' as ThreadId } as const;

describe('the memory of the window', () => {
  it('is given back when it is long out of sight, and it comes back to its place', () => {
    const { window, latest, clock, seen } = setUp();
    window.show();
    latest().emit('ready-to-show');
    window.notePlace({ to: place, isBusy: false });
    latest().close();
    clock.turn(tenMinutes - 1);
    expect(latest().destroyed).toBe(false);
    clock.turn(1);
    expect(latest().destroyed).toBe(true);
    expect(window.isOurs(1)).toBe(false);
    // It is not gone: the small windows stay, and the app.
    expect(seen).toEqual(['shown']);

    window.show();
    expect(FakeWindow.all).toHaveLength(2);
    latest().webContents.finishLoading();
    expect(latest().webContents.sent).toEqual([[eventChannel, { name: 'navigate', to: place }]]);
  });

  it('is kept while it is looked at again, plays something, or holds what is not stored', () => {
    const { window, latest, clock } = setUp();
    window.show();
    latest().emit('ready-to-show');
    latest().close();
    clock.turn(tenMinutes / 2);
    window.show();
    clock.turn(tenMinutes);
    expect(latest().destroyed).toBe(false);

    latest().close();
    window.notePlace({ to: place, isBusy: true });
    clock.turn(tenMinutes);
    expect(latest().destroyed).toBe(false);
    window.notePlace({ to: place, isBusy: false });
    latest().webContents.audible = true;
    clock.turn(tenMinutes);
    expect(latest().destroyed).toBe(false);
    latest().webContents.audible = false;
    clock.turn(tenMinutes);
    expect(latest().destroyed).toBe(true);
  });

  it('that broke comes back to its place as well', () => {
    const { window, latest } = setUp();
    window.show();
    latest().webContents.finishLoading();
    window.notePlace({ to: place, isBusy: true });
    latest().webContents.loading = true;
    latest().webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    latest().webContents.finishLoading();
    expect(latest().loaded).toHaveLength(2);
    expect(latest().webContents.sent).toEqual([[eventChannel, { name: 'navigate', to: place }]]);
  });
});
