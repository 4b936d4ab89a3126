import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { quitInOrder } from '../../main/shell/quit.ts';
import { createFakeClock, createFakeLog, settle } from './support/fakes.ts';

/** Electron's app and power monitor as far as quitting goes. */
const fake = vi.hoisted(() => ({
  app: undefined as unknown as EventEmitter & { quit(): void; ended: boolean },
  powerMonitor: undefined as unknown as EventEmitter,
}));

vi.mock('electron', () => ({
  get app() {
    return fake.app;
  },
  get powerMonitor() {
    return fake.powerMonitor;
  },
}));

const cancellable = () => ({
  prevented: false,
  preventDefault(): void {
    this.prevented = true;
  },
});

beforeEach(() => {
  fake.powerMonitor = new EventEmitter();
  fake.app = Object.assign(new EventEmitter(), {
    ended: false,
    quit(): void {
      const event = cancellable();
      fake.app.emit('before-quit', event);
      if (!event.prevented) fake.app.ended = true;
    },
  });
});

function setUp() {
  const stopped = Promise.withResolvers<void>();
  const stop = vi.fn(() => stopped.promise);
  const starting = vi.fn();
  const clock = createFakeClock();
  quitInOrder({ starting, stop, clock, log: createFakeLog() });
  return { stopped, stop, starting, clock };
}

/** The computer is about to shut down; answers whether it was asked to wait. */
function shutDown(): boolean {
  const event = cancellable();
  fake.powerMonitor.emit('shutdown', event);
  return event.prevented;
}

describe('quitting', () => {
  it('waits until everything is closed, once', async () => {
    const { stopped, stop, starting } = setUp();
    fake.app.quit();
    fake.app.quit();
    expect(starting).toHaveBeenCalled();
    expect(stop).toHaveBeenCalledOnce();
    expect(fake.app.ended).toBe(false);
    stopped.resolve();
    await settle();
    expect(fake.app.ended).toBe(true);
  });

  it('ends when something does not close in order', async () => {
    const broken = setUp();
    fake.app.quit();
    broken.stopped.reject(new Error('disk gone'));
    await settle();
    expect(fake.app.ended).toBe(true);
  });

  it('waits for fifteen seconds, no longer', () => {
    const { clock } = setUp();
    fake.app.quit();
    clock.turn(14_999);
    expect(fake.app.ended).toBe(false);
    clock.turn(1);
    expect(fake.app.ended).toBe(true);
  });
});

describe('a shutdown', () => {
  it('waits until everything is closed', async () => {
    const { stopped, stop } = setUp();
    expect(shutDown()).toBe(true);
    expect(stop).toHaveBeenCalledOnce();
    expect(fake.app.ended).toBe(false);
    stopped.resolve();
    await settle();
    expect(fake.app.ended).toBe(true);
  });

  it('waits for three seconds, also for a quit that is under way', () => {
    const { clock, stop } = setUp();
    fake.app.quit();
    shutDown();
    clock.turn(3_000);
    expect(fake.app.ended).toBe(true);
    expect(stop).toHaveBeenCalledOnce();
  });
});
