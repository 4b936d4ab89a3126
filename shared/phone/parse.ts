import type { FailureMessage } from '../failure.ts';
import type { CountryCode, E164 } from '../model/ids.ts';
import type { Result } from '../result.ts';
import { readDialable, readShort } from './dialable.ts';
import { findNumbers } from './find.ts';
import { refuseNumber } from './number.ts';
import { plainText } from './plain-text.ts';
import type { DialTarget } from './types.ts';
import { readNumberPart, readScheme } from './uri.ts';

/** Longer texts are not numbers that someone typed. */
const longestTyped = 120;
const mayStandAmongWords: ReadonlySet<FailureMessage> = new Set([
  'number.not-dialable',
  'number.too-long',
]);
const onlyDigits = /^[\d\s().+-]*$/;
/** Words and one run of digits between: `Mob: 07700 900123 (Ada)`. */
const amongWords = /^[^\d+(]*?(?<![\p{L}@])([+(]*\d[\d\s()./+-]*)(?![\p{L}@])[^\d]*$/u;

/**
 * Reads what someone typed as a number to call, national forms in `country`. A name around it is
 * fine, a second number is not. Answers E.164, or a Failure with the sentence that belongs beside
 * the field; it never throws and never guesses a number that differs from what `formatNumber` will
 * show.
 */
export function parseDialable(typed: string, country: CountryCode): Result<DialTarget> {
  return parseText(readTyped(typed), country);
}

/** `parseDialable` for a text that has been read: no scheme is taken off, nothing is decoded. */
export function parseText(text: string, country: CountryCode): Result<DialTarget> {
  if (text === '') return refuseNumber('number.empty');
  if (text.length > longestTyped) return refuseNumber('number.too-long');
  const read = readDialable(text, country);
  if (read.ok || !mayStandAmongWords.has(read.failure.message)) return read;
  if (onlyDigits.test(text)) return read;
  return theOnlyNumber(text, country) ?? read;
}

/**
 * A number that `parseDialable` refuses as short, as the digits it is; undefined for any other
 * text. It is no E.164: whoever calls it must have asked the user.
 */
export function parseShort(typed: string): DialTarget | undefined {
  return readShort(readTyped(typed));
}

/** What was typed or linked as a reader sees it: without a scheme, and with its `%` forms read. */
export function readTyped(typed: string): string {
  const text = plainText(typed);
  const scheme = readScheme(text);
  const isOurs = scheme !== undefined && scheme.kind !== 'other';
  return asciiDigits(isOurs ? readNumberPart(scheme.rest) : text);
}

/** A whole North American number: any ten digits of which the first is no prefix are possible. */
const northAmerican = /^\+1[2-9]\d{9}$/;

/**
 * The number in E.164, or undefined where it is none; for matching, not for dialling. Records have
 * it as it is nearly always, and by the thousand: those are not read again.
 */
export function toE164(typed: string, country: CountryCode): E164 | undefined {
  if (northAmerican.test(typed)) return typed as E164;
  const parsed = parseDialable(typed, country);
  return parsed.ok ? parsed.value.number : undefined;
}

/** The ASCII digits of a text, in order. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** The number in `Ada Brook +1 (512) 555-0142`; undefined where there are several. */
function theOnlyNumber(text: string, country: CountryCode): Result<DialTarget> | undefined {
  const [, digits] = amongWords.exec(text) ?? [];
  const read = digits === undefined ? undefined : readDialable(digits.trim(), country);
  if (read?.ok === true) return read;
  const [first, ...others] = findNumbers(text, country);
  if (first === undefined) return undefined;
  const isOne = others.every(({ target }) => target.number === first.target.number);
  return isOne ? { ok: true, value: first.target } : undefined;
}

/** Where the digits of other scripts begin, each a run of ten from nought on. */
const noughts = [0x0660, 0x06f0, 0x0966, 0x09e6] as const;
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g;

/** Digits of the scripts in which people write phone numbers, as ASCII. */
export function asciiDigits(text: string): string {
  return text.replace(otherDigits, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (noughts.findLast((nought) => nought <= code) ?? code));
  });
}
