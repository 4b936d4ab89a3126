import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the window is built, once for all the files that use it. */
    siteFolder: string;
  }
}

let folder: string | undefined;

/** Names the folder of this run; the first file of tests that needs the window builds it there. */
export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), 'sidetone-site-'));
  project.provide('siteFolder', folder);
}

export function teardown(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
