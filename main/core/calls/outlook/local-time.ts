import type { LocalTime } from '../../../../shared/model/calls.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';

/** Calls are welcome from 8:00 to 21:00 where the other side is: the hours of the US rules (TCPA). */
const day = { from: 8 * 60, to: 21 * 60 } as const;

/**
 * What time it is for the other side: in the zone chosen for them, else in that of their number's
 * area which makes the hour the worst. Undefined where there is no zone to go by.
 */
export function toLocalTime(
  chosen: string | undefined,
  areaZones: readonly string[],
  now: EpochMs,
): LocalTime | undefined {
  if (chosen !== undefined && isZone(chosen)) {
    return { ...told(chosen, now), source: 'contact', isOneOfSeveral: false };
  }
  const [zone, ...others] = areaZones
    .map((name) => ({ name, badness: badnessOf(minuteOfDay(name, now)) }))
    .sort((one, other) => other.badness - one.badness);
  if (zone === undefined) return undefined;
  const clockTime = minuteOfDay(zone.name, now);
  // Two names for the same time are one zone to a caller.
  const isOneOfSeveral = others.some(({ name }) => minuteOfDay(name, now) !== clockTime);
  return { ...told(zone.name, now), source: 'area', isOneOfSeveral };
}

/** `06:42`: the wall clock in a zone, as the activity log keeps it. */
export function toClockTime(zone: string, now: EpochMs): string {
  const minutes = minuteOfDay(zone, now);
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** Whether the runtime knows a zone of that name. */
export function isZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

function told(zone: string, now: EpochMs): Pick<LocalTime, 'zone' | 'isQuiet'> {
  return { zone, isQuiet: badnessOf(minuteOfDay(zone, now)) >= 0 };
}

/** Minutes to the nearest end of the day's welcome hours: negative within them. */
function badnessOf(minute: number): number {
  if (minute >= day.from && minute < day.to) {
    return Math.max(day.from - minute - 1, minute - day.to);
  }
  return minute < day.from
    ? Math.min(day.from - minute - 1, minute + 24 * 60 - day.to)
    : Math.min(minute - day.to, day.from + 24 * 60 - minute - 1);
}

function minuteOfDay(zone: string, now: EpochMs): number {
  const [hour = 0, minute = 0] = formatOf(zone).format(now).split(':').map(Number);
  return hour * 60 + minute;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone });
}
