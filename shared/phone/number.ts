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
/** What may stand between the digits of a number; `8~10` is Russia's international prefix. */
const separated = /^[\d\s().\-/[\]_·•'"|:\\~ー]*$/;
/** A plus and fifteen digits; a few plans know longer ones, which no network carries abroad. */
const longestE164 = 16;
/** A prefix and a trunk digit may stand before them. */
const mostDigits = 22;
/** A whole North American number: any ten digits of which the first is no prefix are possible. */
const northAmerican = /^1?([2-9]\d{9})$/;
/** International prefixes that people write out of habit, wherever they are. */
const foreignPrefixes = ['00', '011'] as const;
/** As many digits behind such a prefix are no national number: those that begin so are shorter. */
const surelyAbroad = 10;

/**
 * Reads digits with separators, and a `+` or international prefix before them, as a number in
 * E.164. What is written nationally is a number of `country`.
 */
export function readNumber(main: string, country: CountryCode): Result<E164> {
  const plus = main.indexOf('+');
  const before = main.slice(0, Math.max(plus, 0));
  const rest = main.slice(plus + 1);
  if (!separated.test(rest) || /\w/.test(before)) return refuseNumber('number.not-dialable');
  const digits = rest.replace(/\D/g, '');
  if (digits.length > mostDigits) return refuseNumber('number.too-long');
  if (plus < 0) return readNational(digits, country);
  const number = readInternational(digits, country);
  if (number.ok || !rest.includes('(0)')) return number;
  // `+1 (0) 512 …`: a trunk digit that the country does not have.
  return readInternational(rest.replace('(0)', '').replace(/\D/g, ''), country);
}

function readInternational(digits: string, country: CountryCode): Result<E164> {
  const [, ten] = digits.startsWith('1') ? (northAmerican.exec(digits) ?? []) : [];
  if (ten !== undefined) return ok(`+1${ten}` as E164);
  // Until 2019 a mobile number of Mexico had a 1 before its ten digits.
  const [, mexican] = /^521(\d{10})$/.exec(digits) ?? [];
  return possible(read(`+${mexican === undefined ? digits : `52${mexican}`}`, country));
}

function readNational(digits: string, country: CountryCode): Result<E164> {
  const [, ten] = isNorthAmerican(country) ? (northAmerican.exec(digits) ?? []) : [];
  if (ten !== undefined) return ok(`+1${ten}` as E164);
  const home = read(digits, country);
  const prefix = foreignPrefixes.find((candidate) => digits.startsWith(candidate));
  if (prefix === undefined) return possible(home);
  const behind = digits.slice(prefix.length);
  // The country's own prefix was read by the library.
  if (home.ok && home.value.number === `+${behind}`) return possible(home);
  if (behind.length < surelyAbroad && home.ok && home.value.isValid()) return possible(home);
  const abroad = readInternational(behind, country);
  return abroad.ok ? abroad : possible(home);
}

function possible(number: Result<PhoneNumber>): Result<E164> {
  if (!number.ok) return number;
  const { number: e164, countryCallingCode } = number.value;
  if (e164.length > longestE164) return refuseNumber('number.too-long');
  // An area code of North America begins with no 0 or 1: the library counts the digits alone.
  const isWhole = countryCallingCode === '1' ? northAmerican.test(e164.slice(1)) : true;
  return isWhole && number.value.isPossible()
    ? ok(e164 as E164)
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
