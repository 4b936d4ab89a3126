import { useCallback, useEffect, useRef, type RefCallback } from 'react';

/**
 * As a ref: Escape within a part of the window is the way out of that part, before it is the way out
 * of what stands around it. `onEscape` answers false where there is nothing to leave.
 */
export function useEscape(onEscape: () => boolean): RefCallback<HTMLElement> {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  return useCallback((part: HTMLElement | null) => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || !latest.current()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    part?.addEventListener('keydown', onKeyDown);
    return () => part?.removeEventListener('keydown', onKeyDown);
  }, []);
}
