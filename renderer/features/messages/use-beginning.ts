import { useEffect } from 'react';
import { beginText, goBack, loadBegun, recipientsOf } from '../../app/begun-text/begin.ts';
import { setRecipients, takeBeginning, useUi, type Beginning } from '../../app/ui-store.ts';

/** Takes up a text that is to be begun; `onBegun`: what was typed as a recipient was for another. */
export function useBeginning(onBegun: () => void): void {
  const beginning = useUi((ui) => ui.beginning);
  useEffect(() => {
    if (beginning !== undefined) void begin(beginning, onBegun);
    // Of the drawing that a text was begun in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [beginning]);
}

async function begin(beginning: Beginning, onBegun: () => void): Promise<void> {
  await loadBegun('new');
  if (!takeBeginning(beginning)) return;
  const { to, ...more } = beginning;
  beginText(
    'new',
    to.map(({ number }) => number),
    more,
  );
  if (to.length === 0) return goOn();
  onBegun();
  setRecipients(to);
}

/** To nobody named: what is written goes on, to whom it was for. */
function goOn(): void {
  const shown = useUi.getState().compose ?? [];
  const numbers = recipientsOf('new');
  const isShown = shown.length > 0 && shown.every(({ number }) => numbers.includes(number));
  if (!isShown) show(numbers);
}

/** Goes back to a text that was left for another. */
export function goBackInPane(): void {
  const numbers = goBack('new');
  if (numbers !== undefined) show(numbers);
}

function show(numbers: readonly string[]): void {
  setRecipients(numbers.map((number) => ({ number, party: undefined })));
}
