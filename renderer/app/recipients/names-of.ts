import { call } from '../bridge.ts';
import type { Recipient } from '../ui-store.ts';

/** Numbers with whoever has them. */
export function namesOf(numbers: readonly string[]): Promise<readonly Recipient[]> {
  return Promise.all(numbers.map(nameOf));
}

async function nameOf(number: string): Promise<Recipient> {
  const found = await call('contacts.suggest', { text: number.slice(0, 200) });
  const party = found.ok
    ? found.value.find((suggestion) => suggestion.party.number === number)?.party
    : undefined;
  return { number, party };
}
