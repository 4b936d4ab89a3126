import process from 'node:process';
import { buildApp } from '../suites.ts';

/** `npm run build`: bundles the app into `out/`. */
export async function main(): Promise<number> {
  await buildApp(process.env);
  console.log('Built into out/.');
  return 0;
}
