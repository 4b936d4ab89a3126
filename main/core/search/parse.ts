import { digitsOf } from '../../../shared/phone/parse.ts';
import { plainText } from '../../../shared/phone/plain-text.ts';
import { codePointsOf, fold } from './fold.ts';

/** Something that has to be there. */
export type Word = {
  /** As typed. */
  readonly text: string;
  readonly folded: string;
  /** Whether the index can find it: it knows nothing shorter than three code points. */
  readonly isLong: boolean;
  /** The digits to look for in numbers, where it reads like part of one. */
  readonly digits: string | undefined;
};

/** What someone looks for. */
export type Sought = {
  /** What a text has to have in it, in any order. */
  readonly words: readonly Word[];
  /** What has to be known of a person; a number is one word here, however it was punctuated. */
  readonly people: readonly Word[];
};

/** More words than this narrow nothing any more; the rest of a pasted sentence is left out. */
const mostWords = 12;
/** Fewer digits are in every other number. */
const fewestDigits = 3;
/** From here on digits are a number, and its punctuation says nothing. */
const localNumber = 7;
const shortest = 3;

/** Reads what was typed: words, and digits where it looks like a number. Undefined for nothing. */
export function parseSought(typed: string): Sought | undefined {
  const text = typed
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .trim();
  const tokens = [...new Set(text.split(/\s+/u))].slice(0, mostWords);
  const plain = plainText(text);
  const digits = toDigits(plain);
  const words = readsAsNumber(plain, digits) ? groupsOf(plain) : tokens.map((one) => toWord(one));
  const sought = words.filter(({ folded }) => folded !== '');
  if (sought.length === 0) return undefined;
  const people = digits === undefined ? sought : [{ ...toWord(text), digits }];
  return { words: sought, people };
}

/** The same words as an FTS5 query: each a string, so that no operator is one. */
export function toMatch(words: readonly Word[]): string | undefined {
  const long = words.filter(({ isLong }) => isLong);
  if (long.length === 0) return undefined;
  return long.map(({ text }) => `"${text.replaceAll('"', '""')}"`).join(' ');
}

function toWord(text: string): Word {
  const folded = fold(text);
  return {
    text,
    folded,
    isLong: codePointsOf(folded) >= shortest,
    digits: toDigits(plainText(text)),
  };
}

/** A number is looked for in texts by its groups: they stay whatever stands between them. */
function groupsOf(number: string): readonly Word[] {
  const groups = number.match(/\d+/g) ?? [];
  const long = groups.filter((group) => group.length >= shortest);
  return (long.length > 0 ? long : groups).map((group) => toWord(group));
}

/** The digits of what is nothing but a number or part of one. */
function toDigits(plain: string): string | undefined {
  if (!/^[-\d\s+().,;#*/]+$/.test(plain)) return undefined;
  // `+49 (0)30`: a zero that is dialled within the country only.
  const digits = digitsOf(plain.replace(/\(0\)/g, '')).replace(/^00/, '');
  if (digits.length < fewestDigits) return undefined;
  // A trunk prefix is not part of the E.164 form; the last four digits may well begin with a zero.
  return digits.length >= localNumber ? digits.replace(/^0/, '') : digits;
}

function readsAsNumber(plain: string, digits: string | undefined): boolean {
  return digits !== undefined && (digits.length >= localNumber || /^[+(]/.test(plain));
}
