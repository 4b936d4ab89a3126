import { useCallback, useSyncExternalStore } from 'react';

/** Wide enough for rail, list and detail side by side; the same figure stands in the style sheets. */
export const wide = '(width >= 960px)';

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
