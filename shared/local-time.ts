import type { EpochMs } from './model/ids.ts';

/** Calls are welcome from 8:00 to 21:00 where the other side is: the hours of the US rules (TCPA). */
const day = { from: 8 * 60, to: 21 * 60 } as const;
const wholeDay = 24 * 60;

/** Whether it is before 8:00, or 21:00 or later, in a zone. */
export function isQuietIn(zone: string, now: EpochMs): boolean {
  return badnessOf(minuteOfDayIn(zone, now)) >= 0;
}

/**
 * How ill a minute of the day suits a call: its distance in minutes from the nearest end of the
 * welcome hours, negative within them.
 */
export function badnessOf(minute: number): number {
  const early = minute < day.from ? day.from - minute - 1 : minute - day.from;
  const late = minute < day.to ? day.to - minute - 1 : minute - day.to;
  if (minute >= day.from && minute < day.to) return -1 - Math.min(early, late);
  return minute < day.from
    ? Math.min(early, minute + wholeDay - day.to)
    : Math.min(late, day.from + wholeDay - minute - 1);
}

/** Minutes since midnight on the clocks of a zone; throws for a zone that the runtime does not know. */
export function minuteOfDayIn(zone: string, now: EpochMs): number {
  const [hour = 0, minute = 0] = clockOf(zone).format(now).split(':').map(Number);
  return hour * 60 + minute;
}

/** `06:42`: what the clocks of a zone say. */
export function clockTimeIn(zone: string, now: EpochMs): string {
  return clockOf(zone).format(now);
}

/** Whether the runtime knows a zone of that name. */
export function isZone(name: string): boolean {
  try {
    return clockOf(name) !== undefined;
  } catch {
    return false;
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow, and the same few zones are asked for again and again. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const clock = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone });
  clocks.set(timeZone, clock);
  return clock;
}
