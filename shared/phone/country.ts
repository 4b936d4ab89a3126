import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode, E164 } from '../model/ids.ts';
import { toE164 } from './parse.ts';

/** Where a number that no country has been given for, such as a +1 555-01xx, is taken to be. */
const planCountry: Readonly<Record<string, string>> = { '1': 'US', '7': 'RU', '44': 'GB' };

/**
 * The country a number is called in, or undefined for a short one. Numbers that only the calling
 * code places belong to the largest country that has it: one remembered choice must cover them all.
 */
export function countryOf(number: string, home: CountryCode): CountryCode | undefined {
  const e164: E164 | undefined = toE164(number, home);
  const parsed = e164 && parsePhoneNumberFromString(e164);
  if (!parsed) return undefined;
  const { country, countryCallingCode } = parsed;
  return (country ?? planCountry[countryCallingCode] ?? `+${countryCallingCode}`) as CountryCode;
}
