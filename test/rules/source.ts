import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder the project is in. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Source files below a folder of the project, as paths from its root. */
export function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mjs|cjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !/(?:^|\/)(?:node_modules|out|dist)\//.test(file));
}

/** The text of a file of the project. */
export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Something a file imports: a package by name, or another file by its path from the root. */
export type Import = {
  readonly to: string;
  readonly isFile: boolean;
  readonly typeOnly: boolean;
};

const statement =
  /^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<from>[^']+)'|\b(?:import|require)\(\s*'(?<called>[^']+)'\s*\)|new URL\(\s*'(?<url>\.[^']+)'/gm;

/** Every import of a file, its re-exports and `import()` included. */
export function importsOf(file: string): readonly Import[] {
  return [...read(file).matchAll(statement)].map(({ groups = {} }) => {
    const from = groups['from'] ?? groups['called'] ?? groups['url'] ?? '';
    const isFile = from.startsWith('.');
    return {
      to: isFile ? normalize(join(dirname(file), from.replace(/\?.*$/, ''))) : packageOf(from),
      isFile,
      typeOnly: groups['type'] !== undefined,
    };
  });
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
