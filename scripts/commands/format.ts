import { binOf } from '../paths.ts';
import { runNode } from '../process.ts';

/** `npm run format`: rewrites every source in the house's format. */
export async function main(): Promise<number> {
  const args = [binOf('prettier'), '--write', '--list-different', '.'];
  return (await runNode(args, { output: 'show' })).code;
}
