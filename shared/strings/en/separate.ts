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
    'Write to people who expect to hear from you: carriers block alike texts to many from numbers that are not registered for it (10DLC), and the law in the US asks for consent.',
  body: 'What to say',
  bodyPlaceholder: 'Hi {first name|there}, …',
  fields: 'Put in a field',
  columns: 'Fields',
  numberColumn: 'Numbers are in',
  column: (index: number) => `Column ${index + 1}`,
  reading: 'Reading who gets a text…',
  readAgain: 'Choose another file',
  beyond: (count: number, most: number) =>
    `${plural(count, 'row', 'rows')} beyond the first ${most} ${count === 1 ? 'is' : 'are'} left out.`,
  preview: 'What each gets',
  list: 'People',
  of: (index: number, count: number) => `${index} of ${count}`,
  previous: 'Previous person',
  next: 'Next person',
  text: (who: string) => `Text to ${who}`,
  edited: 'Changed for this person',
  putBack: 'As the template says',
  leaveOut: 'Leave out',
  takeIn: 'Take in',
  unnamed: 'No name',
  line: (line: number) => `Row ${line}`,
  added: (sentence: string) => `Added below, as it is your first text to them: ${sentence}`,
  quietChoice: 'Where it is quiet now',
  quietLater: 'Wait until 8:00 there',
  quietNow: 'Send now all the same',
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
  noBody: 'Write what everyone is to get first.',
  close: 'Close',
  batch: {
    title: 'Texts to each',
    running: (done: number, total: number) => `${done} of ${texts(total)} accepted…`,
    done: (total: number) => `${texts(total)} accepted. They go out one after the other.`,
    cutOff: (waiting: number) => `${texts(waiting)} were not accepted before Sidetone stopped`,
    cutOffAdvice: 'None of them went out. Send the rest, or drop them.',
    stopped: (waiting: number) => `${texts(waiting)} still to be accepted`,
    refused: (count: number) => `${texts(count)} refused`,
    refusedAdvice: 'They are kept here until you send them again or drop them.',
    rest: 'Send the rest',
    again: 'Try the refused again',
    drop: 'Drop them',
    dropQuestion: (count: number) => `Drop ${texts(count)}?`,
    dropAdvice: 'They will not go out, and what they say is gone for good.',
    keep: 'Keep them',
    dismiss: 'Dismiss',
    to: (who: string) => `To ${who}`,
  },
} as const;
