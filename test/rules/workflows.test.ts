import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { read, root } from './source.ts';

type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, unknown>;
};
type Job = {
  readonly uses?: string;
  readonly permissions?: unknown;
  readonly steps?: readonly Step[];
};
type Workflow = { readonly permissions?: unknown; readonly jobs: Readonly<Record<string, Job>> };

const folder = '.github/workflows';
const workflows = readdirSync(join(root, folder)).map((name) => {
  const source = read(join(folder, name));
  return { name, source, workflow: parse(source) as Workflow };
});

describe('security 18: the workflows', () => {
  it('run actions by the hash of a commit, with its version beside it', () => {
    const loose = workflows.flatMap(({ name, source }) =>
      [...source.matchAll(/^\s*(?:- )?uses:\s*(.+)$/gm)]
        .map(([, used = '']) => used.trim())
        .filter((used) => !used.startsWith('./'))
        .filter((used) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(used))
        .map((used) => `${name}: ${used}`),
    );
    expect(loose).toEqual([]);
  });

  it('may read the source and nothing else, but for the one job that writes the draft', () => {
    const wide = workflows.flatMap(({ name, workflow }) => [
      ...(JSON.stringify(workflow.permissions) === '{"contents":"read"}' ? [] : [name]),
      ...Object.entries(workflow.jobs)
        .filter(([, job]) => job.permissions !== undefined)
        .map(([id]) => `${name}/${id}`),
    ]);
    expect(wide).toEqual(['release.yml/draft']);
  });

  it('leave no token behind in a checkout, and write nothing of others into a command', () => {
    const steps = workflows.flatMap(({ workflow }) =>
      Object.values(workflow.jobs).flatMap((job) => job.steps ?? []),
    );
    const checkouts = steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(2);
    for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
    const said = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/\$\{\{(.*?)\}\}/gs)].map(([, what = '']) => what),
    );
    // Only a choice between words that stand here.
    for (const what of said) expect(what).toMatch(/&& '[^']*' \|\| ''\s*$/);
  });

  it('install from the lock file, and Electron by its own step', () => {
    const test = workflows.find(({ name }) => name === 'test.yml')?.source ?? '';
    expect(test).toContain('run: npm ci\n');
    expect(test).toContain('node node_modules/electron/install.js');
    expect(test).toMatch(/os: \[ubuntu-[\d.]+, windows-\d+, macos-\d+\]/);
    expect(test).toContain('SIDETONE_RUNTIME: electron');
  });

  it('draft a release, with checksums and a list of what is in it', () => {
    const release = workflows.find(({ name }) => name === 'release.yml')?.source ?? '';
    expect(release).toContain('SHA256SUMS');
    expect(release).toContain('npm sbom');
    expect(release).toMatch(/gh release create .* --draft/);
  });
});
