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

/**
 * Where a window that was there goes on the displays of now, told by their work areas with the main
 * one first. It stays where it can be grasped; one whose display is gone comes to the middle of the
 * main one. It is never larger than its display: a change of scale makes displays smaller.
 */
export function placeOn(workAreas: readonly Bounds[], bounds: Bounds): Bounds {
  const reachable = workAreas.filter((area) => isReachable(bounds, area));
  const home = reachable.toSorted((one, other) => overlap(bounds, other) - overlap(bounds, one))[0];
  if (home !== undefined) return intoView(bounds, home);
  const [main] = workAreas;
  return main === undefined ? bounds : inMiddle(bounds, main);
}

/** Whether a window there could be grasped: the screen it was on may have been unplugged. */
export function isReachable(bounds: Bounds, workArea: Bounds): boolean {
  const below = bounds.y - workArea.y;
  const isLevel = below >= 0 && below <= workArea.height - graspable.height;
  return isLevel && widthOn(bounds, workArea) >= graspable.width;
}

/** No larger than the display, and no lower than what is left of it; it may hang over a side. */
function intoView(bounds: Bounds, area: Bounds): Bounds {
  const { width, height } = sizeOn(bounds, area);
  const isCut = width < bounds.width;
  const y = Math.min(bounds.y, Math.max(area.y, area.y + area.height - height));
  return { x: isCut ? area.x : bounds.x, y, width, height };
}

function inMiddle(bounds: Bounds, area: Bounds): Bounds {
  const { width, height } = sizeOn(bounds, area);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

/** A display smaller than the smallest window leaves it as it is: it would not get smaller. */
function sizeOn(bounds: Bounds, area: Bounds): Pick<Bounds, 'width' | 'height'> {
  return {
    width: Math.max(smallest.width, Math.min(bounds.width, area.width)),
    height: Math.max(smallest.height, Math.min(bounds.height, area.height)),
  };
}

function overlap(one: Bounds, other: Bounds): number {
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, widthOn(one, other)) * Math.max(0, height);
}

function widthOn(one: Bounds, other: Bounds): number {
  return Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
}

function isPixel(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
