import type { Random } from '../random.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Central Standard Time; demo data need not follow daylight saving. */
const OFFSET_MS = 6 * HOUR_MS;
const SUNDAY = 0;

function localHour(time: number): number {
  return ((time - OFFSET_MS) % DAY_MS) / HOUR_MS;
}

function localMidnight(time: number): number {
  return time - ((time - OFFSET_MS) % DAY_MS);
}

/**
 * A moment in working hours on the day `daysAgo` before `now`, never after it: Sundays and hours
 * that have not come yet move to the day before.
 */
export function workTime(now: number, daysAgo: number, random: Random): number {
  const ofDay = (8.5 + random.next() * 9.5) * HOUR_MS;
  let time = localMidnight(now - daysAgo * DAY_MS) + ofDay;
  while (time > now - 5 * MINUTE_MS || isSunday(time)) time -= DAY_MS;
  return Math.round(time);
}

function isSunday(time: number): boolean {
  return new Date(time - OFFSET_MS).getUTCDay() === SUNDAY;
}

/** A moment at least `gapMs` earlier; nights move to the evening before. */
export function earlier(time: number, gapMs: number, random: Random): number {
  const before = time - gapMs;
  if (localHour(before) >= 7.5 && localHour(before) < 21) return Math.round(before);
  const evening = localMidnight(before) + (localHour(before) < 7.5 ? -3.5 : 20.5) * HOUR_MS;
  return Math.round(evening - random.next() * HOUR_MS);
}

export const minutes = (count: number): number => count * MINUTE_MS;
export const days = (count: number): number => count * DAY_MS;
