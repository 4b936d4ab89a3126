/** What a programmer reads of one operation. */
type OperationWords = { readonly summary: string; readonly description: string };

/** By name, in the order in which the page about the API lists them. */
const operations = {
  placeCall: {
    summary: 'Call a number',
    description:
      'Shows the card on which you confirm the call (202), or, for a program that may call at once, rings your phone (200). What has to be asked first is asked on the card (409); an emergency number is refused (422).',
  },
  getCall: {
    summary: 'See what became of a call',
    description: 'By the session_id that the call was answered with, for 30 days.',
  },
  sendText: {
    summary: 'Send a text',
    description:
      'Accepts the text: it is kept on this computer and goes out once, after the seconds in which you can take it back. What has to be asked first is asked in Sidetone, with the words kept there (409).',
  },
  getText: {
    summary: 'See what became of a text',
    description: 'By the message_id that the text was answered with.',
  },
  listCalls: {
    summary: 'List the latest calls',
    description: 'The newest first: those that Sidetone has, deleted ones left out.',
  },
  listTexts: {
    summary: 'List the latest texts',
    description: 'The newest first: those that Sidetone has, deleted ones left out.',
  },
  getStatus: {
    summary: 'See whether calls and texts can go out',
    description: 'Answers also while nobody is signed in.',
  },
  search: {
    summary: 'Search everything',
    description:
      'People, texts, calls, voicemails and notes that have every word of q; digits match numbers however they are written.',
  },
  listContacts: {
    summary: 'List or find people',
    description: 'By name, or those that q or number narrows them to.',
  },
  getContact: { summary: 'See one person', description: 'By the id of a list or an event.' },
  listNotes: {
    summary: 'List notes',
    description: 'Of a call, a person or a number; the newest first.',
  },
  addNote: {
    summary: 'Write a note',
    description:
      'About a call, a person or a number. It needs text or an outcome; it stays on this computer.',
  },
  listFollowUps: {
    summary: 'List whom to get back to',
    description: 'The open ones, the soonest first; or those that are done.',
  },
  addFollowUp: {
    summary: 'Set a time to get back to someone',
    description: 'About a call, a person or a number; Sidetone reminds you when it is due.',
  },
  streamEvents: {
    summary: 'Hear of calls and texts as they happen',
    description:
      'Server-sent events. Name the last one you had in Last-Event-ID and the stream goes on after it, for a day; stream.gap says that it could not.',
  },
} satisfies Record<string, OperationWords>;

/** Words for the door that other programs come in by, its document and its page. */
export const localApi = {
  operations,
  document: {
    title: 'Sidetone on this computer',
    about:
      'Calls, texts and what is known of people, for programs of this computer. Every request takes a token of the program’s own.',
  },
  scopes: {
    read: 'Read calls, texts and people',
    text: 'Send texts',
    call: 'Ask for calls',
    note: 'Write notes',
  },
  cardTitle: 'Other programs',
} as const;
