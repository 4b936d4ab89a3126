import type { ProposalSource } from '../../model/cards.ts';

const from: Readonly<Record<ProposalSource, string>> = {
  link: 'From a link',
  clipboard: 'From the clipboard',
  selection: 'From the selected text',
  'command-line': 'From the command line',
  notification: 'From a notification',
  tray: 'From the tray',
  program: 'From another program',
};

/** The small window above others. */
export const cards = {
  from,
  /** Of a program that was given a token. */
  askedBy: (program: string) => `${program} asks`,
  incoming: 'Incoming call',
  missed: 'Missed call',
  placed: 'Your call',
  /** How a card is called by name. */
  call: (who: string) => `Call ${who}?`,
  text: (who: string) => `Text ${who}?`,
  groupTitle: (count: number) => `Text to ${count} people`,
  refused: (who: string) => `${who} is not called`,
  close: (who: string) => `Put away ${who}`,
  /** Of what will be asked before a call. */
  cautions: {
    short: 'A short number, which may cost extra',
    premium: 'A call may cost extra',
    'do-not-call': 'On your do-not-call list',
    'already-placing': 'Another call is being placed',
  },
  keyIn: (digits: string) => `Then key in ${digits}`,
  body: 'Text of the link',
  group: 'Write to them',
  dismiss: 'Dismiss',
  enter: 'Enter',
  escape: 'Esc',
  copied: 'Copied',
  /** How often one thing was asked for. */
  repeats: (count: number) => `Asked for ${count} times`,
  flood: (count: number) => `At least ${count} links came in a row`,
  floodAdvice: 'A page may be doing that by itself. None of them has called anyone.',
  silence: 'Stop showing cards from links for 10 minutes',
  silent: (time: string) => `Links show no cards until ${time}`,
  silentCount: (count: number) =>
    count === 1 ? 'One has come since.' : `${count} have come since.`,
  endSilence: 'Show them again',
  hidden: (count: number) => (count === 1 ? 'One more below' : `${count} more below`),
  atOnce: {
    title: 'Clicks on phone links',
    label: 'A click on a number',
    advice:
      'Numbers that Sidetone has a question about, and several links at once, still show a card.',
    off: 'Shows a card first',
    on: 'Always calls at once',
  },
} as const;
