import { useLayoutEffect, type RefObject } from 'react';
import { call } from './bridge.ts';

/** The edges above and below, in CSS pixels. */
const edges = 2;
/** As much as the contract takes. */
const highest = 2_000;

/**
 * Tells main how high the content of a small window is: after each drawing of another `content`, which the window waits
 * for before it shows itself, and whenever they grow or shrink.
 */
export function useFit(
  element: RefObject<HTMLElement | null>,
  content: unknown,
  name: 'cards.fit' | 'quick.fit' = 'cards.fit',
): void {
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null || content === undefined) return;
    const tell = (): void => {
      const height = Math.ceil(measured.getBoundingClientRect().height) + edges;
      void call(name, { height: Math.min(Math.max(height, 1), highest) });
    };
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element, content, name]);
}
