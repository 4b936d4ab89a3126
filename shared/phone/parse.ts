import {
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
const countryFallback = 'US';

/**
 * Reads what someone typed as a number to call, national forms in `country`. Answers E.164, or a
 * Failure with the sentence that belongs beside the field; it never throws and never guesses a
 * number that differs from what `formatNumber` will show.
 */
export function parseDialable(typed: string, country: CountryCode): Result<DialTarget> {
  const text = plainText(typed).replace(/^(?:tel|callto):(?:\/\/)?/i, '');
  if (text === '') return refuse('number.empty');
  if (text.length > longestTyped) return refuse('number.too-long');
  const [, main = text, keyedLater] = postDial.exec(text) ?? [];
  const digits = digitsOf(main);
  if (digits === '') return refuse('number.not-dialable');
  if (digits.length <= longestShort && !main.startsWith('+')) return refuse('number.short');
  const parsed = parse(main, country);
  if (!parsed.ok) return parsed;
  const { number, ext } = parsed.value;
  const keyIn = [ext, keyedLater && digitsAndPauses(keyedLater)].filter(Boolean).join(',');
  return ok({ number: number as E164, keyIn: keyIn === '' ? undefined : keyIn });
}

/** The number in E.164, or undefined where it is none; for matching, not for dialling. */
export function toE164(typed: string, country: CountryCode): E164 | undefined {
  const parsed = parseDialable(typed, country);
  return parsed.ok ? parsed.value.number : undefined;
}

/** The ASCII digits of a text, in order. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
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
