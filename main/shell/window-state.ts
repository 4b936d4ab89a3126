/** A rectangle on the desktop, in device-independent pixels. */
export type Bounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export const smallest = { width: 380, height: 560 } as const;
export const usual = { width: 1180, height: 780 } as const;

/** How much of a window must be on a screen for the user to take hold of it. */
const graspable = { width: 120, height: 60 } as const;

/** Reads remembered bounds back, whatever the file holds by now. */
export function parseBounds(value: unknown): Bounds | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { x, y, width, height } = value as Record<string, unknown>;
  if (!isPixel(x) || !isPixel(y) || !isPixel(width) || !isPixel(height)) return undefined;
  if (width < smallest.width || height < smallest.height) return undefined;
  return { x, y, width, height };
}

/** Whether a window there could be grasped: the screen it was on may have been unplugged. */
export function isReachable(bounds: Bounds, workArea: Bounds): boolean {
  const width =
    Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
  const below = bounds.y - workArea.y;
  return width >= graspable.width && below >= 0 && below <= workArea.height - graspable.height;
}

function isPixel(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
