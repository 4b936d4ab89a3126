import process from 'node:process';
import { inRoot } from '../paths.ts';
import { runInForeground } from '../process.ts';

/**
 * `npm run soak [-- kills [seed]]`: kills a whole Sidetone at random moments, 200 times unless told
 * otherwise, and looks at its archive after each; the same seed kills at the same statements.
 * `npm run soak -- numbers [runs [seed]]`: reads a million generated numbers, links and texts.
 */
export function main(args: readonly string[]): Promise<number> {
  const [what, ...rest] = args;
  const isNumbers = what === 'numbers';
  const script = isNumbers
    ? inRoot('test', 'shared', 'phone', 'soak', 'main.ts')
    : inRoot('test', 'core', 'journeys', 'soak', 'main.ts');
  return runInForeground(process.execPath, [script, ...(isNumbers ? rest : args)], process.env);
}
