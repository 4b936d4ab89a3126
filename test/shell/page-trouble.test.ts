import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mendPage } from '../../main/shell/page-trouble.ts';
import { createFakeClock, createFakeLog, settle } from './support/fakes.ts';

const fake = vi.hoisted(() => ({
  asked: [] as { readonly message: string; readonly buttons: string[] }[],
  answer: (_response: number): void => undefined,
  quits: 0,
}));

vi.mock('electron', () => ({
  app: { quit: () => (fake.quits += 1) },
  dialog: {
    showMessageBox(
      _window: unknown,
      options: { message: string; buttons: string[]; signal?: AbortSignal },
    ) {
      fake.asked.push(options);
      return new Promise((resolve) => {
        fake.answer = (response) => resolve({ response });
        options.signal?.addEventListener('abort', () => resolve({ response: 0 }));
      });
    },
  },
}));

beforeEach(() => {
  fake.asked.length = 0;
  fake.quits = 0;
});

function setUp() {
  const clock = createFakeClock();
  const contents = new EventEmitter();
  const state = { visible: true, destroyed: false, opened: 0, killed: 0 };
  const window = Object.assign(new EventEmitter(), {
    webContents: Object.assign(contents, {
      forcefullyCrashRenderer: () => void (state.killed += 1),
    }),
    isVisible: () => state.visible,
    isDestroyed: () => state.destroyed,
    destroy: () => void (state.destroyed = true),
  });
  mendPage(window as unknown as BrowserWindow, {
    clock,
    log: createFakeLog(),
    openAgain: () => void (state.opened += 1),
  });
  const crash = (reason = 'crashed'): void =>
    void contents.emit('render-process-gone', {}, { reason, exitCode: 5 });
  return { clock, window, state, crash };
}

describe('a page that crashed', () => {
  it('is opened again three times in a minute, and then the user is asked', async () => {
    const { clock, state, crash } = setUp();
    for (let count = 0; count < 4; count += 1) crash();
    expect(state.opened).toBe(3);
    expect(fake.asked).toMatchObject([{ message: 'This window keeps breaking' }]);
    fake.answer(0);
    await settle();
    expect(state.opened).toBe(4);
    // Asked for by hand, it has its three times again.
    clock.turn(1);
    crash();
    expect(state.opened).toBe(5);
  });

  it('now and then is opened again each time', () => {
    const { clock, state, crash } = setUp();
    for (let count = 0; count < 10; count += 1) {
      crash();
      clock.turn(20_001);
    }
    expect(state.opened).toBe(10);
    expect(fake.asked).toEqual([]);
  });

  it('ends the app when the user says so', async () => {
    const { state, crash } = setUp();
    for (let count = 0; count < 4; count += 1) crash();
    fake.answer(1);
    await settle();
    expect(fake.quits).toBe(1);
    expect(state.opened).toBe(3);
  });

  it('out of sight is let go without a word, and one that ended well is left alone', () => {
    const { state, crash } = setUp();
    crash('clean-exit');
    expect(state.opened).toBe(0);
    state.visible = false;
    for (let count = 0; count < 4; count += 1) crash();
    expect(state.destroyed).toBe(true);
    expect(fake.asked).toEqual([]);
  });
});

describe('a page that does not answer', () => {
  it('is waited for, or opened again as the user says', async () => {
    const { window, state } = setUp();
    window.emit('unresponsive');
    window.emit('unresponsive');
    expect(fake.asked).toMatchObject([{ message: 'This window is not responding' }]);
    fake.answer(0);
    await settle();
    expect(state.killed).toBe(0);
    window.emit('unresponsive');
    fake.answer(1);
    await settle();
    expect(state.killed).toBe(1);
  });

  it('that comes back by itself takes the question back', async () => {
    const { window, state } = setUp();
    window.emit('unresponsive');
    window.emit('responsive');
    await settle();
    expect(state.killed).toBe(0);
    window.emit('unresponsive');
    expect(fake.asked).toHaveLength(2);
  });
});
