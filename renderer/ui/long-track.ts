/**
 * Chromium lays out no more than some 33 million pixels, half of that at 200 %. A longer list moves
 * in a track of this height.
 */
export const tallestPx = 8_000_000;
/** At both ends the track and the list move alike, so that the ends of both are the same. */
const edgePx = 500_000;

/** How the place of a scroll bar and the place in a list belong together, in pixels. */
export type Track = {
  /** The height that is laid out. */
  readonly heightPx: number;
  /** The list is longer than its track. */
  readonly isScaled: boolean;
  /** The furthest that the list's upper edge can be scrolled away. */
  readonly lastTop: number;
  /** Where the scroll bar stands when the list is scrolled to `top`. */
  readonly toScroll: (top: number) => number;
  /** Where the list is when the scroll bar is put somewhere. */
  readonly toTop: (scroll: number) => number;
};

/** The track of a list of `listPx` in a window of `viewPx`. */
export function createTrack(listPx: number, viewPx: number): Track {
  const lastTop = Math.max(0, listPx - viewPx);
  if (listPx <= tallestPx) {
    const same = (at: number): number => clamp(at, lastTop);
    return { heightPx: listPx, isScaled: false, lastTop, toScroll: same, toTop: same };
  }
  const lastScroll = tallestPx - viewPx;
  const ratio = (lastScroll - 2 * edgePx) / (lastTop - 2 * edgePx);
  return {
    heightPx: tallestPx,
    isScaled: true,
    lastTop,
    toScroll: (given) => {
      const top = clamp(given, lastTop);
      if (top <= edgePx) return top;
      if (top >= lastTop - edgePx) return lastScroll - (lastTop - top);
      return edgePx + (top - edgePx) * ratio;
    },
    toTop: (given) => {
      const scroll = clamp(given, lastScroll);
      if (scroll <= edgePx) return scroll;
      if (scroll >= lastScroll - edgePx) return lastTop - (lastScroll - scroll);
      return edgePx + (scroll - edgePx) / ratio;
    },
  };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
