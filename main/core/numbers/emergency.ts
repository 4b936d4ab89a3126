import phone from 'google-libphonenumber';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { digitsOf, readTyped } from '../../../shared/phone/parse.ts';

/**
 * Emergency numbers wherever the user is, beside those of the home country: 911 and 112 are taken
 * by mobile networks everywhere, 999 by many, and 933 reads back the address that 911 would see.
 */
const emergencyEverywhere: ReadonlySet<string> = new Set(['911', '112', '999', '933']);
/** What people put before a number: international prefixes, an outside line, trunk digits. */
const prefixes = ['011', '00', '0', '1', '8', '9'] as const;
/** As many prefixes as anyone would put (`9`, then `1`): more would eat real numbers. */
const mostPrefixes = 2;
const shortestEmergency = 2;

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
  const [, main = text] = keyedIn.exec(text) ?? [];
  // `9,911` is an outside line and the number, `(415) 555-0142 x911` an extension of someone's.
  const dialled = digitsOf(main).length > longestShort ? [main] : [main, text];
  return dialled.some((part) => [part, ...runsOf(part)].some((run) => reaches(run, country)));
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
  if (/^(?:011|00)/.test(digits)) return isEmergencyAbroad(digits.replace(/^(?:011|00)/, ''));
  return startsWithEmergency(digits, country) && !isValidNumber(digits, country);
}

/** `+1911`, `+44999`: an emergency number of the country whose code is before it. */
function isEmergencyAbroad(digits: string): boolean {
  const util = phone.PhoneNumberUtil.getInstance();
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
