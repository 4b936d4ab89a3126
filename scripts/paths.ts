import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A path inside the repository. */
export function inRoot(...parts: readonly string[]): string {
  return join(root, ...parts);
}

type Manifest = { readonly version: string; readonly bin?: string | Record<string, string> };

function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8')) as Manifest;
}

/** The installed version of a package. */
export function versionOf(name: string): string {
  return manifestOf(name).version;
}

/**
 * The script behind a package's command, to be run by this very Node: going through
 * `node_modules/.bin` would need a shell on Windows and could find another Node.
 */
export function binOf(name: string, command = name): string {
  const { bin } = manifestOf(name);
  const path = typeof bin === 'string' ? bin : bin?.[command];
  if (path === undefined) throw new Error(`The package ${name} has no command "${command}".`);
  return inRoot('node_modules', name, path);
}
