import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { read, root, sourceFiles } from './source.ts';

type Manifest = Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
>;

const manifest = JSON.parse(read('package.json')) as Manifest;

describe('the repository', () => {
  it('pins every package to one version', () => {
    const ranges = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(ranges).toEqual([]);
  });

  it('names no download address in the lock file', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });

  it('keeps install scripts off and .env files out', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    const ignored = execFileSync('git', ['check-ignore', '.env', '.env.local', 'out', 'dist'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(ignored.trim().split('\n')).toHaveLength(4);
  });

  it('keeps its files short enough to read', () => {
    const long = ['shared', 'main', 'preload', 'renderer', 'simulator', 'scripts', 'test']
      .flatMap(sourceFiles)
      .map((file) => [file, read(file).split('\n').length] as const)
      .filter(([, lines]) => lines > 301);
    expect(long).toEqual([]);
  });

  it('leaves nothing for later and skips no test', () => {
    const marks = /\b(?:TO[D]O|FIX[M]E|HA[C]K)\b/;
    const skips = /\b(?:it|test|describe)\.(?:skip|only|fails|fixme)\(/;
    const offending = ['shared', 'main', 'preload', 'renderer', 'simulator', 'scripts', 'test']
      .flatMap(sourceFiles)
      .filter((file) => marks.test(read(file)) || skips.test(read(file)));
    expect(offending).toEqual([]);
  });
});
