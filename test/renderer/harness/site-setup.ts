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

/** Names the folder for this run and takes it away again; the first file that needs it builds into it. */
export default function setup(project: TestProject): () => void {
  const siteFolder = mkdtempSync(join(tmpdir(), 'sidetone-site-'));
  project.provide('siteFolder', siteFolder);
  return () => rmSync(siteFolder, { recursive: true, force: true });
}
