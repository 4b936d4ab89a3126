import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Troubles } from './findings.ts';

/** What all of a package but Electron may weigh on the disk. */
export const limitMb = 25;

export type Sizes = ReadonlyMap<string, number>;

/** Which line of the table a file of the resources counts to. */
export function groupOf(path: string): string {
  const [first = '', second = '', third = ''] = path.split('/');
  if (first === 'out') return `out/${second}`;
  if (first !== 'node_modules') return 'the rest';
  return second.startsWith('@') ? `node_modules/${second}/${third}` : `node_modules/${second}`;
}

/** Adds the files of an unpacked app up, by what they belong to. */
export async function measure(folder: string): Promise<Sizes> {
  const sizes = new Map<string, number>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const group = groupOf(path.slice(folder.length + 1).replaceAll('\\', '/'));
    sizes.set(group, (sizes.get(group) ?? 0) + statSync(path).size);
  }
  return sizes;
}

const mb = (bytes: number): string => (bytes / 1e6).toFixed(2).padStart(7);

/** The table, heaviest first, with the sum below. */
export function tableOf(sizes: Sizes): readonly string[] {
  const rows = [...sizes].toSorted(([, a], [, b]) => b - a);
  const sum = rows.reduce((all, [, bytes]) => all + bytes, 0);
  return [...rows, ['in all', sum] as const].map(
    ([group, bytes]) => `    ${mb(bytes)} MB  ${group}`,
  );
}

export function judgeSize(bytes: number): Troubles {
  return bytes <= limitMb * 1e6 ? [] : [`${mb(bytes).trim()} MB are more than ${limitMb} MB`];
}
