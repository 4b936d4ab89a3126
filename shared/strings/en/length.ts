import { plural } from './plural.ts';

/** A length of time in its largest whole unit: “58 minutes”, “3 hours”, “2 days”. */
export function lengthOfMinutes(minutes: number): string {
  const hours = Math.round(minutes / 60);
  if (minutes < 90) return plural(minutes, 'minute', 'minutes');
  if (hours < 48) return plural(hours, 'hour', 'hours');
  return plural(Math.round(hours / 24), 'day', 'days');
}
