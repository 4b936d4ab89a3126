import { describe, expect, it } from 'vitest';
import { releaseFuses } from '../../build/fuses.ts';
import { packageConfig } from '../../build/package.config.ts';
import { judgeArchive } from '../../scripts/packaging/archive.ts';

const config = packageConfig({ flavour: 'release', env: {}, output: 'out', prepared: 'out' });
const native = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';

describe('security 15: the app is in an archive that is checked as it is read', () => {
  it('all of it but the native module, which is loaded from a file', () => {
    expect(config.asar).toBe(true);
    expect(config.asarUnpack).toEqual(['**/*.node']);
    expect(releaseFuses.enableEmbeddedAsarIntegrityValidation).toBe(true);
    expect(releaseFuses.onlyLoadAppFromAsar).toBe(true);
  });

  it('and a package is refused in which anything else lies outside, or in it without a digest', () => {
    const judged = (path: string, isUnpacked: boolean, hasDigest: boolean) =>
      judgeArchive([{ path, isUnpacked, hasDigest }], 'linux', 'x64').filter((line) =>
        line.includes(path),
      );
    expect(judged(native, true, true)).toEqual([]);
    expect(judged(native, false, true)).not.toEqual([]);
    expect(judged('out/main/index.js', false, true)).toEqual([]);
    expect(judged('out/main/index.js', true, true)).not.toEqual([]);
    expect(judged('out/main/index.js', false, false)).not.toEqual([]);
  });
});
