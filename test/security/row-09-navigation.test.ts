import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardPages } from '../../main/shell/guard.ts';
import { app, FakeContents, FakeSession, session } from './support/electron.ts';
import { keepLog } from './support/log.ts';
import { filesWith, placeIn } from './support/product.ts';

vi.mock('electron', () => import('./support/electron.ts'));

function guarded() {
  app.removeAllListeners();
  const log = keepLog();
  guardPages(log);
  const contents = new FakeContents();
  app.emit('web-contents-created', {}, contents);
  return { contents, log };
}

beforeEach(() => {
  session.defaultSession = new FakeSession();
});

describe('security 9: a page stays where it is', () => {
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])(
    '%s is prevented, wherever it leads, and noted without the address',
    (event) => {
      for (const url of [
        'https://example.com/',
        'app://sidetone/index.html',
        'file:///etc/passwd',
      ]) {
        const { contents, log } = guarded();
        const preventDefault = vi.fn();
        contents.emit(event, { preventDefault, url });
        expect(preventDefault).toHaveBeenCalledOnce();
        expect(log.lines).toHaveLength(1);
        expect(log.lines[0]).not.toContain(url);
      }
    },
  );

  it('opens no window', () => {
    const { contents } = guarded();
    for (const url of ['https://example.com/', 'app://sidetone/quick.html', 'about:blank'])
      expect(contents.opening?.({ url })).toEqual({ action: 'deny' });
  });

  it('which is seen to before there is a page, in one place', () => {
    const start = 'main/shell/app.ts';
    expect(placeIn(start, 'guardPages(')).toBeLessThan(placeIn(start, 'serveRenderer('));
    expect(filesWith(/setWindowOpenHandler\(/)).toEqual(['main/shell/guard.ts']);
  });
});
