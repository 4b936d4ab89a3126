import type {
  ContactDraft,
  ContactNumber,
  ContactNumberLabel,
  ContactSource,
  ContactView,
  Party,
  SpeedDial,
} from '../../../shared/model/people.ts';
import { contactNumberLabels } from '../../../shared/model/people.ts';

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
  const { jobTitle, company, name } = contact;
  // A company alone goes by its own name.
  return [jobTitle, company === name ? undefined : company].filter(Boolean).join(', ') || undefined;
}

/** Where removing someone takes them out of; undefined where nothing of them is the user's. */
export function removedFrom(
  sources: readonly ContactSource[],
): 'personal' | 'local' | 'both' | undefined {
  const isPersonal = sources.includes('personal');
  const isLocal = sources.includes('local');
  if (isPersonal) return isLocal ? 'both' : 'personal';
  return isLocal ? 'local' : undefined;
}

/** An own contact for someone who is the company's: as they are known, to be added to. */
export function toOwnDraft(contact: ContactView): Partial<ContactDraft> {
  const { firstName, lastName, name, company = '', jobTitle = '', email = '' } = contact;
  const hasName = firstName !== undefined || lastName !== undefined;
  const numbers: { label: ContactNumberLabel; typed: string }[] = [];
  for (const { number, label } of contact.numbers) {
    const free = freeLabel(numbers, label);
    if (number !== undefined && free !== undefined) numbers.push({ label: free, typed: number });
  }
  return {
    firstName: hasName ? (firstName ?? '') : name,
    lastName: lastName ?? '',
    company,
    jobTitle,
    email,
    numbers,
  };
}

/** The label that is wanted where it is free, else the next one that is; undefined when all are taken. */
export function freeLabel(
  numbers: ContactDraft['numbers'],
  wanted = 'mobile',
): ContactNumberLabel | undefined {
  const free = contactNumberLabels.filter(
    (label) => !numbers.some((number) => number.label === label),
  );
  const start = wanted === 'direct' ? 'business' : wanted;
  return free.find((label) => label === start) ?? free[0];
}

/** Someone whose card was sent, as they are entered: each label once, as the address book has it. */
export function toNewDraft(sent: ContactDraft): ContactDraft {
  return { ...sent, numbers: sent.numbers.reduce<ContactDraft['numbers']>(withNumber, []) };
}

function withNumber(
  numbers: ContactDraft['numbers'],
  { label, typed }: ContactDraft['numbers'][number],
): ContactDraft['numbers'] {
  const free = freeLabel(numbers, label);
  const isThere = typed.trim() === '' || numbers.some((number) => number.typed === typed);
  return free === undefined || isThere ? numbers : [...numbers, { label: free, typed }];
}

/** What somebody goes by who is still being entered; nothing where that is not known yet. */
export function enteredName({ firstName, lastName, company, numbers }: ContactDraft): string {
  const name = [firstName, lastName].map((part) => part.trim()).filter(Boolean);
  const typed = numbers.map((number) => number.typed.trim()).find(Boolean);
  return name.join(' ') || company.trim() || (typed ?? '');
}

/** The key that calls a number, if any. */
export function keyOf(dials: readonly SpeedDial[], number: string): number | undefined {
  return dials.find(({ party }) => party.number === number)?.key;
}

function letterOf(name: string): string {
  const base = name.trim().normalize('NFD').charAt(0).toLocaleUpperCase();
  return /\p{L}/u.test(base) ? base : '#';
}
