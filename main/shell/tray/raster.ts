/** Red, green, blue from 0 to 255, and how much of it covers what is below, from 0 to 1. */
export type Ink = readonly [red: number, green: number, blue: number, cover: number];

/** A path of SVG, with absolute M, L, H, V and C alone, drawn with a round pen. */
export type Stroke = { readonly path: string; readonly width: number };

/** One thing that is drawn over the ones before it; `erase` leaves nothing of them. */
export type Shape =
  | {
      readonly kind: 'strokes';
      readonly lines: readonly Stroke[];
      readonly ink: Ink | 'erase';
      /** Where the paths' own corner lies; the drawing's unless told otherwise. */
      readonly at?: Point;
    }
  | {
      readonly kind: 'disc';
      readonly at: Point;
      readonly radius: number;
      readonly ink: Ink | 'erase';
    }
  | {
      readonly kind: 'tile';
      readonly at: Point;
      readonly side: number;
      readonly corner: number;
      readonly ink: Ink;
    };

export type Point = readonly [x: number, y: number];

/** Pixels row by row, four bytes each: red, green, blue, alpha (not premultiplied). */
export type Bitmap = { readonly size: number; readonly pixels: Uint8Array };

/** Drawings are made on a square of so many units, whatever their size in pixels. */
export const unitsAcross = 64;

/**
 * Draws at a size in pixels. Every shape is drawn by its distance from the middle of a pixel, so that
 * edges are as sharp at 16 pixels as at 256, and nothing is ever scaled.
 */
export function drawShapes(shapes: readonly Shape[], size: number): Bitmap {
  const pixels = new Uint8Array(size * size * 4);
  const perPixel = unitsAcross / size;
  const layers = shapes.map((shape) => ({ shape, distance: distanceTo(shape), box: boxOf(shape) }));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const middle: Point = [(column + 0.5) * perPixel, (row + 0.5) * perPixel];
      const blend = createBlend();
      for (const { shape, distance, box } of layers) {
        if (isOutside(middle, box, perPixel)) continue;
        const share = Math.min(1, Math.max(0, 0.5 - distance(middle) / perPixel));
        if (share > 0) blend.put(shape.ink, share);
      }
      pixels.set(blend.take(), (row * size + column) * 4);
    }
  }
  return { size, pixels };
}

/** What a shape lies within, in units: most pixels of a picture have nothing to do with most shapes. */
type Box = { readonly from: Point; readonly to: Point };

function boxOf(shape: Shape): Box {
  if (shape.kind === 'tile') {
    const { at, side } = shape;
    return { from: at, to: [at[0] + side, at[1] + side] };
  }
  if (shape.kind === 'disc') return around([shape.at], shape.radius);
  const { lines, at = [0, 0] } = shape;
  const points = lines.flatMap(({ path }) => toLines(path, at).flat());
  return around(points, Math.max(...lines.map(({ width }) => width)) / 2);
}

function around(points: readonly Point[], margin: number): Box {
  const [across, down] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    from: [Math.min(...across) - margin, Math.min(...down) - margin],
    to: [Math.max(...across) + margin, Math.max(...down) + margin],
  };
}

function isOutside([x, y]: Point, { from, to }: Box, margin: number): boolean {
  return x < from[0] - margin || x > to[0] + margin || y < from[1] - margin || y > to[1] + margin;
}

/** What one pixel has become of. */
function createBlend() {
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  return {
    put(ink: Ink | 'erase', share: number): void {
      const [r, g, b, cover] = ink === 'erase' ? [0, 0, 0, 0] : ink;
      const over = share * cover;
      const left = 1 - (ink === 'erase' ? share : over);
      [red, green, blue] = [red * left + r * over, green * left + g * over, blue * left + b * over];
      alpha = alpha * left + over;
    },
    take: (): readonly number[] =>
      alpha === 0
        ? [0, 0, 0, 0]
        : [red / alpha, green / alpha, blue / alpha, alpha * 255].map(Math.round),
  };
}

/** How far a point is from a shape's edge, in units; below zero inside of it. */
function distanceTo(shape: Shape): (point: Point) => number {
  switch (shape.kind) {
    case 'disc': {
      const { at, radius } = shape;
      return (point) => length(point[0] - at[0], point[1] - at[1]) - radius;
    }
    case 'tile': {
      const { at, side, corner } = shape;
      const half = side / 2 - corner;
      return (point) => {
        const x = Math.abs(point[0] - at[0] - side / 2) - half;
        const y = Math.abs(point[1] - at[1] - side / 2) - half;
        return length(Math.max(x, 0), Math.max(y, 0)) + Math.min(Math.max(x, y), 0) - corner;
      };
    }
    case 'strokes': {
      const { lines, at = [0, 0] } = shape;
      const pieces = lines.flatMap(({ path, width }) =>
        toLines(path, at).map((line) => ({ line, half: width / 2 })),
      );
      return (point) => {
        // The innermost loop of a picture: no list is made for a pixel.
        let nearest = Infinity;
        for (const { line, half } of pieces) {
          nearest = Math.min(nearest, distanceToLine(point, line) - half);
        }
        return nearest;
      };
    }
  }
}

type Line = readonly [from: Point, to: Point];

/** Curves become so many lines: more would be seen at no size that icons have. */
const linesPerCurve = 10;

/** The straight pieces of a path. Throws on what it cannot draw: the paths are our own. */
export function toLines(path: string, [left, top]: Point): readonly Line[] {
  const words = path.match(/[A-Za-z]|-?\d+(?:\.\d+)?/g) ?? [];
  const lines: Line[] = [];
  let at: Point = [0, 0];
  let next = 0;
  const number = (): number => {
    const value = Number(words[next]);
    next += 1;
    if (Number.isNaN(value)) throw new Error(`not a path: ${path}`);
    return value;
  };
  const point = (): Point => [left + number(), top + number()];
  const lineTo = (to: Point): void => {
    lines.push([at, to]);
    at = to;
  };
  while (next < words.length) {
    const command = words[next];
    next += 1;
    if (command === 'M') at = point();
    else if (command === 'L') lineTo(point());
    else if (command === 'H') lineTo([left + number(), at[1]]);
    else if (command === 'V') lineTo([at[0], top + number()]);
    else if (command === 'C') curve(at, point(), point(), point()).forEach(lineTo);
    else throw new Error(`not a path: ${path}`);
  }
  return lines;
}

function curve(from: Point, first: Point, second: Point, to: Point): readonly Point[] {
  return Array.from({ length: linesPerCurve }, (_, index): Point => {
    const t = (index + 1) / linesPerCurve;
    const s = 1 - t;
    const along = (axis: 0 | 1): number =>
      s ** 3 * from[axis] +
      3 * s * s * t * first[axis] +
      3 * s * t * t * second[axis] +
      t ** 3 * to[axis];
    return [along(0), along(1)];
  });
}

function distanceToLine(point: Point, [from, to]: Line): number {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const square = x * x + y * y;
  const along = square === 0 ? 0 : ((point[0] - from[0]) * x + (point[1] - from[1]) * y) / square;
  const t = Math.min(1, Math.max(0, along));
  return length(point[0] - from[0] - t * x, point[1] - from[1] - t * y);
}

/** `Math.hypot` guards against overflows that no picture has, at many times the cost. */
function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
