import { useLayoutEffect, useState, type RefObject } from 'react';

/**
 * Gives the keyboard back when a part goes: to what had it before the part came, if that is still
 * there and nothing else has taken it meanwhile.
 */
export function useReturnFocus(part: RefObject<HTMLElement | null>): void {
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    const place = part.current;
    return () => {
      const { activeElement: now } = document;
      const isFree = now === null || now === document.body || place?.contains(now) === true;
      if (isFree && before instanceof HTMLElement && before.isConnected) {
        before.focus({ preventScroll: true });
      }
    };
  }, [before, part]);
}
