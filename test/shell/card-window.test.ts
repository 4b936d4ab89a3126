import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCardWindow } from '../../main/shell/card-window.ts';
import { createQuickWindow } from '../../main/shell/quick-window.ts';
import type { AppEvent } from '../../shared/contract/index.ts';
import { ManualClock } from '../../simulator/server.ts';
import { createFakeLog } from './support/fakes.ts';

class FakeContents extends EventEmitter {
  readonly sent: unknown[] = [];
  readonly id: number;
  constructor(id: number) {
    super();
    this.id = id;
  }
  isLoading = (): boolean => false;
  isDestroyed = (): boolean => false;
  getZoomFactor = (): number => 1;
  send = (_channel: string, event: unknown): void => void this.sent.push(event);
}

/** A window as far as the cards look at it: what is done to it is kept in order. */
class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = [];
  readonly webContents = new FakeContents(FakeWindow.all.length + 1);
  readonly done: string[] = [];
  readonly options: Record<string, unknown>;
  readonly loaded: string[] = [];
  bounds = { x: 0, y: 0, width: 380, height: 320 };
  visible = false;
  destroyed = false;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
  }
  isVisible = (): boolean => this.visible;
  isDestroyed = (): boolean => this.destroyed;
  getBounds = () => this.bounds;
  setBounds = (bounds: typeof this.bounds): void => void (this.bounds = bounds);
  setAlwaysOnTop = (flag: boolean, level: string): void => void this.done.push(`${level} ${flag}`);
  setVisibleOnAllWorkspaces = (): void => void this.done.push('everywhere');
  loadURL = async (url: string): Promise<void> => void this.loaded.push(url);
  show = (): void => {
    this.visible = true;
    this.done.push('show');
  };
  showInactive = (): void => {
    this.visible = true;
    this.done.push('showInactive');
  };
  hide = (): void => {
    this.visible = false;
    this.done.push('hide');
  };
  focus = (): void => void this.done.push('focus');
  moveTop = (): void => void this.done.push('moveTop');
  destroy(): void {
    this.destroyed = true;
    this.emit('closed');
  }
}

vi.mock('electron', () => ({
  get BrowserWindow() {
    return FakeWindow;
  },
  nativeTheme: { shouldUseDarkColors: false },
  screen: {
    getCursorScreenPoint: () => ({ x: 2_000, y: 10 }),
    getDisplayNearestPoint: ({ x }: { x: number }) => ({
      workArea: { x: x > 1_920 ? 1_920 : 0, y: 0, width: 1_920, height: 1_040 },
    }),
    getDisplayMatching: () => ({ workArea: { x: 1_920, y: 0, width: 1_920, height: 1_040 } }),
  },
}));

function setUp(platform: NodeJS.Platform = 'linux') {
  const clock = new ManualClock();
  const cards = createCardWindow({ clock, log: createFakeLog(), devTools: false, platform });
  const latest = (): FakeWindow => {
    const last = FakeWindow.all.at(-1);
    if (last === undefined) throw new Error('no window was opened');
    return last;
  };
  return { clock, cards, latest };
}

beforeEach(() => {
  FakeWindow.all.length = 0;
});

describe('the window of the cards', () => {
  it('is made hidden, small, above others, and no window to switch to', () => {
    const { cards, latest } = setUp();
    cards.prepare();
    cards.prepare();
    expect(FakeWindow.all).toHaveLength(1);
    expect(latest().loaded).toEqual(['app://sidetone/card.html?language=en']);
    expect(latest().options).toMatchObject({
      show: false,
      frame: false,
      skipTaskbar: true,
      resizable: false,
      webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
    });
    expect(latest().done).toEqual(['floating true', 'everywhere']);
    expect(latest().visible).toBe(false);
  });

  it('is above the task bar of Windows, and a panel of macOS', () => {
    const windows = setUp('win32');
    windows.cards.prepare();
    expect(windows.latest().done).toEqual(['pop-up-menu true']);
    const mac = setUp('darwin');
    mac.cards.prepare();
    expect(mac.latest().options['type']).toBe('panel');
  });

  it('shows itself once its page has drawn the card, where the cursor is, and takes the keyboard', () => {
    const { cards, latest } = setUp();
    cards.prepare();
    cards.show({ takeFocus: true });
    expect(latest().visible).toBe(false);
    cards.fit(412);
    expect(latest().done.slice(-2)).toEqual(['show', 'focus']);
    expect(latest().bounds).toEqual({ x: 3_840 - 396, y: 16, width: 380, height: 412 });
  });

  it('leaves the keyboard to whoever types elsewhere', () => {
    const { cards, latest } = setUp();
    cards.show({ takeFocus: false });
    cards.fit(200);
    expect(latest().done.at(-1)).toBe('showInactive');
    cards.show({ takeFocus: false });
    expect(latest().done.at(-1)).toBe('moveTop');
    cards.show({ takeFocus: true });
    expect(latest().done.at(-1)).toBe('focus');
  });

  it('does not wait long for a page that says nothing', async () => {
    const { cards, clock, latest } = setUp();
    cards.show({ takeFocus: true });
    await clock.advance(200);
    expect(latest().visible).toBe(false);
    await clock.advance(100);
    expect(latest().visible).toBe(true);
  });

  it('is not shown after all when the card has gone meanwhile', async () => {
    const { cards, clock, latest } = setUp();
    cards.show({ takeFocus: true });
    cards.hide();
    cards.fit(200);
    await clock.advance(1_000);
    expect(latest().visible).toBe(false);
  });

  it('follows its cards in height, where the user has put it', () => {
    const { cards, latest } = setUp();
    cards.show({ takeFocus: true });
    cards.fit(300);
    latest().bounds = { x: 2_500, y: 400, width: 380, height: 300 };
    cards.fit(500);
    expect(latest().bounds).toEqual({ x: 2_500, y: 400, width: 380, height: 500 });
  });

  it('goes out of sight when it is closed by the system, and is there for the next card', () => {
    const { cards, latest } = setUp();
    cards.show({ takeFocus: true });
    cards.fit(300);
    const closing = { prevented: false, preventDefault: () => void (closing.prevented = true) };
    latest().emit('close', closing);
    expect(closing.prevented).toBe(true);
    expect(latest().visible).toBe(false);
    cards.show({ takeFocus: true });
    cards.fit(300);
    expect(latest().visible).toBe(true);
    expect(FakeWindow.all).toHaveLength(1);
  });

  it('hears every event, also while it is hidden, and is ours', () => {
    const { cards, latest } = setUp();
    const event: AppEvent = { name: 'changed', topics: [{ area: 'cards' }] };
    cards.send(event);
    expect(cards.isOurs(1)).toBe(false);
    cards.prepare();
    cards.send(event);
    expect(latest().webContents.sent).toEqual([event]);
    expect(cards.isOurs(1)).toBe(true);
    expect(cards.isOurs(2)).toBe(false);
  });

  it('lets go when the app does, and can be made again', () => {
    const { cards, latest } = setUp();
    cards.show({ takeFocus: true });
    cards.close();
    expect(latest().destroyed).toBe(true);
    cards.hide();
    cards.fit(100);
    expect(FakeWindow.all).toHaveLength(1);
    cards.prepare();
    expect(FakeWindow.all).toHaveLength(2);
  });
});

describe('the window for a text', () => {
  it('is made as that of the cards, and shown by the cursor with the keyboard in it', () => {
    const { clock } = setUp();
    const log = createFakeLog();
    const quick = createQuickWindow({ clock, log, devTools: false, platform: 'linux' });
    quick.prepare();
    const window = FakeWindow.all.at(-1);
    expect(window?.loaded).toEqual(['app://sidetone/quick.html?language=en']);
    expect(quick.isShown()).toBe(false);
    quick.show();
    quick.fit(300);
    expect(window?.done.slice(-2)).toEqual(['show', 'focus']);
    expect(window?.bounds).toEqual({ x: 1_936, y: 26, width: 420, height: 300 });
    expect(quick.isShown()).toBe(true);
    quick.hide();
    expect(quick.isShown()).toBe(false);
  });
});
