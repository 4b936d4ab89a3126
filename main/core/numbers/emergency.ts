import phone from 'google-libphonenumber';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { isNorthAmerican } from '../../../shared/phone/keypad.ts';
import { digitsOf, readTyped } from '../../../shared/phone/parse.ts';
import { toParts } from '../../../shared/phone/parts.ts';

/**
 * Emergency numbers wherever the user is, beside those of the home country: 911 and 112 are taken
 * by mobile networks everywhere, 999 and 000 by many, and 933 reads back the address that 911 would
 * see. Other countries' own, such as 110, are extensions and services elsewhere.
 */
const emergencyEverywhere: ReadonlySet<string> = new Set(['911', '112', '999', '000', '933']);
/** There is no area code 911: a network that reads digit by digit has heard enough. */
const behindCountryCode = /^1911/;
/** What people put before a number: international prefixes, an outside line, trunk digits. */
const prefixes = ['011', '00', '0', '1', '8', '9'] as const;
/** As many prefixes as anyone would put (`9`, then `1`): more would eat real numbers. */
const mostPrefixes = 2;
const shortestEmergency = 2;

/** Behind an outside line, too. */
const international = /^(?:011|00)(\d+)$/;

/** More digits than this are a subscriber's number; what follows an `x` or a pause is keyed in. */
const longestShort = 6;
/** A digit, then what announces an extension or a pause. */
const keyedIn = /^(.*?\d[\s().-]*?)(?:[,;pwx#]|ext)/i;

/**
 * Whether what was typed is an emergency number, has one in it, or reaches one behind a prefix or
 * country code. RingOut tells nobody where the caller is, so such a number is never dialled or
 * texted.
 */
export function isEmergency(typed: string, country: CountryCode): boolean {
  const text = readTyped(typed);
  const mains = [keyedIn.exec(text)?.[1] ?? text, toParts(text).main];
  // `9,911` is an outside line and the number, `(415) 555-0142 x911` an extension of someone's.
  const whole = mains.filter((main) => digitsOf(main).length > longestShort);
  const dialled = whole.length > 0 ? [shortest(whole)] : [...mains, text];
  return dialled.some((part) => [part, ...runsOf(part)].some((run) => reaches(run, country)));
}

function shortest(texts: readonly string[]): string {
  return texts.reduce((least, text) => (text.length < least.length ? text : least));
}

/** The numbers in a text: `police 911`, `#911`, `sip:911`. */
function runsOf(text: string): readonly string[] {
  return text.split(/(?=\+)|[^\d\s().\-/+]+/);
}

function reaches(text: string, country: CountryCode): boolean {
  const digits = digitsOf(text);
  if (text.trimStart().startsWith('+')) return isEmergencyAbroad(digits);
  if (withoutPrefixes(digits, mostPrefixes).some((number) => isEmergencyIn(number, country)))
    return true;
  if (isNorthAmerican(country) && behindCountryCode.test(digits)) return true;
  const abroad = withoutPrefixes(digits, 1).flatMap((rest) => international.exec(rest)?.[1] ?? []);
  if (abroad.some(isEmergencyAbroad)) return true;
  if (abroad.length > 0) return false;
  return startsWithEmergency(digits, country) && !isValidNumber(digits, country);
}

/** `+1911`, `+44999`: an emergency number of the country whose code is before it. */
function isEmergencyAbroad(digits: string): boolean {
  const util = phone.PhoneNumberUtil.getInstance();
  if (behindCountryCode.test(digits)) return true;
  if (withoutPrefixes(digits, 1).some((number) => emergencyEverywhere.has(number))) return true;
  return [1, 2, 3].some((length) => {
    const region = util.getRegionCodeForCountryCode(Number(digits.slice(0, length)));
    return region !== 'ZZ' && isEmergencyIn(digits.slice(length), region);
  });
}

function isEmergencyIn(digits: string, country: CountryCode | phone.RegionCode): boolean {
  if (digits.length < shortestEmergency) return false;
  if (emergencyEverywhere.has(digits)) return true;
  return phone.ShortNumberInfo.getInstance().isEmergencyNumber(
    digits,
    country as string as phone.RegionCode,
  );
}

/** Telephone networks may stop listening after `911`, whatever is keyed in behind it. */
function startsWithEmergency(digits: string, country: CountryCode): boolean {
  if (digits.length < shortestEmergency) return false;
  return phone.ShortNumberInfo.getInstance().connectsToEmergencyNumber(
    digits,
    country as string as phone.RegionCode,
  );
}

function isValidNumber(digits: string, country: CountryCode): boolean {
  const util = phone.PhoneNumberUtil.getInstance();
  try {
    return util.isValidNumber(util.parse(digits, country));
  } catch {
    return false;
  }
}

function withoutPrefixes(digits: string, most: number): readonly string[] {
  if (most === 0) return [digits];
  const shorter = prefixes
    .filter((prefix) => digits.startsWith(prefix))
    .flatMap((prefix) => withoutPrefixes(digits.slice(prefix.length), most - 1));
  return [digits, ...shorter];
}
