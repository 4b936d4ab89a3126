import process from 'node:process';
import { inRoot } from '../paths.ts';
import { runInForeground } from '../process.ts';
import { chooseRuntime } from '../runtime.ts';
import { buildApp } from '../suites.ts';

/**
 * `npm run bench [-- archive-search --up-to 100000]`: measures speed and memory as ratios within
 * one run, and leaves the figures in `out/bench.json`; `--missing` measures what is not there yet.
 */
export async function main(args: readonly string[]): Promise<number> {
  // Only the card is measured in the built app.
  const names = args.filter((word) => /^[a-z-]+$/.test(word) && !word.startsWith('--'));
  const needsApp = names.length === 0 || names.includes('card');
  const runtime = needsApp ? await chooseRuntime('unseen') : undefined;
  if (runtime !== undefined) await buildApp(runtime.env);
  return runInForeground(
    process.execPath,
    [inRoot('test', 'bench', 'main.ts'), ...args],
    runtime?.env ?? process.env,
  );
}
