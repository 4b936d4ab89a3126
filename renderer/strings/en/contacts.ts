export const contacts = {
  title: 'Contacts',
  search: 'Search contacts',
  list: 'Contacts',
  empty: 'No contacts yet. People from your RingCentral address book and company appear here.',
  noMatch: (query: string) => `Nobody matches “${query}”.`,
  clearSearch: 'Clear search',
  none: 'Choose someone to see their numbers.',
  numbers: 'Numbers',
  noNumbers: 'No number is known for this contact.',
  more: 'About',
  email: 'Email',
  source: { personal: 'Personal contact', company: 'Company directory' },
  label: (label: string) => numberLabels[label] ?? capitalised(label),
} as const;

const numberLabels: Readonly<Record<string, string>> = {
  business: 'Work',
  business2: 'Work 2',
  businessFax: 'Fax',
  home: 'Home',
  home2: 'Home 2',
  mobile: 'Mobile',
  assistant: 'Assistant',
  car: 'Car',
  company: 'Company',
  callback: 'Call back',
  other: 'Other',
  otherFax: 'Other fax',
  extension: 'Extension',
};

function capitalised(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
