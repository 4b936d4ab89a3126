import {
  isSupportedCountry,
  parsePhoneNumberWithError,
  ParseError,
  type PhoneNumber,
} from 'libphonenumber-js/min';
import { failure, type FailureMessage } from '../failure.ts';
import type { CountryCode, E164 } from '../model/ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { isNorthAmerican } from './keypad.ts';

const countryFallback = 'US';
/** What may stand between the digits of a number. */
const separated = /^[\d\s().\-/[\]_·•'"|:\\]*$/;
/** E.164 has at most fifteen, a prefix and a trunk digit before them. */
const mostDigits = 22;
const northAmerican = /^1?([2-9]\d{9})$/;
/** International prefixes that people write out of habit, wherever they are. */
const foreignPrefixes = ['00', '011'] as const;

/**
 * Reads digits with separators, and a `+` or international prefix before them, as a number in
 * E.164. What is written nationally is a number of `country`.
 */
export function readNumber(main: string, country: CountryCode): Result<E164> {
  const plus = main.indexOf('+');
  const isInternational = plus >= 0;
  const before = main.slice(0, Math.max(plus, 0));
  const rest = main.slice(plus + 1);
  if (!separated.test(rest) || /\w/.test(before)) return refuseNumber('number.not-dialable');
  const digits = rest.replace(/\D/g, '');
  if (digits.length > mostDigits) return refuseNumber('number.too-long');
  const [, ten] = northAmerican.exec(digits) ?? [];
  if (ten !== undefined && (isInternational ? digits.length > 10 : isNorthAmerican(country)))
    return ok(`+1${ten}` as E164);
  const number = isInternational ? parse(`+${digits}`, country) : readNational(digits, country);
  if (number.ok || !rest.includes('(0)')) return number;
  // `+1 (0) 512 …`: a trunk digit that the country does not have.
  return parse(`+${rest.replace('(0)', '').replace(/\D/g, '')}`, country);
}

function readNational(digits: string, country: CountryCode): Result<E164> {
  const home = read(digits, country);
  if (home.ok && home.value.isValid()) return ok(home.value.number as E164);
  const prefix = foreignPrefixes.find((candidate) => digits.startsWith(candidate));
  const abroad =
    prefix === undefined ? undefined : read(`+${digits.slice(prefix.length)}`, country);
  if (abroad?.ok === true && abroad.value.isValid()) return ok(abroad.value.number as E164);
  return possible(home);
}

function parse(text: string, country: CountryCode): Result<E164> {
  return possible(read(text, country));
}

function possible(number: Result<PhoneNumber>): Result<E164> {
  if (!number.ok) return number;
  return number.value.isPossible()
    ? ok(number.value.number as E164)
    : refuseNumber('number.not-dialable');
}

function read(text: string, country: CountryCode): Result<PhoneNumber> {
  const defaultCountry = isSupportedCountry(country) ? country : countryFallback;
  try {
    return ok(parsePhoneNumberWithError(text, { defaultCountry, extract: false }));
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return refuseNumber(error.message === 'TOO_LONG' ? 'number.too-long' : 'number.not-dialable');
  }
}

/** A Failure that belongs beside the field of a number. */
export function refuseNumber(message: FailureMessage): ReturnType<typeof fail> {
  return fail(failure('invalid', message, { field: 'number' }));
}
