import type { Page } from '../../shared/model/app.ts';
import type { Outline } from '../../shared/model/history.ts';
import type { BlockShape } from '../ui/long-geometry.ts';
import type { LongListRows } from '../ui/long-list.tsx';

/** What a long list reads from main, a block at a time. */
export type LongSource<T> = {
  readonly fetchBlock: (after: string | undefined, limit: number) => Promise<Page<T>>;
  readonly keyOf: (row: T) => string;
  /** Rows of one group stand under one heading. */
  readonly groupOf: (row: T) => string;
};

/** The rows that are looked at. */
type Sight = { readonly first: number; readonly last: number; readonly isForward: boolean };

/** Blocks kept on each side of those in sight. */
const keptBlocks = 4;
/** Rows below those in sight by which the next block is fetched. */
const aheadRows = 120;

/**
 * The rows of a list that is longer than memory should hold: blocks around what is looked at. When
 * the list changes, the old rows stay until those in sight have been read anew.
 */
export class LongRows<T> {
  readonly #source: LongSource<T>;
  readonly #listeners = new Set<() => void>();
  #groupOf: (row: T) => string;
  #outline: Outline = { total: 0, blockSize: 1, blocks: [] };
  #blocks = new Map<number, readonly T[]>();
  #shapes: BlockShape[] = [];
  #fetching = new Set<number>();
  #sight: Sight = { first: 0, last: 0, isForward: true };
  #generation = 0;
  #snapshot: LongListRows<T>;

  constructor(source: LongSource<T>) {
    this.#source = source;
    this.#groupOf = source.groupOf;
    this.#snapshot = this.#take(0, 0);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): LongListRows<T> => this.#snapshot;

  /** Rows kept in memory. */
  get kept(): number {
    return [...this.#blocks.values()].reduce((sum, rows) => sum + rows.length, 0);
  }

  /** Shows the first page before it is known how long the list is. */
  begin(page: Page<T>): void {
    const total = page.items.length;
    if (this.#snapshot.version > 0 || this.#outline.total > 0 || total === 0) return;
    this.#outline = { total, blockSize: total, blocks: [undefined] };
    this.#blocks = new Map([[0, page.items]]);
    this.#publish();
  }

  /** Takes up how long the list is and where its blocks begin: at first, and after each change. */
  async adopt(outline: Outline): Promise<void> {
    this.#generation += 1;
    const generation = this.#generation;
    const before = this.#snapshot;
    const blocks = await this.#readAround(outline, before);
    if (generation !== this.#generation) return;
    const shift = this.#shiftOf(before, outline, blocks);
    this.#outline = outline;
    this.#blocks = blocks;
    this.#fetching = new Set();
    this.#sight = {
      ...this.#sight,
      first: this.#sight.first + shift,
      last: this.#sight.last + shift,
    };
    this.#shapes = [];
    this.#publish(shift);
    this.#fill();
  }

  /** These rows are looked at: reads what is missing, ahead first, and lets go of what is far. */
  readonly look = (sight: Sight): void => {
    this.#sight = sight;
    this.#fill();
  };

  /** What belongs under one heading has changed: a day has begun. */
  regroup(groupOf: (row: T) => string): void {
    if (groupOf === this.#groupOf) return;
    this.#groupOf = groupOf;
    this.#publish();
  }

  /** Reads the blocks that hold the rows in sight, wherever the change has moved them. */
  async #readAround(outline: Outline, before: LongListRows<T>): Promise<Map<number, readonly T[]>> {
    const { first, last } = this.#sight;
    const grown = outline.total - before.total;
    const wanted = new Set<number>();
    for (const index of [first, last, first + grown, last + grown]) {
      const block = Math.floor(index / outline.blockSize);
      if (block >= 0 && block < outline.blocks.length) wanted.add(block);
    }
    if (wanted.size === 0 && outline.blocks.length > 0) wanted.add(outline.blocks.length - 1);
    const read = await Promise.all(
      [...wanted].map(async (block) => [block, await this.#read(outline, block)] as const),
    );
    return new Map(read);
  }

  async #read(outline: Outline, block: number): Promise<readonly T[]> {
    const { items } = await this.#source.fetchBlock(outline.blocks[block], outline.blockSize);
    // A row may have come since the outline was made: the last block is not longer than it says.
    return items.slice(0, outline.total - block * outline.blockSize);
  }

  /** How far the rows in sight have moved, by the first of them that is still there. */
  #shiftOf(
    before: LongListRows<T>,
    outline: Outline,
    blocks: ReadonlyMap<number, readonly T[]>,
  ): number {
    const { keyOf } = this.#source;
    const places = new Map<string, number>();
    for (const [block, rows] of blocks) {
      rows.forEach((row, place) => places.set(keyOf(row), block * outline.blockSize + place));
    }
    for (let index = this.#sight.first; index <= this.#sight.last; index += 1) {
      const row = before.rowAt(index);
      const place = row && places.get(keyOf(row));
      if (place !== undefined) return place - index;
    }
    return 0;
  }

  #fill(): void {
    const { blockSize, total, blocks } = this.#outline;
    if (total === 0) return;
    const { first, last, isForward } = this.#sight;
    const blockOf = (index: number): number =>
      Math.floor(Math.max(0, Math.min(index, total - 1)) / blockSize);
    const ahead = isForward ? last + aheadRows : first - aheadRows;
    const behind = isForward ? first - aheadRows / 4 : last + aheadRows / 4;
    const wanted = [blockOf(first), blockOf(last), blockOf(ahead), blockOf(behind)];
    for (const block of wanted) if (block < blocks.length) void this.#fetch(block);
    for (const block of this.#blocks.keys()) {
      const isFar = block < blockOf(first) - keptBlocks || block > blockOf(last) + keptBlocks;
      if (isFar) this.#blocks.delete(block);
    }
  }

  async #fetch(block: number): Promise<void> {
    if (this.#blocks.has(block) || this.#fetching.has(block)) return;
    const generation = this.#generation;
    const outline = this.#outline;
    this.#fetching.add(block);
    try {
      const rows = await this.#read(outline, block);
      if (outline !== this.#outline) return;
      this.#blocks.set(block, rows);
      this.#publish();
    } catch {
      // Looked at again it is asked for again; that main cannot be asked is told by what it answers.
    } finally {
      if (generation === this.#generation) this.#fetching.delete(block);
    }
  }

  #publish(shift?: number): void {
    for (const block of this.#blocks.keys()) this.#shapes[block] = this.#shapeOf(block);
    const { version } = this.#snapshot;
    this.#snapshot =
      shift === undefined
        ? this.#take(version, this.#snapshot.shift)
        : this.#take(version + 1, shift);
    for (const listener of this.#listeners) listener();
  }

  /** A heading stands where a group begins; at the edge of what is unknown none is drawn. */
  #shapeOf(block: number): readonly number[] {
    const rows = this.#blocks.get(block) ?? [];
    const before = this.#blocks.get(block - 1)?.at(-1);
    let group = before && this.#groupOf(before);
    const isEdge = block > 0 && before === undefined;
    const known = this.#shapes[block];
    return rows.flatMap((row, place) => {
      const own = this.#groupOf(row);
      const isNew = own !== group;
      group = own;
      // What stood before the block was known once: its first row keeps its heading.
      if (place === 0 && isEdge) return known?.[0] === 0 ? [0] : [];
      return isNew ? [place] : [];
    });
  }

  #take(version: number, shift: number): LongListRows<T> {
    const { total, blockSize } = this.#outline;
    const blocks = new Map(this.#blocks);
    return {
      total,
      blockSize,
      shapes: [...this.#shapes],
      version,
      shift,
      rowAt: (index) => {
        const block = Math.floor(index / blockSize);
        return blocks.get(block)?.[index - block * blockSize];
      },
    };
  }
}
