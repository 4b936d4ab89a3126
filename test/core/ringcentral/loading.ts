import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';

const run = promisify(execFile);
const root = process.cwd();

/** A module of the core, by its path in the repository. */
export const moduleAt = (path: string): string => join(root, path);

/** A folder that sees the project's packages, for the tests of one `describe`. */
export function usePackageFolder(): {
  readonly path: string;
  /** Runs a program in it, under plain Node. */
  run(program: string): Promise<{ stdout: string; stderr: string }>;
} {
  let path = '';
  beforeAll(async () => {
    path = await mkdtemp(join(tmpdir(), 'sidetone-loading-'));
    await symlink(join(root, 'node_modules'), join(path, 'node_modules'), 'junction');
    await writeFile(join(path, 'package.json'), '{"type":"module"}');
  });
  afterAll(() => rm(path, { recursive: true }));
  return {
    get path() {
      return path;
    },
    async run(program) {
      const file = join(path, 'program.mjs');
      await writeFile(file, program);
      return run(process.execPath, ['--no-warnings=ExperimentalWarning', file]);
    },
  };
}
