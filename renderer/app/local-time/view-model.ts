import { isQuietIn, minuteOfDayIn } from '../../../shared/local-time.ts';
import type { LocalTime } from '../../../shared/model/calls.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { locale, perLocale } from '../../../shared/strings/language.ts';

const words = strings.guards.localTime;
const noon = 12 * 60;

/** `7:42`, `7:42 AM`: the time in a zone, as the computer's region writes it. */
export function timeIn(zone: string, now: EpochMs): string {
  return formatOf(zone).format(now);
}

/** What to show of a local time now; it was read a while ago, and clocks have moved on since. */
export function toLocalWords(
  { zone, source, isOneOfSeveral }: LocalTime,
  now: EpochMs,
): { readonly text: string; readonly title: string; readonly quiet: string | undefined } {
  const time = timeIn(zone, now);
  const isQuiet = isQuietIn(zone, now);
  return {
    text: isOneOfSeveral ? words.perhaps(time) : words.theirs(time),
    title: source === 'contact' ? words.chosen : isOneOfSeveral ? words.several : words.area,
    quiet: isQuiet ? (minuteOfDayIn(zone, now) < noon ? words.early : words.late) : undefined,
  };
}

/**
 * Where that time is: as the number says, or, where the user has set the zone, its city; the place of
 * a number says nothing about somebody who is elsewhere.
 */
export function placeOf(
  localTime: LocalTime | undefined,
  place: string | undefined,
): string | undefined {
  if (localTime?.source !== 'contact') return place;
  return localTime.zone.split('/').at(-1)?.replaceAll('_', ' ');
}

const formats = perLocale(() => new Map<string, Intl.DateTimeFormat>());

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats().get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale(), {
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  });
  formats().set(timeZone, format);
  return format;
}
