import phone from 'google-libphonenumber';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { digitsOf } from '../../../shared/phone/parse.ts';
import { plainText } from '../../../shared/phone/plain-text.ts';

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

/**
 * Whether what was typed is an emergency number, or reaches one behind a prefix or country code.
 * RingOut tells nobody where the caller is, so such a number is never dialled or texted.
 */
export function isEmergency(typed: string, country: CountryCode): boolean {
  const text = plainText(typed).replace(/^(?:tel|callto|sms):(?:\/\/)?/i, '');
  const [main = ''] = text.split(/[,;pwx#]/i);
  const util = phone.PhoneNumberUtil.getInstance();
  const digits = digitsOf(main);
  if (main.startsWith('+')) return isEmergencyAbroad(digits);
  const tries = withoutPrefixes(digits, mostPrefixes);
  if (tries.some((number) => isEmergencyIn(number, country as string as phone.RegionCode)))
    return true;
  if (/^(?:011|00)/.test(digits)) return isEmergencyAbroad(digits.replace(/^(?:011|00)/, ''));
  return startsWithEmergency(digits, country) && !isValidNumber(util, digits, country);
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

function isEmergencyIn(digits: string, region: phone.RegionCode): boolean {
  if (digits.length < shortestEmergency) return false;
  if (emergencyEverywhere.has(digits)) return true;
  return phone.ShortNumberInfo.getInstance().isEmergencyNumber(digits, region);
}

/** Telephone networks may stop listening after `911`, whatever is keyed in behind it. */
function startsWithEmergency(digits: string, country: CountryCode): boolean {
  if (digits.length < shortestEmergency) return false;
  return phone.ShortNumberInfo.getInstance().connectsToEmergencyNumber(
    digits,
    country as string as phone.RegionCode,
  );
}

function isValidNumber(util: phone.PhoneNumberUtil, digits: string, country: CountryCode): boolean {
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
