import type { CallListEntryState } from '../../model/call-lists.ts';
import { locale } from '../language.ts';
import { plural } from '../plural.ts';

type Show = 'all' | CallListEntryState;

export const callLists = {
  title: 'Call lists',
  open: 'Call lists',
  fromFile: 'From a file…',
  fromThese: 'Make a call list from these',
  fromSelected: 'Make a call list',
  lists: 'Your call lists',
  page: 'Call list',
  empty: 'No call lists yet. Make one from a file, a filtered history or selected contacts.',
  choose: 'Choose a list to work through it.',
  byHand: 'Sidetone never calls the next person by itself.',
  done: (done: number, all: number) => `${done} of ${all} done`,
  progress: (done: number, all: number, skipped: number) =>
    skipped === 0 ? `${done} of ${all} done` : `${done} of ${all} done, ${skipped} skipped`,

  file: {
    dialog: 'Choose a file of people to call',
    kind: 'CSV file',
    title: 'A list from a file',
    intro:
      'Choose a CSV file with one person a line, as Excel and most CRMs save it. You see who is on the list before it is made.',
    choose: 'Choose file…',
    another: 'Choose another file…',
    reading: 'Reading the file…',
    numberColumn: 'Column with the numbers',
    nameColumn: 'Column with the names',
    noColumn: 'None',
    chooseColumn: 'Choose a column',
    column: (place: number) => `Column ${place}`,
    count: (count: number) => `${plural(count, 'person', 'people')} to call`,
    sample: 'The first on the list',
    repeats: (count: number) =>
      `${plural(count, 'row repeats a number', 'rows repeat a number')} and ${count === 1 ? 'counts' : 'count'} once`,
    leftOut: (count: number) => `${plural(count, 'row is', 'rows are')} left out`,
    line: (line: number) => `Line ${line}`,
    more: (shown: number, all: number) => `The first ${shown} of ${all} are shown.`,
  },

  make: {
    history: 'A list from your calls',
    historyIntro: 'Everyone in the calls shown, once each, the latest first.',
    contacts: 'A list from contacts',
    contactsIntro: (count: number) =>
      `${plural(count, 'contact', 'contacts')}, each by their mobile or else their first number.`,
    name: 'Name of the list',
    nameMissing: 'Give the list a name.',
    create: 'Make the list',
    creating: 'Making the list…',
    cancel: 'Cancel',
    /** What a list is called at first. */
    names: {
      history: (day: string) => `Calls, ${day}`,
      contacts: (day: string) => `Contacts, ${day}`,
    },
  },

  work: {
    more: 'More',
    rename: 'Rename…',
    save: 'Save',
    cancel: 'Cancel',
    remove: 'Remove list…',
    removeTitle: (name: string) => `Remove “${name}”?`,
    removeAdvice: 'The list goes; calls and notes stay.',
    removeConfirm: 'Remove',
    keep: 'Keep',
    listedName: (name: string) => `In the list: ${name}`,
    keyIn: (digits: string) => `Key in ${digits} once connected`,
    doNotCall: 'On your do-not-call list',
    details: 'From the list',
    unnamed: 'Other',
    call: 'Call',
    callAgain: 'Call again',
    calling: 'Calling…',
    inCall: 'In the call',
    skip: 'Skip',
    takeUp: 'Take up again',
    next: 'Next',
    withDevice: 'Call with this device',
    keys: {
      open: 'Enter calls, S skips, N leaves them open',
      called: 'Enter calls again, N goes on',
      skipped: 'Enter calls, N goes on',
    } satisfies Record<CallListEntryState, string>,
    /** While the call to them runs. */
    keysInCall: 'N goes on',
    onlyOne: 'Nobody else is open.',
  },

  entries: {
    label: 'Everyone on the list',
    show: 'Show',
    shows: { all: 'All', open: 'Open', called: 'Called', skipped: 'Skipped' } satisfies Record<
      Show,
      string
    >,
    states: {
      open: 'Open',
      calling: 'Calling',
      talking: 'On the phone',
      called: 'Called',
      skipped: 'Skipped',
    } satisfies Record<CallListEntryState | 'calling' | 'talking', string>,
    empty: {
      all: 'Nobody is on this list anymore.',
      open: 'Everyone has had their turn.',
      called: 'Nobody has been called yet.',
      skipped: 'Nobody has been skipped.',
    } satisfies Record<Show, string>,
    entry: (position: number, who: string, state: string, outcome: string | undefined) =>
      [`${position}. ${who}`, state, outcome].filter(Boolean).join(', '),
  },

  summary: {
    title: 'That was everyone',
    called: (count: number) =>
      count === 0 ? 'Nobody called' : `${plural(count, 'person', 'people')} called`,
    skipped: (count: number) => `${count} skipped`,
    outcomes: 'Outcomes',
    withoutOutcome: 'No outcome noted',
    again: (count: number) => `Call the ${count} skipped`,
  },

  select: {
    start: 'Select…',
    cancel: 'Cancel',
    count: (count: number) => (count === 0 ? 'Nobody selected' : `${count} selected`),
    hint: 'Hold Shift to select everyone in between.',
    tooMany: (most: number) => `At most ${most.toLocaleString(locale())} at once.`,
  },
} as const;
