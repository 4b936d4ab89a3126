import { locale, perLocale } from '../language.ts';
import { plural } from '../plural.ts';

/** Characters that people do not know to be special, by name. */
const names: Readonly<Record<string, string>> = {
  '‘': 'the curly quote ‘',
  '’': 'the curly apostrophe ’',
  '“': 'the curly quote “',
  '”': 'the curly quote ”',
  '–': 'the dash –',
  '—': 'the long dash —',
  '…': 'the ellipsis …',
  '•': 'the bullet •',
  '`': 'the backtick `',
  '\t': 'a tab',
  '\u00a0': 'a non-breaking space',
};

const list = perLocale((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));

/** What stands around the field that a text is written in. */
export const composer = {
  count: (messages: number, used: number, capacity: number) =>
    `${plural(messages, 'message', 'messages')}, ${used.toLocaleString(locale())} of ${capacity.toLocaleString(locale())}`,
  messages: (count: number) => plural(count, 'message', 'messages'),
  withFiles: 'One message with files',
  cost: (amount: string) => `about ${amount}`,
  character: (character: string) =>
    names[character] ??
    (/^[\p{Cf}\p{Zs}\p{Cc}]+$/u.test(character) ? 'an invisible character' : character),
  characters: (shown: readonly string[], more: number) => {
    const all = more > 0 ? [...shown, plural(more, 'other', 'others')] : shown;
    const said = list().format(all);
    return said.charAt(0).toUpperCase() + said.slice(1);
  },
  takesMessages: (what: string, characters: number, now: number, plain: number) =>
    `${what} ${characters === 1 ? 'makes' : 'make'} this ${plural(now, 'message', 'messages')} instead of ${plain.toLocaleString(locale())}.`,
  takesRoom: (what: string, characters: number) =>
    `${what} ${characters === 1 ? 'takes' : 'take'} more room: a message holds 70 characters instead of 160.`,
  replace: (characters: number) => (characters === 1 ? 'Replace it' : 'Replace them'),
  offline: 'You are offline. What you send waits, and goes out by itself when you are back.',
  signedOut: 'You are signed out. What you send waits until you sign in again.',
  from: (number: string) => `From ${number}`,
  fromNone: 'No number to text from',
  noMedia: 'Cannot send pictures or files',
  otherThread: (number: string) =>
    `From ${number} this goes into a conversation of its own, which opens when it is sent.`,
  copyForAdministrator: 'Copy for the administrator',
  copied: 'Copied',
  notCopied: 'Could not be copied',
  forAdministrator: (number: string, why: string, what: string) =>
    [
      `I cannot send texts from ${number} in RingCentral.`,
      `Reason: ${why}.`,
      `What has to be done: ${what}`,
      'In the Admin Portal: Phone System > SMS registration (brand and campaign, or toll-free verification), then add the number to the campaign.',
    ].join('\n'),
  tooMany: (count: number, limit: number) =>
    `A group text goes to ${limit} people at most. These are ${count.toLocaleString(locale())}.`,
  prices: {
    title: 'What texts cost',
    segment: 'Price of a message',
    media: 'Price of a message with files',
    currency: 'Currency (three letters)',
    usualCurrency: 'USD',
    advice:
      'The composer then says what a text comes to. A long text is several messages, and each recipient counts.',
    notPrice: 'Write a price such as 0.0085',
    notCurrency: 'Write three letters, such as USD',
    save: 'Save',
    forget: 'Forget the prices',
  },
  accepted: 'The text is kept and will go out.',
  acceptedLater: 'The text waits for its time.',
} as const;
