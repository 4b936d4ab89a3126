import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Geometry } from './long-geometry.ts';
import { createTrack } from './long-track.ts';

/** Pixels drawn beyond what is in sight. */
const marginPx = 480;
/** A leap of the scroll bar, rather than a turn of the wheel, in heights of the window. */
const leapViews = 3;
const restMs = 160;

/** The rows that are drawn, and how far their places are from those of the track. */
export type Drawn = {
  readonly first: number;
  readonly last: number;
  readonly basePx: number;
  readonly isForward: boolean;
  /** Rows came in above while something was looked at. */
  readonly isNewAbove: boolean;
};

const nothingDrawn: Drawn = { first: 0, last: -1, basePx: 0, isForward: true, isNewAbove: false };

type Live = {
  top: number;
  scroll: number;
  isNewAbove: boolean;
  /** The row that is held on to while what is above it changes, and how far it is below the top. */
  anchor: { index: number; offset: number };
};

/**
 * Where a long list is scrolled to. The list has its own place in pixels, `top`; the scroll bar's
 * place follows it, at the same pace while the wheel turns and in leaps when its thumb is drawn.
 */
export function useLongScroll(
  geometry: Geometry,
  change: { readonly version: number; readonly shift: number },
) {
  const scroller = useRef<HTMLDivElement>(null);
  const [viewPx, setViewPx] = useState(0);
  const [drawn, setDrawn] = useState<Drawn>(nothingDrawn);
  const live = useRef<Live>({
    top: 0,
    scroll: 0,
    isNewAbove: false,
    anchor: { index: 0, offset: 0 },
  });
  const seen = useRef(change.version);
  const track = useMemo(() => createTrack(geometry.heightPx, viewPx), [geometry, viewPx]);

  const draw = useCallback(
    (isForward: boolean) => {
      const { top, scroll } = live.current;
      const first = geometry.indexAt(Math.max(0, top - marginPx));
      const last = Math.min(geometry.total - 1, geometry.indexAt(top + viewPx + marginPx));
      if (top < 1) live.current.isNewAbove = false;
      const { isNewAbove } = live.current;
      const next = { first, last, basePx: top - scroll, isForward, isNewAbove };
      setDrawn((now) => (isSame(now, next) ? now : next));
    },
    [geometry, viewPx],
  );

  const hold = useCallback(() => {
    const { top } = live.current;
    const index = geometry.indexAt(top);
    live.current.anchor = { index, offset: geometry.rowTopOf(index) - top };
  }, [geometry]);

  /** Puts the list, and with it the scroll bar, somewhere. */
  const moveTo = useCallback(
    (wanted: number) => {
      const element = scroller.current;
      if (element === null) return;
      const top = Math.max(0, Math.min(wanted, track.lastTop));
      const isForward = top >= live.current.top;
      const place = track.toScroll(top);
      if (Math.abs(element.scrollTop - place) >= 0.5) element.scrollTop = place;
      // The browser rounds to what its screen can show.
      const scroll = element.scrollTop;
      live.current = { ...live.current, top: track.isScaled ? top : scroll, scroll };
      hold();
      draw(isForward);
    },
    [track, hold, draw],
  );

  const onScroll = useCallback(() => {
    const { scrollTop } = scroller.current ?? { scrollTop: 0 };
    const moved = scrollTop - live.current.scroll;
    if (Math.abs(moved) < 0.5) return;
    const isLeap = !track.isScaled || Math.abs(moved) > viewPx * leapViews;
    const top = isLeap ? track.toTop(scrollTop) : live.current.top + moved;
    live.current.top = Math.max(0, Math.min(top, track.lastTop));
    live.current.scroll = scrollTop;
    hold();
    // The thumb has come to its end before the list has, or the other way round.
    if (track.isScaled && isAtOddEnds(live.current, track.lastTop, track.toScroll)) {
      moveTo(live.current.top);
      return;
    }
    draw(moved > 0);
  }, [track, viewPx, hold, draw, moveTo]);

  // At rest the thumb is put where it belongs; while the wheel turns that would disturb it.
  useEffect(() => {
    const element = scroller.current;
    if (element === null || !track.isScaled) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => moveTo(live.current.top), restMs);
    };
    element.addEventListener('scroll', settle, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', settle);
    };
  }, [track, moveTo]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void => setViewPx(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // The list has changed: the row that is held on to stays where it was.
  useLayoutEffect(() => {
    const element = scroller.current;
    const { anchor, top } = live.current;
    const isMoved = seen.current !== change.version;
    seen.current = change.version;
    const shift = isMoved ? change.shift : 0;
    // What was scrolled since the last event belongs to the place that is kept.
    const unheard = (element?.scrollTop ?? 0) - live.current.scroll;
    if (Math.abs(unheard) < viewPx * leapViews) anchor.offset -= unheard;
    const isAtTop = top + unheard < 1;
    // Whoever is at the top sees what comes in, unless the pointer or the keyboard is on a row.
    const isBusy =
      element !== null && (element.matches(':hover') || element.contains(document.activeElement));
    if (isAtTop && (shift === 0 || !isBusy)) return moveTo(0);
    if (shift > 0) live.current.isNewAbove = true;
    const index = Math.max(0, Math.min(anchor.index + shift, geometry.total - 1));
    moveTo(geometry.rowTopOf(index) - anchor.offset);
  }, [geometry, change.version, change.shift, viewPx, moveTo]);

  const reveal = useCallback(
    (index: number) => {
      const { top } = live.current;
      const upper = geometry.topOf(index);
      const lower = index + 1 < geometry.total ? geometry.topOf(index + 1) : geometry.heightPx;
      if (upper < top) moveTo(upper);
      else if (lower > top + viewPx) moveTo(lower - viewPx);
    },
    [geometry, viewPx, moveTo],
  );

  return {
    scroller,
    onScroll,
    drawn,
    heightPx: track.heightPx,
    viewPx,
    reveal,
    moveTo,
  };
}

function isAtOddEnds(
  { top, scroll }: Live,
  lastTop: number,
  toScroll: (top: number) => number,
): boolean {
  const lastScroll = toScroll(lastTop);
  return (scroll < 1 && top >= 1) || (scroll > lastScroll - 1 && top <= lastTop - 1);
}

function isSame(one: Drawn, other: Drawn): boolean {
  return (
    one.first === other.first &&
    one.last === other.last &&
    one.isNewAbove === other.isNewAbove &&
    Math.abs(one.basePx - other.basePx) < 0.01
  );
}
