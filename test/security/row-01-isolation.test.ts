import { describe, expect, it, vi } from 'vitest';
import { filesWith } from './support/product.ts';
import { openEveryWindow } from './support/windows.ts';

vi.mock('electron', () => import('./support/electron.ts'));

describe('security 1: pages are kept apart from Node', () => {
  it('in every window, in so many words', () => {
    const windows = openEveryWindow();
    expect(windows).toHaveLength(3);
    for (const { options } of windows) {
      expect(options.webPreferences).toMatchObject({
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
      });
    }
  });

  it('and no line of the product says the opposite', () => {
    const opposite =
      /contextIsolation:\s*false|nodeIntegration\w*:\s*true|webSecurity:\s*false|webviewTag:\s*true|allowRunningInsecureContent:\s*true|experimentalFeatures:\s*true|disable-web-security|@electron\/remote/;
    expect(filesWith(opposite)).toEqual([]);
    expect('contextIsolation: false').toMatch(opposite);
  });

  it('as all windows are made in one place', () => {
    expect(filesWith(/new (?:BrowserWindow|BaseWindow|WebContentsView|BrowserView)\(/)).toEqual([
      'main/shell/page-window.ts',
    ]);
  });
});
