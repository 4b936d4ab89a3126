import type { EpochMs } from './model/ids.ts';

/** Calls are welcome from 8:00 to 21:00 where the other side is: the hours of the US rules (TCPA). */
const day = { from: 8 * 60, to: 21 * 60 } as const;
const wholeDay = 24 * 60;
const minuteMs = 60_000;
const dayMs = wholeDay * minuteMs;

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

/** `2026-11-01`: the day that the calendars of a zone show. */
export function dayIn(zone: string, now: EpochMs): string {
  const { year, month, day: date } = fieldsIn(zone, now);
  return [String(year).padStart(4, '0'), pad(month), pad(date)].join('-');
}

/**
 * When the clocks of a zone show a minute (since midnight) of a day (`YYYY-MM-DD`); undefined for
 * what is no day. A time that clocks go over when they are put forward is as much later as they
 * jump; of one that comes twice when they are put back it is the first.
 */
export function instantIn(zone: string, date: string, minute: number): EpochMs | undefined {
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(midnight)) return undefined;
  // `Date.parse` takes the 31st of a short month for the first days of the next.
  if (new Date(midnight).toISOString().slice(0, 10) !== date) return undefined;
  const asUtc = midnight + minute * minuteMs;
  const before = offsetOf(zone, asUtc - dayMs);
  const after = offsetOf(zone, asUtc + dayMs);
  const candidates = [asUtc - before, asUtc - after].toSorted((one, other) => one - other);
  return candidates.find((at) => at + offsetOf(zone, at) === asUtc) ?? asUtc - before;
}

/** The next 8:00 in a zone, when texts and calls are welcome again: always later than now. */
export function nextDayBegin(zone: string, now: EpochMs): EpochMs {
  // By half days: a day on which the clocks are put forward is shorter than a whole one.
  for (let ahead = 0; ahead <= 2 * dayMs; ahead += dayMs / 2) {
    const at = instantIn(zone, dayIn(zone, now + ahead), day.from);
    if (at !== undefined && at > now) return at;
  }
  return now + dayMs;
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

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offsetOf(zone: string, at: EpochMs): number {
  const { year, month, day: date, hour, minute, second } = fieldsIn(zone, at);
  const shown = Date.UTC(year, month - 1, date, hour, minute, second);
  return shown - Math.floor(at / 1000) * 1000;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

type Fields = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>>;

function fieldsIn(timeZone: string, at: EpochMs): Fields {
  let calendar = calendars.get(timeZone);
  if (calendar === undefined) {
    const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
    const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    const options = { ...date, ...clock, hourCycle: 'h23', calendar: 'iso8601' } as const;
    calendar = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
    calendars.set(timeZone, calendar);
  }
  const read = Object.fromEntries(
    calendar.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = read;
  return { year, month, day: date, hour, minute, second };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
