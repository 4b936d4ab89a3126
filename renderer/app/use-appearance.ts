import { useLayoutEffect } from 'react';
import { useSettings } from './queries.ts';

/** Puts theme and density on the document; the tokens follow them. */
export function useAppearance(): void {
  const settings = useSettings().data;
  const theme = settings?.theme ?? 'system';
  const density = settings?.density ?? 'comfortable';
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.dataset['density'] = density;
  }, [theme, density]);
}
