const texts = [
  // Names, and what they are called by everywhere.
  'Sidetone',
  'RingCentral',
  'English',
  'Español',
  'JWT',
  'Token',
  'Webhooks',
  'CSV',
  'JSON',
  'csv vcard vcf',
  'sms',
  'USD',
  '1.5 MB',
  // RingCentral's permissions, as its own pages write them.
  'RingOut',
  'SMS',
  'Read Messages',
  'Edit Messages',
  'Read Call Log',
  'Read Accounts',
  'Read Presence',
  'Edit Presence',
  'WebSocket Subscriptions',
  'Read Contacts',
  // Keys, and what stands on them.
  'Esc',
  'esc',
  'Ctrl',
  'Cmd',
  'Super',
  'Alt',
  'Win',
  // Addresses.
  'https://platform.ringcentral.com',
  'https://crm.example.com/search?phone={number}',
  'https://crm.example/hooks/sidetone',
  // The same word in both.
  'Demo',
  'General',
  'Invisible',
  'Zoom',
  // Nothing of these is a word but what was given.
  'Sidetone: ‹one›, ‹two›',
  'file ‹count›',
];

/** What may be the same in English and Spanish. */
export const alike: ReadonlySet<string> = new Set(texts);
