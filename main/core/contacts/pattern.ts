import { digitsOf } from '../../../shared/phone/parse.ts';
import { plainText } from '../../../shared/phone/plain-text.ts';
import type { Pattern } from './queries.ts';

/** Fewer digits match half the address book. */
const fewestDigits = 2;

/**
 * What to look for when someone has typed a name or a number: `%`, `_` and `\` mean themselves, and
 * the digits match whatever the number was punctuated with. Undefined when nothing was typed.
 */
export function toPattern(typed: string): (Pattern & { readonly start: string }) | undefined {
  const text = plainText(typed);
  if (text === '') return undefined;
  const literal = text.replace(/[\\%_]/g, '\\$&');
  // A national number may start with zeros that its E.164 form does not have.
  const digits = /^[-\d\s+().,;#*/]+$/.test(text) ? digitsOf(text).replace(/^0+/, '') : '';
  return {
    words: `%${literal}%`,
    start: `${literal}%`,
    digits: digits.length < fewestDigits ? undefined : `%${digits}%`,
  };
}
