import type { EpochMs } from '../model/ids.ts';
import { perLocale } from './language.ts';

const time = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit' }),
);

/** Time of day: `9:41`. */
export function timeOfDay(at: EpochMs): string {
  return time().format(at);
}
