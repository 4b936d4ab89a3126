import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberWithError,
  ParseError,
  type PhoneNumber,
} from 'libphonenumber-js/min';
import { failure, type FailureMessage } from '../failure.ts';
import type { CountryCode, E164 } from '../model/ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { plainText } from './plain-text.ts';
import type { DialTarget } from './types.ts';

/** Longer texts are not numbers that someone typed. */
const longestTyped = 120;
/** Numbers of up to six digits are short codes, services or extensions, never a subscriber's. */
const longestShort = 6;
/** Digits after a pause (`,` `;` `p` `w`) are keyed in once the call is up. */
const postDial = /^(.*\d\)?)\s*([,;pw][\d,;pw#*\s]*)$/i;
const digitsAndSeparators = /^[\d\s().\-/]+$/;
const countryFallback = 'US';

/**
 * Reads what someone typed as a number to call, national forms in `country`. Answers E.164, or a
 * Failure with the sentence that belongs beside the field; it never throws and never guesses a
 * number that differs from what `formatNumber` will show.
 */
export function parseDialable(typed: string, country: CountryCode): Result<DialTarget> {
  const text = readTyped(typed);
  if (text === '') return refuse('number.empty');
  if (text.length > longestTyped) return refuse('number.too-long');
  const { main, keyedLater } = splitAtPause(text);
  if (digitsOf(main) === '') return refuse('number.not-dialable');
  if (isShort(main)) return refuse('number.short');
  const parsed = parse(fromLetters(main, country) ?? main, country);
  if (!parsed.ok) return parsed;
  const { number, ext } = parsed.value;
  const keyIn = [ext, keyedLater].filter(Boolean).join(',');
  return ok({ number: number as E164, keyIn: keyIn === '' ? undefined : keyIn });
}

/**
 * A number that `parseDialable` refuses as short, as the digits it is; undefined for any other
 * text. It is no E.164: whoever calls it must have asked the user.
 */
export function parseShort(typed: string): DialTarget | undefined {
  const { main, keyedLater } = splitAtPause(readTyped(typed));
  return isShort(main) ? { number: digitsOf(main) as E164, keyIn: keyedLater } : undefined;
}

/** What was typed or linked as a reader sees it: without a scheme, and with its `%` forms read. */
export function readTyped(typed: string): string {
  const text = plainText(typed);
  const [scheme] = /^(?:tel|callto|sms):(?:\/\/)?/i.exec(text) ?? [];
  return scheme === undefined ? text : plainText(decodeOnce(text.slice(scheme.length)));
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

/** Whether a text is nothing but a number too short for a subscriber's; `Unit 5` is not. */
function isShort(text: string): boolean {
  return digitsAndSeparators.test(text) && digitsOf(text).length <= longestShort;
}

function splitAtPause(text: string): {
  readonly main: string;
  readonly keyedLater: string | undefined;
} {
  const [, main = text, keyedLater = ''] = postDial.exec(text) ?? [];
  return { main, keyedLater: digitsAndPauses(keyedLater) || undefined };
}

/** A `%` that is no encoding stays as it is, and makes the text no number. */
function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Letters of the telephone keypad, by their digit (ITU-T E.161). */
const keypad = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'] as const;
const firstKey = 2;
/** `1-800-FLOWERS`: an area code of the North American plan, and seven places with letters. */
const lettered = /^(\+?1)?[\s.-]*\(?([2-9]\d\d)\)?((?:[\s.-]*[a-z\d]){7})$/i;
/** Fewer letters are a slip, such as an O for a zero. */
const fewestLetters = 3;
/** In `415 555 01 x9` the letter announces an extension. */
const extension = /\d\s*(?:ext|[xpw])[\s.]*\d/i;

/** A number spelled in letters, in E.164; other plans do not spell theirs. */
function fromLetters(text: string, country: CountryCode): string | undefined {
  const [, code = '', area = '', rest = ''] = lettered.exec(text) ?? [];
  const letters = rest.replace(/[^a-z]/gi, '');
  if (letters.length < fewestLetters || extension.test(text)) return undefined;
  if (code !== '+1' && !isNorthAmerican(country)) return undefined;
  return `+1${area}${digitsOf(rest.replace(/[a-z]/gi, keyOf))}`;
}

function keyOf(letter: string): string {
  const key = keypad.findIndex((letters) => letters.includes(letter.toLowerCase()));
  return String(key + firstKey);
}

function isNorthAmerican(country: CountryCode): boolean {
  return isSupportedCountry(country) && getCountryCallingCode(country) === '1';
}

function parse(text: string, country: CountryCode): Result<PhoneNumber> {
  const defaultCountry = isSupportedCountry(country) ? country : countryFallback;
  try {
    const number = parsePhoneNumberWithError(text, { defaultCountry });
    return number.isPossible() ? ok(number) : refuse('number.not-dialable');
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return refuse(error.message === 'TOO_LONG' ? 'number.too-long' : 'number.not-dialable');
  }
}

function digitsAndPauses(text: string): string {
  return text
    .replace(/[;pw]/gi, ',')
    .replace(/[^\d,#*]/g, '')
    .replace(/^,+/, '');
}

function refuse(message: FailureMessage): ReturnType<typeof fail> {
  return fail(failure('invalid', message, { field: 'number' }));
}
