import { plural } from '../plural.ts';

const texts = (count: number): string => plural(count, 'text', 'texts');

/** What is said of texts on their way, and of those that wait for their time. */
export const sending = {
  // Of a bubble.
  held: (seconds: number) => `Held for ${seconds} s`,
  waitsForTurn: 'Waits for the text before it',
  waitsForRetry: (time: string) => `RingCentral could not take it, next try at ${time}`,
  waitsForNetwork: 'Goes out when the network is back',
  waitsForSignIn: 'Goes out when you sign in',
  waitsForPause: (time: string) => `Goes out when RingCentral takes texts again, at ${time}`,
  undo: 'Undo',
  undoKeys: (keys: string) => `Undo sending (${keys})`,
  takeBack: 'Take back',
  takenBack: 'Taken back. The text is in the composer again.',
  heldAloud: (seconds: number) =>
    `Sending in ${plural(seconds, 'second', 'seconds')}. Control Shift Z takes it back.`,
  letGo: 'Sending.',
  discarded: 'The text is discarded.',
  sendNow: 'Send now',

  // Of the outbox as a whole.
  offline: (count: number) => `${texts(count)} will go out when the network is back.`,
  signedOut: (count: number) => `${texts(count)} will go out when you sign in again.`,
  paused: (count: number, time: string) =>
    `RingCentral takes no texts at the moment. ${texts(count)} will go out from ${time}.`,

  // When Sidetone ends, and of texts that ask.
  kept: (count: number) =>
    count === 1 ? 'A text has not gone out yet' : `${count} texts have not gone out yet`,
  keptBecause:
    'Sidetone keeps what was held. It goes out when Sidetone starts again within ten minutes; later, Sidetone asks first.',
  notSent: (count: number) =>
    count === 1 ? 'A text was not sent' : `${count} texts were not sent`,
  askedBecause: {
    missed: 'Its time passed while Sidetone could not send. Choose what to do with it.',
    refused: 'It could not go out at its time. Choose what to do with it.',
  },

  // Later.
  later: 'Send later…',
  laterTitle: 'When to send it',
  inAnHour: 'In an hour',
  thisEvening: 'This evening',
  tomorrow: 'Tomorrow',
  monday: 'Monday',
  another: 'Another time',
  otherTitle: 'Send at another time',
  day: 'Day',
  time: 'Time',
  theirTime: (zone: string) => `Their time (${zone})`,
  callOff: 'Cancel it if they reply first',
  schedule: 'Schedule',
  cancel: 'Cancel',
  pickTime: 'Choose a day and a time that are still to come.',
  goesAt: (time: string) => `Goes out: ${time}`,
  goesAtTheirs: (time: string, theirs: string) => `Goes out: ${time} (${theirs} their time)`,
  calledOffByAnswer: 'Canceled if they reply first',
  scheduledTitle: 'Texts for later',
  scheduledCount: (count: number) => `${texts(count)} for later`,
  asking: (count: number) => `${count} to decide on`,
  noneScheduled: 'No texts are scheduled',
  noneScheduledAdvice: 'Beside Send, “Send later…” keeps a text until the time you choose.',
  to: (name: string) => `To ${name}`,
  open: 'Open conversation',
  back: 'Back to conversations',
  change: 'Change',
  changeTitle: 'Change the text for later',
  text: 'Text',
  save: 'Save',
  discard: 'Discard',
  discardQuestion: 'Discard this text?',
  discardAdvice: 'It will not go out, and what it says is gone for good.',
  discardFilesAdvice: 'It will not go out, and it is gone for good with its files.',
  keep: 'Keep text',
  newTime: 'Another time',
  /** A button, of several of its kind. */
  of: (deed: string, text: string) => (text === '' ? deed : `${deed}: ${text.slice(0, 60)}`),
  state: {
    waiting: 'For later',
    missed: 'Not sent: its time passed',
    answered: 'Canceled: they replied first',
    refused: 'Not sent',
  },
  reason: {
    missed: 'The computer slept, or Sidetone was closed or could not reach RingCentral.',
    answered: 'They wrote before its time.',
  },
  sendAnyway: 'Press “Send now” once more to send it anyway.',
  was: (time: string) => `It was scheduled for: ${time}`,
  files: (count: number) => plural(count, 'file', 'files'),

  // The setting.
  undoSeconds: 'Time to take a text back',
  undoSecondsHint: 'How long a text is held after Send, so that you can undo it.',
  undoSecondsChoice: (seconds: number) =>
    seconds === 0 ? 'None' : plural(seconds, 'second', 'seconds'),
} as const;
