import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from '../figures.ts';
import { terms } from './terms.ts';

/** A way to search, in a process of its own; what it was told to be and what it found out. */
export const ways = ['sidetone', 'minisearch', 'fuse'] as const;
export type Way = (typeof ways)[number];
export type WayResult = {
  /** What the process grew by to be ready and to answer every term, in bytes. */
  readonly bytes: number;
  /** From nothing to being ready, in milliseconds. */
  readonly readyMs: number;
  /** The median time of each term, in milliseconds. */
  readonly termMs: readonly number[];
};

const names: Readonly<Record<Way, string>> = {
  sidetone: 'Sidetone',
  minisearch: 'MiniSearch',
  fuse: 'Fuse.js',
};

/** Sidetone's search beside libraries that hold everything in memory; each in a process of its own. */
export async function compareLibraries(file: string): Promise<readonly Figure[]> {
  const ours = await run('sidetone', file);
  const figures: Figure[] = [];
  for (const way of ['minisearch', 'fuse'] as const) {
    const other = await run(way, file);
    const compare = (name: string, unit: string, of: (result: WayResult) => number): Figure => ({
      name,
      unit,
      ours: of(ours),
      against: names[way],
      other: of(other),
    });
    figures.push(
      compare('Memory for searching 100,000', 'MB', ({ bytes }) => bytes / 2 ** 20),
      compare('Ready to search 100,000', 'ms', ({ readyMs }) => readyMs),
    );
    for (const [index, { name }] of terms.entries()) {
      figures.push(compare(`Texts, ${name} in 100,000`, 'ms', ({ termMs }) => termMs[index] ?? 0));
    }
  }
  return figures;
}

async function run(way: Way, file: string): Promise<WayResult> {
  const script = fileURLToPath(new URL('./search-way.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    script,
    way,
    file,
  ]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as WayResult;
}
