import type { EpochMs } from '../../shared/model/ids.ts';
import { strings } from '../../shared/strings/strings.ts';
import { locale, perLocale } from '../../shared/strings/language.ts';
import { timeOfDay } from '../../shared/strings/time-of-day.ts';

export { timeOfDay };

const weekday = perLocale((tag) => new Intl.DateTimeFormat(tag, { weekday: 'short' }));
const dayOfYear = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' }),
);
const dayAndYear = perLocale(
  (tag) =>
    new Intl.DateTimeFormat(tag, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }),
);
const longDay = perLocale(
  (tag) =>
    new Intl.DateTimeFormat(tag, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    }),
);
const date = perLocale((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long' }));
const month = perLocale((tag) => new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric' }));
const full = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'medium' }),
);

const daysShownAsWeekdays = 6;

/** Everything about an instant, for a tooltip. */
export function fullTime(at: EpochMs): string {
  return full().format(at);
}

/** A day in full: `12 March 2024`. */
export function longDate(at: EpochMs): string {
  return date().format(at);
}

/** The day as a heading: `Today`, `Yesterday`, `Monday 3 November`, with a year when it is another. */
export function dayHeading(at: EpochMs, now: EpochMs): string {
  const age = daysBetween(at, now);
  if (age === 0) return strings.app.today;
  if (age === 1) return strings.app.yesterday;
  return sameYear(at, now) ? longDay().format(at) : dayAndYear().format(at);
}

/** The month as a heading: `November 2026`. */
export function monthHeading(at: EpochMs): string {
  return month().format(at);
}

/** Whether a day is near enough to be called by its name. */
export function isWithinWeek(at: EpochMs, now: EpochMs): boolean {
  return daysBetween(at, now) <= daysShownAsWeekdays;
}

/** When, in the width of a list: `9:41`, `Yesterday`, `Mon`, `12 Mar`, `12 Mar 2025`. */
export function shortWhen(at: EpochMs, now: EpochMs): string {
  const age = daysBetween(at, now);
  if (age === 0) return timeOfDay(at);
  if (age === 1) return strings.app.yesterday;
  if (age > 1 && age <= daysShownAsWeekdays) return weekday().format(at);
  return sameYear(at, now) ? dayOfYear().format(at) : dayAndYear().format(at);
}

/** Day and time in words, for details and for readers. */
export function dayAndTime(at: EpochMs, now: EpochMs): string {
  return strings.app.at(dayHeading(at, now), timeOfDay(at));
}

/** A length of time as digits: `0:42`, `12:05`, `1:02:03`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 60) % 60, whole % 60];
  const hours = Math.floor(whole / 3600);
  const [first = 0, ...rest] = hours > 0 ? [hours, ...parts] : parts;
  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
}

/** The start of the local day that an instant falls on: the key rows are grouped by. */
export function dayOf(at: EpochMs): EpochMs {
  return new Date(at).setHours(0, 0, 0, 0);
}

function daysBetween(at: EpochMs, now: EpochMs): number {
  // Rounded, because a day of a clock change has 23 or 25 hours.
  return Math.round((dayOf(now) - dayOf(at)) / 86_400_000);
}

function sameYear(at: EpochMs, now: EpochMs): boolean {
  return new Date(at).getFullYear() === new Date(now).getFullYear();
}

/** An amount with as many decimals as prices of a message have. */
export function moneyOf(amount: number, currency: string): string {
  const format = { style: 'currency', currency, maximumFractionDigits: 4 } as const;
  return new Intl.NumberFormat(locale(), format).format(amount);
}
