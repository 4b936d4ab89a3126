import { perLocale } from './language.ts';

const clock = perLocale(
  (tag) =>
    new Intl.DateTimeFormat(tag, {
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
    }),
);

/** A full hour of the day as times are written here: `9:00 PM`, `21:00`. */
export function fullHour(hour: number): string {
  return clock().format(Date.UTC(2026, 0, 1, hour));
}
