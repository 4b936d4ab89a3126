import type { Bounds } from './window-state.ts';

/** The cards' width at 100 %, in CSS pixels. */
export const cardWidth = 380;
/** The same of the window for a text: as narrow as the main one ever is. */
export const quickWidth = 420;
/** Before the page has said how high its cards are. */
export const firstHeight = 320;
/** How far the window keeps from the edges of the screen. */
const margin = 16;

/** How large the cards are: in CSS pixels, on a page that is zoomed by so much. */
export type CardSize = { readonly height: number; readonly zoom: number };

/** Where the cards appear: in the corner where the eye does not read and the hand does not work. */
export function placeCards(workArea: Bounds, size: CardSize): Bounds {
  const { width, height } = toRoom(workArea, size);
  return {
    x: workArea.x + workArea.width - width - margin,
    y: workArea.y + margin,
    width,
    height,
  };
}

/**
 * Where the window for a text appears: by the cursor, which is at the tray when its icon was clicked,
 * and on the side of it where there is room.
 */
export function placeQuick(
  workArea: Bounds,
  cursor: { readonly x: number; readonly y: number },
  size: CardSize,
): Bounds {
  const { width, height } = toRoom(workArea, size, quickWidth);
  const isLow = cursor.y > workArea.y + workArea.height / 2;
  const x = cursor.x - Math.round(width / 2);
  const y = isLow ? cursor.y - height - margin : cursor.y + margin;
  const { x: left, y: top } = workArea;
  return {
    x: clamp(x, left + margin, left + workArea.width - width - margin),
    y: clamp(y, top + margin, top + workArea.height - height - margin),
    width,
    height,
  };
}

/** The same window for other content: it stays where it is, or was put, as far as it then fits. */
export function fitCards(
  at: Bounds,
  workArea: Bounds,
  size: CardSize,
  widthAt100 = cardWidth,
): Bounds {
  const { width, height } = toRoom(workArea, size, widthAt100);
  // The edge that it hangs by stays: the right one.
  const x = at.x + at.width - width;
  return {
    x: clamp(x, workArea.x, workArea.x + workArea.width - width),
    y: clamp(at.y, workArea.y, workArea.y + workArea.height - height),
    width,
    height,
  };
}

/** No larger than the screen, whatever the page asks for: what does not fit is scrolled. */
function toRoom(
  workArea: Bounds,
  { height, zoom }: CardSize,
  widthAt100 = cardWidth,
): Pick<Bounds, 'width' | 'height'> {
  return {
    width: Math.min(Math.round(widthAt100 * zoom), workArea.width - 2 * margin),
    height: Math.min(Math.round(height * zoom), workArea.height - 2 * margin),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
