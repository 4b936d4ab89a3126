import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** The app `electron <path>` names: its folder, its script and what its package.json says. */
export type AppEntry = {
  readonly folder: string;
  readonly script: string;
  readonly name: string;
  readonly version: string;
};

type PackageJson = {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
};

/** Finds the app as Electron does: a folder's `main`, or a script and the package it belongs to. */
export function findApp(path: string): AppEntry {
  const full = resolve(path);
  if (!existsSync(full)) throw new Error(`Unable to find Electron app at ${full}`);
  const isFolder = statSync(full).isDirectory();
  const folder = isFolder ? full : packageFolder(dirname(full));
  const description = readPackage(folder);
  const script = isFolder
    ? createRequire(join(folder, 'package.json')).resolve(
        join(folder, description.main ?? 'index.js'),
      )
    : full;
  return {
    folder: isFolder ? folder : dirname(full),
    script,
    name: description.productName ?? description.name ?? 'Electron',
    version: description.version ?? '',
  };
}

function packageFolder(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) return start;
  }
}

function readPackage(folder: string): PackageJson {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
  } catch {
    return {};
  }
}
