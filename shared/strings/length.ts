import { perLocale } from './language.ts';

const units = perLocale((tag) => {
  const of = (unit: 'minute' | 'hour' | 'day'): Intl.NumberFormat =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });
  return { minute: of('minute'), hour: of('hour'), day: of('day') };
});

/** A length of time in its largest whole unit: “58 minutes”, “3 hours”, “2 days”. */
export function lengthOfMinutes(minutes: number): string {
  const { minute, hour, day } = units();
  const hours = Math.round(minutes / 60);
  if (minutes < 90) return minute.format(minutes);
  return hours < 48 ? hour.format(hours) : day.format(Math.round(hours / 24));
}
