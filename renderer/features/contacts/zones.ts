import { locale } from '../../../shared/strings/language.ts';
import { isZone } from '../../../shared/local-time.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';

export type ZoneOption = {
  /** IANA name. */
  readonly zone: string;
  /** `America/New York`: as it is read and looked for. */
  readonly name: string;
  /** `GMT-5`, `GMT+5:30`: now, which the season decides. */
  readonly offset: string;
};

/** Every zone the runtime knows, with how far it is from UTC now. */
export function listZones(now: EpochMs): readonly ZoneOption[] {
  return Intl.supportedValuesOf('timeZone').map((zone) => toZoneOption(zone, now));
}

/** A zone as it is shown; one that the runtime does not know has no offset. */
export function toZoneOption(zone: string, now: EpochMs): ZoneOption {
  return { zone, name: zone.replaceAll('_', ' '), offset: isZone(zone) ? offsetOf(zone, now) : '' };
}

const areas = [
  'Africa',
  'America',
  'Asia',
  'Atlantic',
  'Australia',
  'Europe',
  'Indian',
  'Pacific',
] as const;

/**
 * The zone that was typed: its whole name, or the place it ends with; else undefined. Runtimes list
 * each zone under one name, `Asia/Calcutta`, and know it under others.
 */
export function findZone(zones: readonly ZoneOption[], typed: string): string | undefined {
  const wanted = fold(typed);
  if (wanted === '') return undefined;
  const exact = zones.find(({ name }) => fold(name) === wanted);
  if (exact !== undefined) return exact.zone;
  const ending = zones.filter(({ name }) => fold(name).endsWith(`/${wanted}`));
  if (ending.length > 0) return ending.length === 1 ? ending[0]?.zone : undefined;
  const name = wanted.replaceAll(' ', '_');
  return [name, ...areas.map((area) => `${area}/${name}`)].filter(isZone).map(inCapitals)[0];
}

function offsetOf(timeZone: string, now: EpochMs): string {
  const format = new Intl.DateTimeFormat(locale(), { timeZone, timeZoneName: 'shortOffset' });
  return format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** `asia/kolkata` is `Asia/Kolkata`; a runtime takes either. */
function inCapitals(zone: string): string {
  return zone.replace(/(^|[/_-])([a-z])/g, (_, before: string, letter: string) => {
    return before + letter.toUpperCase();
  });
}

function fold(text: string): string {
  return text.trim().toLowerCase().replaceAll('_', ' ');
}
