import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardPages } from '../../main/shell/guard.ts';
import { app, FakeSession, session } from './support/electron.ts';
import { keepLog } from './support/log.ts';
import { filesWith } from './support/product.ts';

vi.mock('electron', () => import('./support/electron.ts'));

let made: FakeSession;
beforeEach(() => {
  app.removeAllListeners();
  session.defaultSession = new FakeSession();
  guardPages(keepLog());
  made = new FakeSession();
  app.emit('session-created', made);
});

const granted = (pages: FakeSession, permission: string): readonly unknown[] => {
  const answers: unknown[] = [];
  pages.request?.({}, permission, (is) => void answers.push(is));
  return [...answers, pages.check?.({}, permission)];
};

describe('security 8: a page has the permission to copy, and no other', () => {
  it('when it asks and when it looks, in the session of ours and in any other', () => {
    for (const pages of [session.defaultSession, made]) {
      expect(granted(pages, 'clipboard-sanitized-write')).toEqual([true, true]);
      for (const permission of [
        'clipboard-read',
        'media',
        'display-capture',
        'geolocation',
        'notifications',
        'openExternal',
        'fullscreen',
        'pointerLock',
        'idle-detection',
        'hid',
        'serial',
        'usb',
        'fileSystem',
        'unknown',
        'toString',
      ]) {
        expect(granted(pages, permission), permission).toEqual([false, false]);
      }
    }
  });

  it('and gets no device, no download and no dictionary from a server', () => {
    for (const pages of [session.defaultSession, made]) {
      expect(pages.device?.({})).toBe(false);
      expect(pages.isSpelling).toBe(false);
      const preventDefault = vi.fn();
      pages.emit('will-download', { preventDefault });
      expect(preventDefault).toHaveBeenCalledOnce();
    }
  });

  it('as nothing else decides over permissions, and nobody picks a device for a page', () => {
    expect(filesWith(/set(?:Permission(?:Request|Check)|DevicePermission)Handler\(/)).toEqual([
      'main/shell/guard.ts',
    ]);
    expect(
      filesWith(
        /select-(?:hid|usb|serial|bluetooth)|setDisplayMediaRequestHandler|fromPartition\(/,
      ),
    ).toEqual([]);
  });
});
