import { readFileSync } from 'node:fs';
import { inRoot } from '../paths.ts';

/** The version that is being packaged. */
export function versionOfApp(): string {
  return (JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { readonly version: string })
    .version;
}
