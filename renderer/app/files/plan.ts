import { mostFileBytes } from '../../../shared/file-limits.ts';

/** What a picture is made to be when not all fit as they are: good on any phone, soon sent. */
const comfortableBytes = 500_000;
const longestSide = 2048;
/** Nobody can make out anything on a smaller one. */
const shortestSide = 320;
/** JPEG bytes for each pixel of a photo, at most; what is far beyond is not tried. */
const bytesPerPixel = 0.15;
const qualities = [0.85, 0.65] as const;

const shrinkable: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/bmp',
]);

/** Whether a picture of this type can be drawn anew without loss of what it is: a GIF may move. */
export function isShrinkable(type: string): boolean {
  return shrinkable.has(type);
}

/** How many bytes each picture may have; `undefined` for all that stay as they are. */
export function planPictures(
  sizes: readonly number[],
  room: number,
): readonly (number | undefined)[] {
  if (sum(sizes) <= room) return sizes.map(() => undefined);
  const wants = sizes.map((size) => Math.min(size, comfortableBytes));
  // What is small enough stays as it is, too.
  return shareOut(wants, room).map((share, index) =>
    (sizes[index] ?? 0) <= share ? undefined : share,
  );
}

/** Shares room out: nobody gets more than they want, and all who get less get the same. */
export function shareOut(wants: readonly number[], room: number): readonly number[] {
  const shares = wants.map(() => 0);
  let left = Math.max(0, room);
  const inOrder = [...wants.keys()].toSorted(
    (one, other) => (wants[one] ?? 0) - (wants[other] ?? 0),
  );
  for (const [done, index] of inOrder.entries()) {
    const share = Math.min(wants[index] ?? 0, Math.floor(left / (wants.length - done)));
    shares[index] = share;
    left -= share;
  }
  return shares;
}

/** Room for pictures beside files that are as they are. */
export function roomBeside(fixed: readonly number[]): number {
  return mostFileBytes - sum(fixed);
}

export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly type: 'image/png' | 'image/jpeg';
  readonly quality: number | undefined;
};

/** What to try, best first, until one has no more than so many bytes. */
export function drawingsFor(
  picture: { readonly width: number; readonly height: number; readonly isTransparent: boolean },
  mostBytes: number,
): readonly Drawing[] {
  const { width, height, isTransparent } = picture;
  const longest = Math.max(width, height);
  const sides: number[] = [];
  for (let side = Math.min(longest, longestSide); side >= shortestSide; side *= 0.75) {
    sides.push(Math.round(side));
  }
  if (sides.length === 0) sides.push(longest);
  const at = (side: number): Pick<Drawing, 'width' | 'height'> => ({
    width: Math.max(1, Math.round((width * side) / longest)),
    height: Math.max(1, Math.round((height * side) / longest)),
  });
  const kept = isTransparent
    ? sides.map((side) => ({ ...at(side), type: 'image/png' as const, quality: undefined }))
    : [];
  const drawn = sides
    .filter((side) => side === sides.at(-1) || isWithin(at(side), mostBytes))
    .flatMap((side) =>
      qualities.map((quality) => ({ ...at(side), type: 'image/jpeg' as const, quality })),
    );
  return [...kept, ...drawn];
}

function isWithin(
  { width, height }: Pick<Drawing, 'width' | 'height'>,
  mostBytes: number,
): boolean {
  return width * height * bytesPerPixel * qualities[1] <= 2 * mostBytes;
}

/** A name for what was drawn anew: with the ending of what it is now. */
export function drawnName(name: string, type: Drawing['type']): string {
  const stem = name.replace(/\.[a-z0-9]{1,8}$/i, '');
  return `${stem}.${type === 'image/png' ? 'png' : 'jpg'}`;
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
