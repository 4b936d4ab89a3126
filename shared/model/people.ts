import type { ContactId, E164 } from './ids.ts';

/** The other side of a call or text, as far as it is known. */
export type Party = {
  readonly contactId: ContactId | undefined;
  readonly name: string | undefined;
  readonly company: string | undefined;
  /** Missing for blocked caller IDs and for colleagues known by extension only. */
  readonly number: E164 | undefined;
  readonly extensionNumber: string | undefined;
};

export type ContactNumber = {
  /** `mobile`, `business`, `home`, … as RingCentral names the field, without `Phone`. */
  readonly label: string;
  readonly number: E164 | undefined;
  readonly extensionNumber: string | undefined;
  /** As it was written in the address book. */
  readonly typed: string;
};

export type ContactSource = 'personal' | 'company';

export type ContactView = {
  readonly id: ContactId;
  readonly name: string;
  readonly company: string | undefined;
  readonly jobTitle: string | undefined;
  readonly email: string | undefined;
  readonly source: ContactSource;
  readonly numbers: readonly ContactNumber[];
};

/** One line of the dialer's type-ahead: someone, and the number that would be used. */
export type Suggestion = {
  readonly source: 'contact' | 'recent';
  readonly party: Party;
  readonly label: string | undefined;
};
