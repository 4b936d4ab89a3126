import geo from 'libphonenumber-geo-carrier';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isZone } from '../../../../shared/local-time.ts';
import type { E164 } from '../../../../shared/model/ids.ts';
import { nowhere, type NumberPlace } from './place.ts';

/** Toll-free and personal numbers have every zone of their plan; the widest country has eleven. */
const mostZones = 12;

/**
 * Looks a number up in the library's tables, in a language of theirs or else in English. Each look-up holds its thread for 20 to 40 ms, so the
 * main process has a thread for it; it never rejects for a number that is in no table.
 */
export async function lookUpPlace(number: E164, tag: 'en' | 'es'): Promise<NumberPlace> {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined) return nowhere;
  const zones = ((await geo.timezones(parsed)) ?? []).filter(isTold);
  if (zones.length === 0 || zones.length > mostZones) return nowhere;
  const area = await geo.geocoder(parsed, tag);
  const country = parsed.country ?? mainCountries.get(parsed.countryCallingCode);
  return { place: area ?? (country && toCountryName(country, tag)), zones };
}

/** Calling codes that several countries share: a number that tells no more is the largest's. */
const mainCountries: ReadonlyMap<string, string> = new Map([
  ['1', 'US'],
  ['7', 'RU'],
  ['39', 'IT'],
  ['44', 'GB'],
  ['47', 'NO'],
  ['61', 'AU'],
  ['212', 'MA'],
  ['262', 'RE'],
  ['290', 'SH'],
  ['358', 'FI'],
  ['590', 'GP'],
  ['599', 'CW'],
]);

function toCountryName(country: string, tag: string): string | undefined {
  return new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' }).of(country);
}

/** The tables may be newer or older than what the runtime knows of zones. */
function isTold(zone: string): boolean {
  return !zone.startsWith('Etc/') && isZone(zone);
}
