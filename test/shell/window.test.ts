import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createShellMemory } from '../../main/shell/shell-state.ts';
import { createMainWindow, type Closing } from '../../main/shell/window.ts';
import { eventChannel } from '../../shared/contract/bridge.ts';
import type { AppEvent } from '../../shared/contract/index.ts';
import { createFakeClock, createFakeFile, createFakeLog } from './support/fakes.ts';
import { FakeWindow } from './support/fake-window.ts';

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

  it('does what the menu bar does with it', () => {
    const { window, latest, seen } = setUp({}, () => 'hide');
    // Without a window there is nothing to make larger, and still something to quit.
    window.runRole('zoomIn');
    window.show();
    latest().emit('ready-to-show');
    window.runRole('zoomIn');
    window.runRole('zoomIn');
    window.runRole('zoomOut');
    expect(latest().webContents.zoomLevel).toBe(0.5);
    window.runRole('resetZoom');
    expect(latest().webContents.zoomLevel).toBe(0);
    window.runRole('togglefullscreen');
    expect(latest().fullScreen).toBe(true);
    window.runRole('togglefullscreen');
    expect(latest().fullScreen).toBe(false);
    window.runRole('minimize');
    expect(latest().minimized).toBe(true);
    window.show();
    window.runRole('close');
    expect(latest().visible).toBe(false);
    window.runRole('quit');
    expect(seen).toEqual(['shown', 'quit']);
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
