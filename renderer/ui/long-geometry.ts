/** Which rows of a block have a heading above them, by place in it; undefined while it is unknown. */
export type BlockShape = readonly number[] | undefined;

/** Where the rows of a list are, in pixels from its upper edge. */
export type Geometry = {
  readonly total: number;
  readonly heightPx: number;
  /** The upper edge of a row, or of the heading above it. */
  readonly topOf: (index: number) => number;
  /** The upper edge of the row itself. */
  readonly rowTopOf: (index: number) => number;
  readonly hasHeading: (index: number) => boolean;
  /** The row at a place, its heading included. */
  readonly indexAt: (px: number) => number;
};

type Given = {
  readonly total: number;
  readonly blockSize: number;
  readonly shapes: readonly BlockShape[];
  readonly rowPx: number;
  readonly headingPx: number;
};

/**
 * Rows have one height and headings another, so a block that has been read is known to the pixel.
 * Others are guessed from those; whoever draws keeps hold of a row while guesses become facts.
 */
export function createGeometry(given: Given): Geometry {
  const { total, blockSize, shapes, rowPx, headingPx } = given;
  const count = Math.ceil(total / blockSize);
  const guess = headingsPerRow(shapes, blockSize);
  const starts = new Float64Array(count + 1);
  const rowsIn = (block: number): number => Math.min(blockSize, total - block * blockSize);
  for (let block = 0; block < count; block += 1) {
    const rows = rowsIn(block);
    const headings = shapes[block]?.length ?? rows * guess;
    starts[block + 1] = (starts[block] ?? 0) + rows * rowPx + headings * headingPx;
  }
  const startOf = (block: number): number => starts[block] ?? 0;
  const topOf = (index: number): number => {
    const block = Math.floor(index / blockSize);
    const place = index - block * blockSize;
    const shape = shapes[block];
    const before = shape === undefined ? place * guess : countBelow(shape, place);
    return startOf(block) + place * rowPx + before * headingPx;
  };
  const hasHeading = (index: number): boolean => {
    const block = Math.floor(index / blockSize);
    return shapes[block]?.includes(index - block * blockSize) ?? false;
  };
  return {
    total,
    heightPx: startOf(count),
    topOf,
    rowTopOf: (index) => topOf(index) + (hasHeading(index) ? headingPx : 0),
    hasHeading,
    indexAt: (px) => {
      if (total === 0) return 0;
      const block = lastAtOrBelow(count, startOf, px);
      const first = block * blockSize;
      return first + lastAtOrBelow(rowsIn(block), (place) => topOf(first + place), px);
    },
  };
}

/** The last of `count` rising values that is not above `limit`; 0 when all are. */
function lastAtOrBelow(count: number, valueOf: (index: number) => number, limit: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (valueOf(middle) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function countBelow(shape: readonly number[], place: number): number {
  let count = 0;
  while (count < shape.length && (shape[count] ?? place) < place) count += 1;
  return count;
}

function headingsPerRow(shapes: readonly BlockShape[], blockSize: number): number {
  const known = shapes.filter((shape) => shape !== undefined);
  const headings = known.reduce((sum, shape) => sum + shape.length, 0);
  return known.length === 0 ? 0 : headings / (known.length * blockSize);
}
