import { useState } from 'react';
import type { ContactId } from '../../../shared/model/ids.ts';
import { useEscape } from '../../app/use-escape.ts';
import { nobody, pressSelection, type Selection } from './selection.ts';

/** Selecting contacts: begun by a button, and left by another or by Escape in the list. */
export function useSelection() {
  const [selection, setSelection] = useState<Selection>();
  const list = useEscape(() => {
    // In the search Escape is about what is searched for.
    if (selection === undefined || document.activeElement instanceof HTMLInputElement) return false;
    setSelection(undefined);
    return true;
  });
  return {
    selection,
    /** As a ref of the list: elsewhere Escape has other things to close. */
    list,
    start: () => setSelection(nobody),
    stop: () => setSelection(undefined),
    press: (id: ContactId, order: readonly ContactId[], isRange: boolean) =>
      setSelection((now) => now && pressSelection(now, id, order, isRange)),
  };
}
