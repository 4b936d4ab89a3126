import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from '../rules/source.ts';

type Manifest = Readonly<
  Record<
    'dependencies' | 'devDependencies' | 'optionalDependencies',
    Readonly<Record<string, string>>
  >
>;
type Lock = {
  readonly lockfileVersion: number;
  readonly packages: Readonly<
    Record<
      string,
      { readonly integrity?: string; readonly link?: boolean; readonly resolved?: string }
    >
  >;
};

const workflows = (): readonly string[] => readdirSync(join(root, '.github', 'workflows'));

describe('security 18: what the app is made of is what was looked at', () => {
  it('no package runs anything when it is installed', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    expect(read('.npmrc')).toMatch(/^save-exact=true$/m);
  });

  it('every library has one version, and the lock its checksum', () => {
    const manifest = JSON.parse(read('package.json')) as Manifest;
    const pins = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(pins.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
    const { packages, lockfileVersion } = JSON.parse(read('package-lock.json')) as Lock;
    expect(lockfileVersion).toBe(3);
    const unchecked = Object.entries(packages).filter(
      ([path, { integrity = '', link }]) =>
        path !== '' && link !== true && !integrity.startsWith('sha512-'),
    );
    expect(unchecked.map(([path]) => path)).toEqual([]);
  });

  it('the workflows take actions by their hash, and libraries by the lock', () => {
    expect(workflows().length).toBeGreaterThan(0);
    for (const name of workflows()) {
      const text = read(`.github/workflows/${name}`);
      const used = [...text.matchAll(/^\s*-?\s*uses:\s*(\S+)/gm)].map(([, action = '']) => action);
      // One of this repository's own is the commit that is checked out.
      const loose = used.filter((action) => !/^\.\/|@[0-9a-f]{40}$/.test(action));
      expect(loose, name).toEqual([]);
      expect(text, name).not.toMatch(/npm (?:install|i)(?:\s|$)/m);
      expect(text, name).not.toMatch(/pull_request_target/);
    }
  });

  it('a release says what is in it, with checksums', () => {
    const all = workflows()
      .map((name) => read(`.github/workflows/${name}`))
      .join('\n');
    expect(all).toMatch(/sbom/i);
    expect(all).toMatch(/sha256|checksums/i);
  });
});
