import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode, E164 } from '../model/ids.ts';

/** A number as people at `home` write it: national there, international elsewhere. */
export function formatNumber(number: E164, home: CountryCode): string {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined) return number;
  const isDomestic = parsed.country === home || sharesCallingCode(parsed.countryCallingCode, home);
  return isDomestic ? parsed.formatNational() : parsed.formatInternational();
}

/** A number as people anywhere write it: a plus, the country code, and groups of digits. */
export function formatInternational(number: string): string {
  const parsed = parsePhoneNumberFromString(number);
  return parsed?.formatInternational().replace(/[^+\d]+/g, ' ') ?? number;
}

/** Numbers of the North American plan may lack a country of their own, such as 555-01xx ones. */
function sharesCallingCode(callingCode: string, home: CountryCode): boolean {
  return callingCode === '1' && (home === 'US' || home === 'CA');
}

/** The digits of a number without its country code: 2125550142. */
export function nationalDigits(number: string): string {
  return parsePhoneNumberFromString(number)?.nationalNumber ?? number.replace(/\D/g, '');
}
