import { z } from 'zod';
import type { ContactNumberLabel } from '../../../shared/model/people.ts';
import type { ContactFields } from './api.ts';
import type { ServerContact } from './records.ts';
import { optionalText, serverId, type RecordReader } from './schemas.ts';

/** The phone fields of a personal contact, and what each is called. */
const phoneFields = {
  mobilePhone: 'mobile',
  businessPhone: 'business',
  businessPhone2: 'business2',
  homePhone: 'home',
  homePhone2: 'home2',
  companyPhone: 'company',
  carPhone: 'car',
  otherPhone: 'other',
  assistantPhone: 'assistant',
  callbackPhone: 'callback',
  businessFax: 'businessFax',
  otherFax: 'otherFax',
} as const satisfies Readonly<Record<string, ContactNumberLabel>>;
type PhoneField = keyof typeof phoneFields;

const phoneFieldNames = Object.keys(phoneFields) as readonly PhoneField[];

/** The body of a contact that is written; an empty field clears what was there. */
export function toContactBody(contact: ContactFields): Readonly<Record<string, string>> {
  const { remarks: notes, numbers, ...fields } = contact;
  const phones = phoneFieldNames.map((field) => [field, numbers[phoneFields[field]] ?? '']);
  return { ...fields, notes, ...Object.fromEntries(phones) };
}

const personal = z.looseObject({
  id: serverId,
  availability: z.string().catch('Alive').default('Alive'),
  firstName: optionalText,
  middleName: optionalText,
  lastName: optionalText,
  nickName: optionalText,
  company: optionalText,
  jobTitle: optionalText,
  email: optionalText,
  notes: optionalText,
});

/** Contacts of the user's address book. */
export const personalContactReader: RecordReader<ServerContact> = {
  read: toPersonalContact,
  readGone(raw) {
    const { data } = goneContact.safeParse(raw);
    return data && { id: data.id, availability: data.availability };
  },
};

const goneContact = z.looseObject({ id: serverId, availability: z.enum(['Deleted', 'Purged']) });

function toPersonalContact(raw: unknown): ServerContact {
  const contact = personal.parse(raw);
  const numbers = phoneFieldNames.flatMap((field) => {
    const typed = contact[field];
    if (typeof typed !== 'string' || typed.trim() === '') return [];
    return [{ label: phoneFields[field], typed, extensionNumber: undefined }];
  });
  const fullName = joinNames(contact.firstName, contact.middleName, contact.lastName);
  return {
    id: contact.id,
    name:
      fullName || contact.nickName || contact.company || contact.email || numbers[0]?.typed || '',
    firstName: contact.firstName,
    lastName: contact.lastName,
    company: contact.company,
    jobTitle: contact.jobTitle,
    email: contact.email,
    remarks: contact.notes,
    availability: contact.availability,
    numbers,
  };
}

const entry = z.looseObject({
  id: serverId,
  name: optionalText,
  firstName: optionalText,
  lastName: optionalText,
  type: z.string().catch('User'),
  jobTitle: optionalText,
  department: optionalText,
  email: optionalText,
  extensionNumber: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  phoneNumbers: z
    .array(z.looseObject({ phoneNumber: optionalText, type: optionalText }).catch({}))
    .catch([])
    .default([]),
  account: z.looseObject({ companyName: optionalText }).optional().catch(undefined),
});

/** States in which nobody can be reached. */
const absentEntry = z.looseObject({ id: serverId, status: z.enum(['NotActivated', 'Disabled']) });

/** Colleagues and shared lines of the company directory. */
export const directoryReader: RecordReader<ServerContact> = {
  read: toDirectoryContact,
  readGone(raw) {
    const { data } = absentEntry.safeParse(raw);
    return data && { id: data.id, availability: data.status };
  },
};

function toDirectoryContact(raw: unknown): ServerContact {
  const person = entry.parse(raw);
  const { extensionNumber } = person;
  const direct = person.phoneNumbers.flatMap(({ phoneNumber: typed }) =>
    typed === undefined ? [] : [{ label: 'direct', typed, extensionNumber: undefined }],
  );
  const internal =
    extensionNumber === undefined
      ? []
      : [{ label: 'extension', typed: extensionNumber, extensionNumber }];
  return {
    id: person.id,
    name:
      joinNames(person.firstName, person.lastName) || person.name || extensionNumber || person.id,
    firstName: person.firstName,
    lastName: person.lastName,
    company: person.account?.companyName,
    jobTitle: person.jobTitle,
    email: person.email,
    remarks: undefined,
    availability: 'Alive',
    numbers: [...direct, ...internal],
  };
}

function joinNames(...names: readonly (string | undefined)[]): string {
  return names.filter(Boolean).join(' ').trim();
}
