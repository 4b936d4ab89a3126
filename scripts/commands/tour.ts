import { rmSync } from 'node:fs';
import { verdict } from '../counts.ts';
import { inRoot } from '../paths.ts';
import { chooseRuntime } from '../runtime.ts';
import { buildApp, runPlaywright } from '../suites.ts';

/** `npm run tour`: walks the main job, every way in, and Diagnostics unseen and leaves pictures in `out/tour/`. */
export async function main(): Promise<number> {
  const runtime = await chooseRuntime('unseen');
  await buildApp(runtime.env);
  rmSync(inRoot('out', 'tour'), { recursive: true, force: true });
  const counts = await runPlaywright('tour', runtime);
  console.log(verdict(counts));
  if (counts.failed === 0) console.log('The pictures are in out/tour/.');
  return counts.failed === 0 ? 0 : 1;
}
