import type { ContactId, E164 } from './ids.ts';
import type { Capability } from './session.ts';

/** The other side of a call or text, as far as it is known. */
export type Party = {
  readonly contactId: ContactId | undefined;
  readonly name: string | undefined;
  readonly company: string | undefined;
  /** Missing for blocked caller IDs and for colleagues known by extension only. */
  readonly number: E164 | undefined;
  readonly extensionNumber: string | undefined;
  /** The names of others who have the same number. */
  readonly sharedWith?: readonly string[];
};

export type ContactNumber = {
  /** `mobile`, `business`, `home`, … as RingCentral names the field, without `Phone`. */
  readonly label: string;
  readonly number: E164 | undefined;
  readonly extensionNumber: string | undefined;
  /** As it was written in the address book. */
  readonly typed: string;
};

/** RingCentral's address book, the company directory, or this computer alone. */
export type ContactSource = 'personal' | 'company' | 'local';

/** A person: entries of several sources that are the same one are shown as one. */
export type ContactView = {
  readonly id: ContactId;
  readonly name: string;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly company: string | undefined;
  readonly jobTitle: string | undefined;
  readonly email: string | undefined;
  /** The notes of the address book. */
  readonly remarks: string | undefined;
  /** Where the person is known from, the one that is edited first. */
  readonly sources: readonly ContactSource[];
  /** Each number once, however many sources have it. */
  readonly numbers: readonly ContactNumber[];
  readonly isFavourite: boolean;
  /** Why it cannot be changed, where it cannot: the company directory is the administrator's. */
  readonly canEdit: Capability;
  /** What an edit begins with: the user's own entry alone, as it was typed. */
  readonly draft?: ContactDraft;
};

/** What can be entered of a contact. */
export type ContactDraft = {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly remarks: string;
  readonly numbers: readonly { readonly label: ContactNumberLabel; readonly typed: string }[];
};

/** The numbers an address-book entry has room for, each once. */
export const contactNumberLabels = [
  'mobile',
  'business',
  'business2',
  'home',
  'home2',
  'company',
  'other',
  'assistant',
  'car',
  'callback',
  'businessFax',
  'otherFax',
] as const;
export type ContactNumberLabel = (typeof contactNumberLabels)[number];

/** A key of the dial pad that calls someone when it is held, 1 to 9. */
export type SpeedDial = { readonly key: number; readonly party: Party };

/** One line of the dialer's type-ahead: someone, and the number that would be used. */
export type Suggestion = {
  readonly source: 'contact' | 'recent';
  readonly party: Party;
  readonly label: string | undefined;
};
