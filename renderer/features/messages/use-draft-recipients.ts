import { useEffect, useRef } from 'react';
import { call } from '../../app/bridge.ts';
import { useOfWriting } from '../../app/composer/store.ts';
import { setRecipients, type Recipient } from '../../app/ui-store.ts';

const nobody: readonly string[] = [];

/** A new text to nobody yet goes on with the draft that there is, whom it was for included. */
export function useDraftRecipients(recipients: readonly Recipient[]): void {
  const isOpen = useRef(recipients.length === 0);
  const to = useOfWriting('new', ({ text, files, to: named }) =>
    text === '' && files.length === 0 ? nobody : named,
  );
  const isNamed = recipients.length > 0;
  useEffect(() => {
    if (isNamed) isOpen.current = false;
    if (!isOpen.current || to.length === 0) return;
    isOpen.current = false;
    void Promise.all(to.map(recipientOf)).then(setRecipients);
  }, [isNamed, to]);
}

/** The number with whoever has it. */
async function recipientOf(number: string): Promise<Recipient> {
  const found = await call('contacts.suggest', { text: number.slice(0, 200) });
  const party = found.ok
    ? found.value.find((suggestion) => suggestion.party.number === number)?.party
    : undefined;
  return { number, party };
}
