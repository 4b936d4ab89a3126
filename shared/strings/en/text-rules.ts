import { fullHour } from '../hours.ts';

/** What is said before a text: who wants none, where it is quiet, and who has not been texted yet. */
export const textRules = {
  closed: {
    label: 'Why nothing can be written here',
    answered: (who: string, word: string, day: string) => `${who} answered ${word} on ${day}.`,
    consents: (who: string, day: string) =>
      `RingCentral has noted since ${day} that ${who} wants no texts.`,
    delivery: (who: string, day: string) =>
      `A text to ${who} was refused on ${day}: they had asked for no more.`,
    user: (who: string, day: string) => `You noted on ${day} that ${who} wants no texts.`,
    refuses:
      'RingCentral and carriers refuse texts to them. They can text START to allow them again.',
    call: 'Call instead',
    callFirst: (who: string) => `Call ${who} instead`,
    anyway: 'Send anyway…',
    leaveOut: 'Leave them out',
    reason: 'Why you are texting anyway (kept in the activity log)',
    reasonMissing: 'Say why first.',
    reasons: ['They asked me to text', 'They agreed in writing'],
    open: 'Write the text',
    back: 'Not now',
    opened: 'They asked for no texts. Your reason is kept with the text.',
    serviceTitle: 'Texts cannot go back to this sender',
    serviceAdvice: 'A service or a hidden number wrote here. It takes no answers.',
  },
  ask: {
    optedOut: (who: string) => `${who} asked for no more texts. Send it anyway?`,
    optedOutAdvice: 'RingCentral and carriers will most likely refuse it.',
    doNotCall: (who: string) => `${who} is on your do-not-call list. Text anyway?`,
    quietHours: (who: string) => `Text ${who} now?`,
    get quietHoursAdvice() {
      return `Texts are welcome from ${fullHour(8)} to ${fullHour(21)} where they are.`;
    },
    reason: 'Reason (kept with the text)',
    reasonNeeded: 'Reason (needed, kept with the text)',
    quickReasons: 'Quick reasons',
    reasons: ['They asked me to text', 'Agreed time'],
    yes: 'Send anyway',
    no: 'Not now',
    them: 'them',
  },
  quiet: {
    sendAt: (time: string) => `Send at ${time} their time`,
    sendTomorrow: (time: string) => `Send at ${time} their time, tomorrow`,
    sendBrief: (time: string) => `${time} their time`,
    now: 'Send now',
    of: (who: string) => `Outside welcome hours for ${who}`,
    buttons: 'When to send',
  },
  notes: {
    doNotCall: (who: string) => `${who} is on your do-not-call list.`,
    first: (sentence: string) => `First text to them: “${sentence}” is added below it.`,
  },
  settings: {
    title: 'Rules for texts',
    get quiet() {
      return `Ask before texts outside ${fullHour(8)} to ${fullHour(21)} where they are`;
    },
    quietAdvice:
      'The Send button then offers to wait until the morning there. Where somebody is comes from what you set for them, else from the area of their number.',
    on: 'On',
    off: 'Off',
    first: 'Added to the first text to a new number',
    firstPlaceholder: 'Reply STOP to opt out.',
    firstAdvice:
      'Only where no text has ever gone from your number to theirs. It counts toward the length. Leave it empty to add nothing.',
    save: 'Save',
    saved: 'Saved.',
    stopTitle: 'Answers that end texts',
    stopAdvice: (words: string) =>
      `A text of one of these words alone ends your texts to that number: ${words}. Carriers act on them too; capitals, quotes and periods do not matter. Your own words:`,
    startAdvice: (words: string) => `${words} allow them again.`,
    stopWords: {
      rename: (word: string) => `Change ${word}`,
      remove: (word: string) => `Remove ${word}`,
      up: (word: string) => `Move ${word} up`,
      down: (word: string) => `Move ${word} down`,
      upHint: 'Move up',
      downHint: 'Move down',
      removeHint: 'Remove',
      new: 'Another word',
      add: 'Add',
      twice: 'That word is there already.',
      none: 'None of your own yet.',
      full: (most: number) => `The list holds ${most} words.`,
      moved: (word: string, place: number, of: number) => `${word} is now ${place} of ${of}.`,
    },
    stopOneWord: 'Only single words end texts. Longer answers were left out.',
  },
  optOuts: {
    title: 'Who wants no texts',
    about:
      'Noted from their answers, from RingCentral’s consent records where your account has them, and from refused texts. When a person is erased, only a fingerprint of the number is kept here, so that their wish is still honored.',
    list: 'Numbers that want no texts',
    empty: 'Nobody has asked for no more texts.',
    from: (own: string) => `from ${own}`,
    fromAll: 'from all your numbers',
    how: {
      answer: (word: string) => `answered ${word}`,
      consents: 'RingCentral’s records',
      delivery: 'a text was refused',
      user: 'noted by you',
    },
    lift: 'Allow texts…',
    liftOf: (who: string) => `Allow texts to ${who} again`,
    reason: 'Why (kept in the activity log)',
    reasonMissing: 'Say why first.',
    allow: 'Allow texts',
    cancel: 'Cancel',
    number: 'Number',
    own: 'From',
    allOwn: 'All my numbers',
    add: 'Note it',
    added: 'Noted.',
    more: 'Show more',
    invalid: 'That is not a phone number.',
  },
} as const;
