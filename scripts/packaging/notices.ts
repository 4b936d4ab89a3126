import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPackages } from '../../build/shipped.config.ts';
import { inRoot } from '../paths.ts';

/** A package that ships, inside a bundle or beside it, and under which terms. */
export type Notice = {
  readonly name: string;
  readonly version: string;
  /** The SPDX expression of its manifest. */
  readonly licence: string;
  /** The files in which it states its terms, one after the other; empty when it has none. */
  readonly text: string;
};

/** Terms under which others' work may be given on with this app, without more than naming it. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unicode-3.0',
  'Unlicense',
]);

/** What the build wrote down beside the bundles, and what ships as it is. */
export function shippedFolders(): readonly string[] {
  const lists = inRoot('out', 'packages');
  const bundled = readdirSync(lists).flatMap(
    (file) => JSON.parse(readFileSync(join(lists, file), 'utf8')) as string[],
  );
  const beside = shippedPackages.map(({ name }) => inRoot('node_modules', name));
  // The same package is reached by two paths where node_modules is a link.
  const byName = new Map([...beside, ...bundled].map((folder) => [nameOf(folder), folder]));
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, folder]) => folder);
}

/** Where a package lies below the first `node_modules`. */
function nameOf(folder: string): string {
  return folder.replaceAll('\\', '/').split('/node_modules/').slice(1).join('/');
}

/** Reads the terms of the package in a folder. */
export function readNotice(folder: string): Notice {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string | { readonly type: string };
  };
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  const { license = 'unknown' } = manifest;
  return {
    name: manifest.name,
    version: manifest.version,
    licence: typeof license === 'string' ? license : license.type,
    text: files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n'),
  };
}

/** Whether the app may carry it: one of the alternatives, or all that are asked for together. */
export function isPermissive(licence: string): boolean {
  const alternatives = licence.replaceAll(/[()]/g, '').split(/\s+OR\s+/);
  return alternatives.some((one) => one.split(/\s+AND\s+/).every((id) => permissive.has(id)));
}

/** The page that ships. */
export function writeNotices(notices: readonly Notice[]): string {
  const head =
    'Sidetone contains the following software by others, under the terms they state.\n' +
    'Electron and Chromium state theirs in LICENSE.electron.txt and LICENSES.chromium.html.\n' +
    'SQLite, inside better-sqlite3, is in the public domain.\n';
  const parts = notices.map(({ name, version, licence, text }) => {
    const title = `${name} ${version} (${licence})`;
    return `${title}\n${'-'.repeat(title.length)}\n\n${text === '' ? `Licensed under ${licence}.` : text}\n`;
  });
  return [head, ...parts].join('\n\n');
}
