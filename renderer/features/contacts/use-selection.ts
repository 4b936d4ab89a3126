import { useEffect, useState } from 'react';
import type { ContactId } from '../../../shared/model/ids.ts';
import { nobody, pressSelection, type Selection } from './selection.ts';

/** Selecting contacts: begun by a button, and left by another or by Escape. */
export function useSelection() {
  const [selection, setSelection] = useState<Selection>();
  const isOn = selection !== undefined;
  useEffect(() => {
    if (!isOn) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      setSelection(undefined);
    };
    // Before the window's own Escape, which would close what is open beside the list.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [isOn]);
  return {
    selection,
    start: () => setSelection(nobody),
    stop: () => setSelection(undefined),
    press: (id: ContactId, order: readonly ContactId[], isRange: boolean) =>
      setSelection((now) => now && pressSelection(now, id, order, isRange)),
  };
}
