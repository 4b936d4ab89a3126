import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardPages, refuseDebugging } from '../../main/shell/guard.ts';
import { createFakeLog } from './support/fakes.ts';

type PermissionAnswer = (granted: boolean) => void;

const fake = vi.hoisted(() => ({
  packaged: true,
  removed: [] as string[],
  handlers: {} as {
    request?: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;
    check?: (contents: unknown, permission: string) => boolean;
    device?: () => boolean;
  },
  spelling: true,
  on: new Map<string, (...args: never[]) => void>(),
}));

vi.mock('electron', () => ({
  app: {
    get isPackaged() {
      return fake.packaged;
    },
    commandLine: { removeSwitch: (name: string) => fake.removed.push(name) },
    on: (name: string, listener: (...args: never[]) => void) => fake.on.set(name, listener),
  },
  session: {
    defaultSession: {
      setPermissionRequestHandler: (handler: typeof fake.handlers.request) =>
        (fake.handlers.request = handler),
      setPermissionCheckHandler: (handler: typeof fake.handlers.check) =>
        (fake.handlers.check = handler),
      setDevicePermissionHandler: (handler: typeof fake.handlers.device) =>
        (fake.handlers.device = handler),
      setSpellCheckerEnabled: (on: boolean) => (fake.spelling = on),
      on: (name: string, listener: (...args: never[]) => void) => fake.on.set(name, listener),
    },
  },
}));

/** WebContents as the guard sees them. */
class FakeContents extends EventEmitter {
  opening: ((details: unknown) => { action: string }) | undefined;
  setWindowOpenHandler(handler: (details: unknown) => { action: string }): void {
    this.opening = handler;
  }
}

function guarded() {
  const log = createFakeLog();
  guardPages(log);
  const contents = new FakeContents();
  const created = fake.on.get('web-contents-created') as
    ((event: unknown, contents: FakeContents) => void) | undefined;
  created?.({}, contents);
  return { log, contents };
}

beforeEach(() => {
  fake.removed.length = 0;
  fake.on.clear();
});

describe('a page', () => {
  it.each(['navigate', 'redirect', 'frame-navigate', 'attach-webview'])('may not %s', (what) => {
    const { contents, log } = guarded();
    const preventDefault = vi.fn();
    contents.emit(`will-${what}`, { preventDefault, url: 'app://sidetone/index.html' });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(log.lines).toHaveLength(1);
  });

  it('may not open a window', () => {
    const { contents } = guarded();
    expect(contents.opening?.({ url: 'https://example.com' })).toEqual({ action: 'deny' });
  });

  it('may not download', () => {
    guarded();
    const preventDefault = vi.fn();
    const download = fake.on.get('will-download') as (event: unknown) => void;
    download({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('has the permission to copy, and no other', () => {
    guarded();
    const { request, check, device } = fake.handlers;
    const granted = (permission: string) => {
      const answer = vi.fn<PermissionAnswer>();
      request?.({}, permission, answer);
      expect(answer).toHaveBeenCalledOnce();
      return [answer.mock.calls[0]?.[0], check?.({}, permission)];
    };
    expect(granted('clipboard-sanitized-write')).toEqual([true, true]);
    for (const permission of [
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'openExternal',
      'fullscreen',
      'hid',
      'unknown',
      'toString',
    ]) {
      expect(granted(permission), permission).toEqual([false, false]);
    }
    expect(device?.()).toBe(false);
  });

  it('has no spelling dictionary fetched for it', () => {
    guarded();
    expect(fake.spelling).toBe(false);
  });
});

describe('debugging', () => {
  it('is taken from a packaged app, and left to who works on it', () => {
    fake.packaged = false;
    refuseDebugging();
    expect(fake.removed).toEqual([]);
    fake.packaged = true;
    refuseDebugging();
    expect(fake.removed).toEqual(
      expect.arrayContaining(['remote-debugging-port', 'remote-debugging-pipe', 'inspect']),
    );
  });
});
