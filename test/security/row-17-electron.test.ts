import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { read } from '../rules/source.ts';

type Manifest = { readonly devDependencies: Readonly<Record<string, string>> };
type Lock = { readonly packages: Readonly<Record<string, { readonly version?: string }>> };
type Calendar = {
  readonly updates: readonly {
    readonly 'package-ecosystem': string;
    readonly schedule: { readonly interval: string };
  }[];
};

/** The oldest of Electron's majors that gets security fixes at this version of Sidetone. */
const oldestSupported = 43;

describe('security 17: Electron is one that gets fixes', () => {
  it('pinned, in the manifest as in the lock', () => {
    const { electron = '' } = (JSON.parse(read('package.json')) as Manifest).devDependencies;
    expect(electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number.parseInt(electron, 10)).toBeGreaterThanOrEqual(oldestSupported);
    const { packages } = JSON.parse(read('package-lock.json')) as Lock;
    expect(packages['node_modules/electron']?.version).toBe(electron);
  });

  it('and asked after every month', () => {
    const { updates } = parse(read('.github/dependabot.yml')) as Calendar;
    const libraries = updates.find((each) => each['package-ecosystem'] === 'npm');
    expect(['weekly', 'monthly']).toContain(libraries?.schedule.interval);
    expect(updates.map((each) => each['package-ecosystem'])).toContain('github-actions');
  });
});
