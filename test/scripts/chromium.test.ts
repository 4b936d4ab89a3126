import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chromiumCandidates, installCommand } from '../../scripts/chromium.ts';

describe('chromiumCandidates', () => {
  it('puts the one the user named first', () => {
    const env = { CHROMIUM_PATH: '/opt/mine', PATH: '/usr/bin' };
    expect(chromiumCandidates(env, 'linux')[0]).toBe('/opt/mine');
  });

  it('searches the path in its order, Chromium before Chrome', () => {
    const found = chromiumCandidates({ PATH: ['/a', '', '/b'].join(delimiter) }, 'linux');
    expect(found.indexOf('/a/chromium')).toBe(0);
    expect(found.indexOf('/a/chromium')).toBeLessThan(found.indexOf('/a/google-chrome'));
    expect(found.indexOf('/a/google-chrome')).toBeLessThan(found.indexOf('/b/chromium'));
    expect(found).not.toContain('chromium');
  });

  it('knows where a Mac keeps programs', () => {
    const found = chromiumCandidates({}, 'darwin');
    expect(found).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  });
});

describe('installCommand', () => {
  it('is complete and fits the system', () => {
    expect(installCommand('linux', true)).toBe(
      'sudo apt-get update && sudo apt-get install -y chromium fonts-liberation fonts-noto-color-emoji',
    );
    expect(installCommand('linux', false)).toContain('dnf install chromium');
    expect(installCommand('darwin', false)).toContain('brew install');
    expect(installCommand('win32', false)).toContain('winget install');
  });
});
