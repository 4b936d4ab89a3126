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
    description:
      'By the message_id that the text was answered with. waiting: it missed its time, and is sent when you say so; then it has another id, and is still found by this one.',
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
  /** The page that a browser shows at the address of the API. */
  page: {
    begin: 'To begin',
    beginText:
      'Create a token in Sidetone: Settings, Other programs. It is shown once; whoever has it can do what it allows, so keep it as you keep a password.',
    scopes: 'What a token can allow',
    operations: 'What there is',
    takes: (scope: string) => `Needs “${scope}”`,
    once: 'Once, however often it is sent',
    onceText:
      'Send an Idempotency-Key of your own with a call or a text. The same request under the same key is done once; another request under it is refused (422). A key is kept for 30 days.',
    errors: 'Errors',
    errorsText:
      'Every error is JSON with detail, a sentence for people, code, which never changes, and status. 429 and 503 say in Retry-After when to ask again; 503 is also the answer while nobody is signed in.',
    limits: 'Limits',
    limitsText:
      'A program may ask 120 times and have 10 calls a minute. A body may have 64 KB. Lists have 100 entries, with limit at most 500; next is the before of the page after.',
    browsers: 'Web pages',
    browsersText:
      'A page may ask when its site is listed in the settings. Never put a token into a page that others can load.',
    document: 'The OpenAPI document',
  },
  /** The card of the settings. */
  settings: {
    title: 'Other programs',
    sentence:
      'Your CRM, scripts and automation on this computer can call, text and look things up here, each with a token that you give it.',
    switch: 'Let other programs connect',
    off: 'Off',
    on: 'On',
    open: (address: string) => `Open at ${address}. Only programs of this computer reach it.`,
    shut: 'No program can connect.',
    retry: 'It is tried again every half minute.',
    docs: 'Open the guide in a browser',
    port: 'Port',
    portWrong: 'A port is a number from 1024 to 65535.',
    save: 'Save',
    origins: 'Web pages that may ask',
    originsAdvice:
      'Only if your CRM runs in the browser and asks Sidetone itself. Any page of a site that you list can try.',
    noOrigins: 'None.',
    newOrigin: 'Address of a site',
    addOrigin: 'Add',
    removeOrigin: (origin: string) => `Remove ${origin}`,
    originTwice: 'That site is listed already.',
    originsFull: 'There are 20 sites already.',
    programs: 'Programs with a token',
    noPrograms: 'No program has a token yet.',
    create: 'New token…',
    hint: (end: string) => `Token ends in ${end}`,
    used: (when: string) => `Last used ${when}`,
    unused: 'Never used',
    rights: (rights: string) => `May: ${rights}`,
    revoke: 'Revoke',
    revokeOf: (name: string) => `Revoke the token of ${name}`,
    revokeTitle: (name: string) => `Revoke the token of ${name}?`,
    revokeAdvice: 'The program is shut out at once. A token cannot be given back.',
    keep: 'Keep it',
    accountAdvice:
      'Tokens belong to this account. They are in no export, and a backup that is put back brings none with it.',
  },
  /** The dialog that makes a token. */
  create: {
    title: 'New token',
    name: 'Name of the program',
    nameHint: 'Cards and the log show this name.',
    scopes: 'It may',
    atOnce: 'Call at once, without a card',
    atOnceAdvice:
      'Your phone rings as soon as it asks. Numbers that Sidetone has a question about still show a card.',
    make: 'Create token',
    made: (name: string) => `Token for ${name}`,
    once: 'Copy it now: it is shown this once, and Sidetone keeps no copy of it.',
    token: 'Token',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'Not copied: select it and copy it by hand.',
    nameMissing: 'Enter a name.',
    scopeMissing: 'Choose at least one thing that it may do.',
  },
} as const;
