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

  // Their actions, rights and tokens: test/rules/workflows.test.ts.
  it('no workflow takes a library past the lock, or runs what a stranger proposes with rights', () => {
    expect(workflows().length).toBeGreaterThan(0);
    for (const name of workflows()) {
      const text = read(`.github/workflows/${name}`);
      expect(text, name).not.toMatch(/npm (?:install|i)(?:\s|$)/m);
      expect(text, name).not.toMatch(/pull_request_target/);
    }
  });
});
