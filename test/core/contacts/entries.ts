import type { E164 } from '../../../shared/model/ids.ts';
import { toE164 } from '../../../shared/phone/parse.ts';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { displayName } from '../../../main/core/contacts/draft.ts';
import { putEntries, type Entry } from '../../../main/core/contacts/entries/rows.ts';
import type { InProcessArchive } from '../../db/in-process.ts';

export const us = 'US' as CountryCode;

export type Person = {
  readonly name: string;
  readonly company?: string;
  readonly email?: string;
  readonly source?: 'personal' | 'company';
  /** A short one is an extension. */
  readonly numbers?: readonly string[];
};

let lastId = 0;

/** An entry of a server, for a person as a test describes them. */
export function toEntry(person: Person, serverId = String((lastId += 1))): Entry {
  const { name, company, email, source = 'personal', numbers = [] } = person;
  const [firstName, ...rest] = name.split(' ');
  const texts = {
    firstName: firstName || undefined,
    lastName: rest.join(' ') || undefined,
    company,
    jobTitle: undefined,
    email,
    remarks: undefined,
  };
  const read = numbers.map((typed, index) => ({
    label: index === 0 ? 'mobile' : 'business',
    typed,
    number: toE164(typed, us),
    extensionNumber: typed.length < 5 ? typed : undefined,
  }));
  return {
    source,
    serverId,
    ...texts,
    numbers: read,
    name: displayName({ ...texts, numbers: read }),
  };
}

/** Puts people into an archive as a sync does; answers their entry ids. */
export function addPeople({ db }: InProcessArchive, people: readonly Person[]): readonly string[] {
  return putEntries(
    db,
    people.map((person) => toEntry(person)),
  ).map(String);
}

export const e164 = (text: string): E164 => text as E164;
