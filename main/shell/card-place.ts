import type { Bounds } from './window-state.ts';

/** The cards' width at 100 %, in CSS pixels. */
export const cardWidth = 380;
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

/** The same window for other cards: it stays where it is, or was put, as far as it then fits. */
export function fitCards(at: Bounds, workArea: Bounds, size: CardSize): Bounds {
  const { width, height } = toRoom(workArea, size);
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
function toRoom(workArea: Bounds, { height, zoom }: CardSize): Pick<Bounds, 'width' | 'height'> {
  return {
    width: Math.min(Math.round(cardWidth * zoom), workArea.width - 2 * margin),
    height: Math.min(Math.round(height * zoom), workArea.height - 2 * margin),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
