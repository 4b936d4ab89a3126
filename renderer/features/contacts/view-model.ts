import type { ContactNumber, ContactView, Party } from '../../../shared/model/people.ts';

/** A line of the contacts: the heading of a letter, or someone. */
export type ContactItem =
  | { readonly kind: 'letter'; readonly key: string; readonly letter: string }
  | { readonly kind: 'contact'; readonly key: string; readonly contact: ContactView };

/** Puts a heading before the first name of each letter; names without one come under `#`. */
export function groupByLetter(contacts: readonly ContactView[]): readonly ContactItem[] {
  const items: ContactItem[] = [];
  let letter: string | undefined;
  for (const contact of contacts) {
    const next = letterOf(contact.name);
    if (next !== letter) {
      letter = next;
      items.push({ kind: 'letter', key: `letter:${letter}:${contact.id}`, letter });
    }
    items.push({ kind: 'contact', key: contact.id, contact });
  }
  return items;
}

/** Someone as the other side of a call or text, by one of their numbers. */
export function partyOf(contact: ContactView, number: ContactNumber | undefined): Party {
  return {
    contactId: contact.id,
    name: contact.name,
    company: contact.company,
    number: number?.number,
    extensionNumber: number?.extensionNumber,
  };
}

/** The number a row's actions use: the first that can be dialled. */
export function firstDialable(contact: ContactView): ContactNumber | undefined {
  return contact.numbers.find(({ number }) => number !== undefined);
}

/** The line under a name: company and job, as far as known. */
export function contactDetail(contact: ContactView): string | undefined {
  return [contact.jobTitle, contact.company].filter(Boolean).join(', ') || undefined;
}

function letterOf(name: string): string {
  const base = name.trim().normalize('NFD').charAt(0).toLocaleUpperCase();
  return /\p{L}/u.test(base) ? base : '#';
}
