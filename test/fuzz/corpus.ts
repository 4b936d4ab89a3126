import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'corpus');

/** A case that broke something once: what it is for, what it is, and what it broke. */
type Found<T> = {
  readonly target: string;
  readonly input: T;
  /** A sentence on what went wrong. */
  readonly broke: string;
};

/** Every case of one target that was ever found, so that it is tried before anything new. */
export function foundCases<T>(target: string): readonly T[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Found<T>)
    .filter((found) => found.target === target)
    .map(({ input }) => input);
}

/** How many cases there are of all targets. */
export function countFound(): number {
  return readdirSync(folder).length;
}
