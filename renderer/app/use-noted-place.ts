import { useEffect } from 'react';
import type { Route } from '../../shared/model/app.ts';
import { hasUnsaved } from './account-memory.ts';
import { call } from './bridge.ts';
import { placeOf } from './place.ts';
import { useUi } from './ui-store.ts';

/**
 * Tells main where the window is: long out of sight it gives back its memory, and comes back to
 * there. Told anew as it goes out of sight, when main is to know what must not be lost with the page.
 */
export function useNotedPlace(): void {
  // A text, so that what is the same place is told once.
  const place = useUi((ui) => JSON.stringify(placeOf(ui)));
  useEffect(() => {
    const to = JSON.parse(place) as Route;
    const tell = (): void => {
      const isBusy = hasUnsaved() || hasOwnWords();
      void call('app.note-place', { to, isBusy });
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [place]);
}

/** Text fields of a form whose words only the page has; a composer's are kept by main (`data-kept`). */
const ownFields =
  'form:not([data-kept]) :is(textarea, input:not([type="radio"], [type="checkbox"]))';

/** Whether something is written in the page itself. */
function hasOwnWords(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(ownFields);
  return [...fields].some(({ value }) => value.trim() !== '');
}
