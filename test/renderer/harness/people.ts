import { failure } from '../../../shared/failure.ts';
import type { ContactId, E164 } from '../../../shared/model/ids.ts';
import type {
  ContactSource,
  ContactDraft,
  ContactView,
  Party,
} from '../../../shared/model/people.ts';

export const minute = 60_000;
const names = [
  'Ada Brook',
  'Ben Castillo',
  'Carla Dunn',
  'Dmitri Egorov',
  'Elif Demir',
  'Femi Adeyemi',
  'Grace Huang',
  'Hugo Lindqvist',
  'Ines Moreau',
  'Jamal Wright',
  'Keiko Tanaka',
  'Liam O’Neill',
  'Maria-Antonia Fernández de la Vega',
  'Nora Quist',
  'Omar Haddad',
  'Priya Raman',
  'Quentin Ashby',
  'Rosa Marchetti',
  'Sam Whitfield',
  'Tomasz Zieliński',
  'Uma Patel',
  'Viktor Novak',
  'Wendy Cho',
  'Xavier Pope',
  'Yara Costa',
  'Zoe Hartmann',
  'Alan Mercer',
  'Bianca Reyes',
  'Colin Frost',
  'Delia Stone',
];
const companies = [
  'Northgate Homes',
  'Cedar & Vale Realty',
  'Harbor Title',
  undefined,
  'Bluefin Lending',
];
const areaCodes = ['415', '650', '212', '312', '503'];
export const opening = Date.now();

export function numberOf(index: number): E164 {
  const area = areaCodes[index % areaCodes.length];
  return `+1${area}55501${String(index % 100).padStart(2, '0')}` as E164;
}

const notEditable = failure('rejected', 'contact.not-editable');

function draftOf(name: string, index: number): ContactDraft {
  const [firstName = '', ...others] = name.split(' ');
  return {
    firstName,
    lastName: others.join(' '),
    company: companies[index % companies.length] ?? '',
    jobTitle: '',
    email: '',
    remarks: '',
    numbers: [{ label: 'mobile', typed: numberOf(index) }],
  };
}

export const contacts: readonly ContactView[] = names.map((name, index) => ({
  id: `p-${index}` as ContactId,
  name,
  firstName: name.split(' ')[0],
  lastName: name.split(' ').slice(1).join(' '),
  company: companies[index % companies.length],
  jobTitle: index % 3 === 0 ? 'Loan officer' : undefined,
  email: index % 2 === 0 ? `${name.split(' ')[0]?.toLowerCase()}@example.com` : undefined,
  remarks: index % 5 === 0 ? 'Prefers texts.\nOffice closes at four on Fridays.' : undefined,
  sources: sourcesOf(index),
  isFavourite: index % 6 === 0,
  canEdit: index % 4 === 2 ? { can: false, failure: notEditable } : { can: true },
  draft: index % 4 === 2 ? undefined : draftOf(name, index),
  numbers: [
    {
      label: 'mobile',
      number: numberOf(index),
      extensionNumber: undefined,
      typed: numberOf(index),
    },
    ...(index % 3 === 0
      ? [{ label: 'business', number: numberOf(index + 50), extensionNumber: undefined, typed: '' }]
      : []),
    ...(index % 4 === 0
      ? [{ label: 'extension', number: undefined, extensionNumber: String(101 + index), typed: '' }]
      : []),
  ],
}));

function sourcesOf(index: number): readonly ContactSource[] {
  if (index % 4 === 2) return ['company'];
  if (index % 4 === 0) return ['personal', 'company'];
  return index % 7 === 3 ? ['local'] : ['personal'];
}

export function partyOf(index: number): Party {
  const contact = contacts[index];
  return {
    contactId: contact?.id,
    name: contact?.name,
    company: contact?.company,
    number: numberOf(index),
    extensionNumber: undefined,
  };
}

export const blocked: Party = {
  contactId: undefined,
  name: undefined,
  company: undefined,
  number: undefined,
  extensionNumber: undefined,
};
