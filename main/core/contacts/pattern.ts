import { digitsOf } from '../../../shared/phone/parse.ts';
import { plainText } from '../../../shared/phone/plain-text.ts';
import { fold } from '../../../shared/fold.ts';

/** Fewer digits match half the address book. */
const fewestDigits = 2;

/** Texts to look for, as `LIKE` patterns with `\` as the escape. */
export type Pattern = {
  /** As it was typed, signs included. */
  readonly literal: string;
  /** The same, folded, at the beginning of a name. */
  readonly start: string;
  /** Folded words, each of which must be there in any order; always three. */
  readonly words: readonly [string, string, string];
  /** Undefined when too few digits were typed, or other things with them. */
  readonly digits: string | undefined;
};

/**
 * What to look for when someone has typed a name or a number: `%`, `_` and `\` mean themselves, and
 * the digits match whatever the number was punctuated with. Undefined when nothing was typed.
 */
export function toPattern(typed: string): Pattern | undefined {
  const text = plainText(typed);
  if (text === '') return undefined;
  const literal = escapeLike(text);
  const [first = '', second = '', ...rest] = (fold(text) || text).split(' ').map(escapeLike);
  // A national number may start with zeros that its E.164 form does not have.
  const digits = /^[-\d\s+().,;#*/]+$/.test(text) ? digitsOf(text).replace(/^0+/, '') : '';
  return {
    literal: `%${literal}%`,
    start: `${escapeLike(fold(text) || text)}%`,
    words: [`%${first}%`, `%${second}%`, `%${rest.join(' ')}%`],
    digits: digits.length < fewestDigits ? undefined : `%${digits}%`,
  };
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
