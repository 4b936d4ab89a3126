import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/min';
import type { CountryCode } from '../model/ids.ts';

/** Letters of the telephone keypad, by their digit (ITU-T E.161). */
const keypad = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'] as const;
const firstKey = 2;
/** `1-800-FLOWERS`: an area code of the North American plan, and seven places with letters. */
const lettered = /^(\+?1)?[\s.-]*\(?([2-9]\d\d)\)?((?:[\s.-]*[a-z\d]){7})$/i;
/** Fewer letters are a slip, such as an O for a zero. */
const fewestLetters = 3;

/** A number spelled in letters, in E.164; other plans do not spell theirs. */
export function fromLetters(text: string, country: CountryCode): string | undefined {
  const [, code = '', area = '', rest = ''] = lettered.exec(text) ?? [];
  const letters = rest.replace(/[^a-z]/gi, '');
  if (letters.length < fewestLetters) return undefined;
  if (code !== '+1' && !isNorthAmerican(country)) return undefined;
  return `+1${area}${rest.replace(/[a-z]/gi, keyOf).replace(/\D/g, '')}`;
}

function keyOf(letter: string): string {
  const key = keypad.findIndex((letters) => letters.includes(letter.toLowerCase()));
  return String(key + firstKey);
}

/** Whether a country shares the plan of +1, in which every number has ten digits. */
export function isNorthAmerican(country: CountryCode): boolean {
  if (country === 'US' || country === 'CA') return true;
  return isSupportedCountry(country) && getCountryCallingCode(country) === '1';
}
