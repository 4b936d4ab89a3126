import type { Outline } from '../../../shared/model/history.ts';

/** SQL that narrows a list, and the values it is bound to. */
export type Narrowing = { readonly sql: string; readonly values: readonly unknown[] };

/** Joins narrowings; nothing given narrows nothing. */
export function allOf(parts: readonly (Narrowing | undefined)[]): Narrowing {
  const given = parts.filter((part) => part !== undefined);
  if (given.length === 0) return { sql: '1', values: [] };
  return {
    sql: given.map(({ sql }) => `(${sql})`).join(' AND '),
    values: given.flatMap(({ values }) => values),
  };
}

/** Rows of a block of an outline: what a page may hold at most. */
const blockSize = 200;

/**
 * Where the blocks of a list begin. `step` answers the cursor of the row that is `count` rows after
 * a cursor, without handing over those between; so the index is walked once, inside SQLite.
 */
export function walkBlocks(
  step: (after: string | undefined, count: number) => string | undefined,
  countAfter: (after: string | undefined) => number,
): Outline {
  const blocks: (string | undefined)[] = [undefined];
  for (;;) {
    const next = step(blocks.at(-1), blockSize);
    if (next === undefined) break;
    blocks.push(next);
  }
  const rest = countAfter(blocks.at(-1));
  const total = (blocks.length - 1) * blockSize + rest;
  // A list that ends with a full block has no empty one after it.
  if (rest === 0) blocks.pop();
  return { total, blockSize, blocks };
}
