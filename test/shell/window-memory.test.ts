import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createShellMemory } from '../../main/shell/shell-state.ts';
import { createMainWindow } from '../../main/shell/window.ts';
import { eventChannel } from '../../shared/contract/bridge.ts';
import type { ThreadId } from '../../shared/model/ids.ts';
import { createFakeClock, createFakeFile, createFakeLog } from './support/fakes.ts';
import { FakeWindow } from './support/fake-window.ts';

const display = vi.hoisted(() => ({ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }));

vi.mock('electron', () => ({
  app: {},
  dialog: {},
  get BrowserWindow() {
    return FakeWindow;
  },
  nativeTheme: { shouldUseDarkColors: true },
  screen: {
    getPrimaryDisplay: () => display,
    getAllDisplays: () => [display],
    on: () => undefined,
  },
}));

function setUp() {
  const memory = createShellMemory(createFakeFile());
  const log = createFakeLog();
  const clock = createFakeClock();
  const seen: string[] = [];
  const window = createMainWindow({
    memory,
    clock,
    log,
    devTools: false,
    whenClosed: () => 'hide',
    quit: () => undefined,
    whenShown: () => void seen.push('shown'),
    whenGone: () => void seen.push('gone'),
  });
  const latest = (): FakeWindow => {
    const last = FakeWindow.all.at(-1);
    if (last === undefined) throw new Error('no window was opened');
    return last;
  };
  return { window, clock, latest, seen };
}

beforeEach(() => {
  FakeWindow.all.length = 0;
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
