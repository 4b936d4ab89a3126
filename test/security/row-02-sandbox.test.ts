import { describe, expect, it, vi } from 'vitest';
import config from '../../electron.vite.config.ts';
import { filesWith, placeIn } from './support/product.ts';
import { openEveryWindow } from './support/windows.ts';

vi.mock('electron', () => import('./support/electron.ts'));

const app = 'main/shell/app.ts';

// What the build makes of the preload is looked at in test/shell/bundles.test.ts.
describe('security 2: every page is in the sandbox', () => {
  it('for the whole app before it is ready, and for each window', () => {
    expect(placeIn(app, 'app.enableSandbox()')).toBeLessThan(placeIn(app, '.whenReady()'));
    for (const { options } of openEveryWindow())
      expect(options.webPreferences['sandbox']).toBe(true);
  });

  it('and nothing takes it out again', () => {
    expect(filesWith(/sandbox:\s*false|appendSwitch\(\s*'no-sandbox'/)).toEqual([]);
  });

  it('with a preload that is one CommonJS file', () => {
    const { preload } = config as {
      readonly preload: {
        readonly build: {
          readonly externalizeDeps: boolean;
          readonly rolldownOptions: { readonly output: { readonly format: string } };
        };
      };
    };
    expect(preload.build.externalizeDeps).toBe(false);
    expect(preload.build.rolldownOptions.output.format).toBe('cjs');
  });
});
