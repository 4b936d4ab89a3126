import { plural } from '../plural.ts';

/** The search over everything. */
export const search = {
  title: 'Search',
  open: 'Search everything',
  field: 'Search everything',
  clear: 'Clear search',
  kind: 'Kind',
  kinds: {
    all: 'All',
    people: 'People',
    texts: 'Texts',
    calls: 'Calls',
    voicemails: 'Voicemails',
    notes: 'Notes',
  },
  dated: 'Date',
  results: 'Results',
  found: (count: number, hasMore: boolean) =>
    hasMore ? `${count}+ results` : plural(count, 'result', 'results'),
  lookingBack: 'Looking further back…',
  empty: 'Find any call, text, voicemail, note or person.',
  examples: 'For example',
  example: [
    { text: 'appraisal', means: 'a word, or any part of it' },
    { text: '555 0142', means: 'part of a number, however it is written' },
    { text: 'ada rate', means: 'a word in your history with someone' },
  ],
  none: (text: string) => `No results for “${text}”.`,
  noneAdvice: 'Try fewer letters, or only the last four digits of a number.',
  noneNarrowed: (text: string) => `No results for “${text}” with these filters.`,
  everything: 'Search all kinds and times',
  typed: {
    call: (number: string) => `Call ${number}`,
    text: (number: string) => `Text ${number}`,
    detail: 'Not in your contacts',
  },
  you: 'You: ',
  voicemail: 'Voicemail',
  note: 'Note',
  said: {
    person: (who: string, detail: string) => `${who}, ${detail}`,
    text: (who: string, when: string, text: string) => `Text with ${who}, ${when}: ${text}`,
    call: (who: string, what: string, when: string) => `Call with ${who}, ${what}, ${when}`,
    voicemail: (who: string, when: string, text: string) =>
      `Voicemail from ${who}, ${when}: ${text}`,
    note: (who: string, when: string, text: string) => `Note on ${who}, ${when}: ${text}`,
  },
} as const;
