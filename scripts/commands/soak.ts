import process from 'node:process';
import { binOf, inRoot } from '../paths.ts';
import { runInForeground } from '../process.ts';

/** The soaks by the word that asks for them. */
const scripts: Readonly<Record<string, string>> = {
  texting: inRoot('test', 'core', 'journeys', 'texting', 'main.ts'),
  numbers: inRoot('test', 'shared', 'phone', 'soak', 'main.ts'),
  fuzz: inRoot('test', 'fuzz', 'main.ts'),
};
const archive = inRoot('test', 'core', 'journeys', 'soak', 'main.ts');

/**
 * `npm run soak [-- kills [seed]]`: kills a whole Sidetone at random moments, 200 times unless told
 * otherwise, and looks at its archive after each; the same seed kills at the same statements.
 * `npm run soak -- texting [kills [texts [seed]]]`: the same, 1,000 times, while it sends 3,000 texts
 * to a RingCentral that hangs, resets and refuses; its store is compared with the archive.
 * `npm run soak -- numbers [runs [seed]]`: reads a million generated numbers, links and texts.
 * `npm run soak -- fuzz [runs [seed]]`: 100,000 hostile calls over the bridge to a Sidetone that is
 * signed in, a tenth as many requests of its local API, and as many links, push frames, server records,
 * files and lines of the log.
 * `npm run soak -- window [ms]`: every journey through the window, with answers of main that come in
 * any order, up to 150 ms late.
 */
export function main(args: readonly string[]): Promise<number> {
  const [what = '', ...rest] = args;
  if (what === 'window') return soakWindow(rest[0] ?? '150');
  const script = Object.hasOwn(scripts, what) ? scripts[what] : undefined;
  const command = script === undefined ? [archive, ...args] : [script, ...rest];
  return runInForeground(process.execPath, command, process.env);
}

function soakWindow(slowestMs: string): Promise<number> {
  const command = [binOf('vitest'), 'run', '--project=journeys', '--retry=0'];
  const env = { ...process.env, VITE_SLOWEST_ANSWER_MS: slowestMs };
  return runInForeground(process.execPath, command, env);
}
