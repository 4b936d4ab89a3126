import { locale } from '../language.ts';
import { plural } from '../plural.ts';

export const app = {
  name: 'Sidetone',
  navigation: 'Main',
  screens: {
    calls: 'Calls',
    messages: 'Messages',
    voicemail: 'Voicemail',
    contacts: 'Contacts',
    'follow-ups': 'Follow-ups',
    'call-lists': 'Call lists',
    search: 'Search',
    settings: 'Settings',
  },
  /** What the number on a screen's icon means. */
  counts: {
    calls: (count: number) => plural(count, 'new missed call', 'new missed calls'),
    messages: (count: number) => plural(count, 'unread text', 'unread texts'),
    voicemail: (count: number) => plural(count, 'new voicemail', 'new voicemails'),
    contacts: undefined,
    'follow-ups': (count: number) => plural(count, 'follow-up due', 'follow-ups due'),
    settings: undefined,
  },
  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  copy: 'Copy number',
  copied: 'Copied',
  call: 'Call',
  text: 'Text',
  callParty: (who: string) => `Call ${who}`,
  textParty: (who: string) => `Text ${who}`,
  unknownParty: 'No caller ID',
  extension: (number: string) => `Extension ${number}`,
  group: (names: readonly string[]) =>
    new Intl.ListFormat(locale(), { style: 'long', type: 'conjunction' }).format(names),
  groupShort: (first: string, others: number) =>
    `${first} and ${plural(others, 'other', 'others')}`,
  today: 'Today',
  yesterday: 'Yesterday',
  at: (day: string, time: string) => `${day} at ${time}`,
  loading: 'Loading',
  crashed: {
    title: 'Something in this window broke',
    advice: 'Your calls and texts are safe. Open the window again to go on.',
    reload: 'Open again',
  },
} as const;
