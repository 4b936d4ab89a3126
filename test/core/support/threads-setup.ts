import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { shippedPackages } from '../../../build/shipped.config.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the core's threads are bundled, once for all the cores that are started. */
    threadsFolder: string;
  }
}

/**
 * Bundles the core's threads: each core starts several, and from the sources a thread takes twice as
 * long to load as most tests last. Answers how to remove them.
 */
export async function setup(project: TestProject): Promise<() => void> {
  const inRoot = (path: string): string => join(project.config.root, path);
  // In the project, from where the libraries that stay outside are found.
  mkdirSync(inRoot('.cache'), { recursive: true });
  const folder = mkdtempSync(inRoot('.cache/threads-'));
  await build({
    root: project.config.root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: shippedPackages.map(({ name }) => name) },
    build: {
      ssr: true,
      target: 'node24',
      minify: false,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          'db-worker': inRoot('main/core/db/worker.ts'),
          'places-worker': inRoot('main/core/numbers/places/worker.ts'),
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  project.provide('threadsFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
