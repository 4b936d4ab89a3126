import process from 'node:process';
import { inRoot } from '../paths.ts';
import { runInForeground } from '../process.ts';

/** `npm run simulator -- --port 8123`: the simulated RingCentral alone, for any client. */
export function main(args: readonly string[]): Promise<number> {
  return runInForeground(process.execPath, [inRoot('simulator', 'main.ts'), ...args], process.env);
}
