import process from 'node:process';
import { inRoot } from '../paths.ts';
import { runInForeground } from '../process.ts';

/**
 * `npm run bench [-- archive-search --up-to 100000]`: measures speed and memory as ratios within
 * one run, and leaves the figures in `out/bench.json`; `--missing` measures what is not there yet.
 */
export function main(args: readonly string[]): Promise<number> {
  return runInForeground(
    process.execPath,
    [inRoot('test', 'bench', 'main.ts'), ...args],
    process.env,
  );
}
