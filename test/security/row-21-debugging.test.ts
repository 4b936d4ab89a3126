import { beforeEach, describe, expect, it, vi } from 'vitest';
import { refuseDebugging } from '../../main/shell/guard.ts';
import { asked } from './support/electron.ts';
import { filesWith, placeIn } from './support/product.ts';
import { openEveryWindow } from './support/windows.ts';

vi.mock('electron', () => import('./support/electron.ts'));

beforeEach(() => {
  asked.removedSwitches.length = 0;
  asked.isPackaged = true;
});

describe('security 21: nobody looks into a packaged app', () => {
  it('with a debugger, from the outside', () => {
    refuseDebugging();
    expect(asked.removedSwitches).toEqual(
      expect.arrayContaining([
        'remote-debugging-port',
        'remote-debugging-pipe',
        'remote-debugging-address',
        'remote-allow-origins',
        'inspect',
        'inspect-brk',
        'inspect-port',
      ]),
    );
    const app = 'main/shell/app.ts';
    expect(placeIn(app, 'refuseDebugging()')).toBeLessThan(placeIn(app, '.whenReady()'));
  });

  it('while who works on it may', () => {
    asked.isPackaged = false;
    refuseDebugging();
    expect(asked.removedSwitches).toEqual([]);
  });

  it('with the developer tools, in any window', () => {
    for (const { options } of openEveryWindow()) {
      expect(options.webPreferences['devTools']).toBe(false);
      // Its dictionaries would come from a server; words are checked in the page.
      expect(options.webPreferences['spellcheck']).toBe(false);
    }
    expect(filesWith(/openDevTools\(|devTools:\s*true/)).toEqual([]);
  });
});
