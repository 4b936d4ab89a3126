import { fullHour } from '../hours.ts';

/** What is asked before a call, the time of the other side, and the do-not-call list. */
export const guards = {
  localTime: {
    theirs: (time: string) => `${time} their time`,
    perhaps: (time: string) => `Perhaps ${time} their time`,
    early: 'early there',
    late: 'late there',
    chosen: 'You set where they are.',
    area: 'From the area of the number; people move with their numbers.',
    several: 'The area has several time zones. This is the one where a call suits least.',
    label: 'Local time',
  },
  ask: {
    short: (who: string) =>
      who === ''
        ? 'That is a short number. Call it anyway?'
        : `${who} is a short number. Call it anyway?`,
    shortAdvice: 'It may be a service that costs extra.',
    premium: 'Calls to that number may cost extra. Call it anyway?',
    premiumAdvice: 'It is a premium-rate, shared-cost or satellite number.',
    doNotCall: (who: string) => `${who} is on your do-not-call list. Call anyway?`,
    quietHours: (who: string) => `Call ${who} now?`,
    get quietHoursAdvice() {
      return `Calls are welcome from ${fullHour(8)} to ${fullHour(21)}.`;
    },
    alreadyPlacing: 'Another call is being placed. Place this one too?',
    alreadyPlacingAdvice: 'Your phone rings for both of them.',
    reason: 'Reason (kept with the call)',
    quickReasons: 'Quick reasons',
    reasons: ['They asked me to call', 'Agreed time'],
    yes: 'Call anyway',
    no: 'Not now',
  },
  decided: {
    title: 'Decided before the call',
    inSpite: (of: string) => `Called in spite of ${of}`,
    questions: {
      short: 'a short number',
      premium: 'extra cost',
      'do-not-call': 'the do-not-call list',
      'quiet-hours': 'quiet hours',
      'already-placing': 'another call',
    },
    there: (time: string) => `${time} there`,
  },
  doNotCall: {
    title: 'Do not call',
    about:
      'Sidetone asks before it calls one of these numbers. The list is yours alone and stays on this computer. It is kept when a person is erased: forgetting it would undo what they asked for.',
    numbers: 'Numbers, one a line',
    reason: 'Why (optional)',
    add: 'Add to the list',
    added: (count: number) =>
      count === 0
        ? 'All of them were on the list already.'
        : `${count} ${count === 1 ? 'number' : 'numbers'} added.`,
    empty: 'No number is on the list.',
    list: 'Numbers you do not call',
    remove: 'Remove',
    removeOf: (who: string) => `Remove ${who} from the do-not-call list`,
    more: 'Show more',
    on: 'On your do-not-call list',
    put: 'Add to do-not-call list',
    takeOff: 'Take off the list',
    since: (when: string) => `since ${when}`,
  },
  zone: {
    title: 'Time zone',
    field: 'Where they are',
    byArea: 'As their number says',
    hint: 'Used for the hour shown before a call.',
    none: 'No zone is called that.',
    set: 'Choose',
    change: 'Change',
    cancel: 'Cancel',
    back: 'Use the number’s area',
  },
} as const;
