import { plural } from '../plural.ts';

const texts = (count: number): string => plural(count, 'text', 'texts');

/** One template, a text of its own to each. */
export const separate = {
  title: 'A text to each',
  choice: 'Send as',
  group: 'One group text',
  groupAdvice: (most: number) =>
    `A group text goes to ${most} people at most, and everyone sees every answer.`,
  each: 'A separate text to each',
  eachAdvice: 'Separate texts are written for one person each, and answers come to you alone.',
  begin: 'Text to each…',
  beginFile: 'Text to a list from a file…',
  file: { dialog: 'Choose a list of people to text', kind: 'Lists (CSV)' },
  rules:
    'Write to people who expect to hear from you: carriers block similar texts to many people from numbers that are not registered for that (10DLC), and US law requires consent.',
  body: 'What to say',
  bodyPlaceholder: 'Hi {first name|there}, …',
  fields: 'Insert a field',
  columns: 'Fields',
  numberColumn: 'Numbers are in',
  column: (index: number) => `Column ${index + 1}`,
  reading: 'Reading who gets a text…',
  readAgain: 'Choose another file',
  beyond: (count: number, most: number) =>
    `${plural(count, 'row', 'rows')} beyond the first ${most} ${count === 1 ? 'is' : 'are'} left out.`,
  preview: 'What each person gets',
  list: 'People',
  of: (index: number, count: number) => `${index} of ${count}`,
  previous: 'Previous person',
  next: 'Next person',
  text: (who: string) => `Text to ${who}`,
  edited: 'Changed for this person',
  putBack: 'Back to the template',
  leaveOut: 'Leave out',
  takeIn: 'Put back in',
  unnamed: 'No name',
  line: (line: number) => `Row ${line}`,
  added: (sentence: string) => `Added below, as it is your first text to them: ${sentence}`,
  quietChoice: 'Where it is quiet now',
  quietLater: 'Wait until 8:00 there',
  quietNow: 'Send now anyway',
  quietCount: (count: number) =>
    `It is outside 8:00 to 21:00 for ${plural(count, 'person', 'people')}.`,
  goesAt: (when: string) => `Goes out: ${when}`,
  state: {
    ready: 'Ready',
    later: 'Waits until their morning',
    problem: 'Cannot be sent',
    out: 'Left out',
  },
  summary: (ready: number, problems: number, out: number) =>
    [
      `${texts(ready)} to send`,
      problems > 0 && `${problems} that cannot`,
      out > 0 && `${out} left out`,
    ]
      .filter(Boolean)
      .join(', '),
  segments: (count: number) => plural(count, 'message', 'messages'),
  cost: (amount: string) => `about ${amount}`,
  sendAll: (count: number) => `Send ${texts(count)}`,
  nothingReady: 'There is no text to send yet',
  firstProblem: 'Next problem',
  noBody: 'Write the text first.',
  close: 'Done',
  batch: {
    title: 'Separate texts',
    running: (done: number, total: number) => `${done} of ${texts(total)} on their way…`,
    done: (total: number) =>
      total === 1 ? '1 text on its way' : `${texts(total)} on their way, one after the other`,
    cutOff: (waiting: number) => `${texts(waiting)} not sent before Sidetone stopped`,
    cutOffAdvice: 'None of them went out. Send the rest, or drop them.',
    stopped: (waiting: number) => `${texts(waiting)} still to be sent`,
    refused: (count: number) => `${texts(count)} refused`,
    refusedAdvice: 'They are kept here until you send them again or drop them.',
    rest: 'Send the rest',
    again: 'Try the refused ones again',
    drop: 'Drop them',
    dropQuestion: (count: number) => `Drop ${texts(count)}?`,
    dropAdvice: 'They will not go out, and what they say is gone for good.',
    keep: 'Keep them',
    dismiss: 'Dismiss',
    to: (who: string) => `To ${who}`,
  },
} as const;
