import type { EpochMs } from './model/ids.ts';
import type { QuietView } from './model/notifications.ts';
import { fullHour } from './strings/hours.ts';
import { strings } from './strings/strings.ts';
import { timeOfDay } from './strings/time-of-day.ts';

const words = strings.notifications.quiet;
const minuteMs = 60_000;
/** When a day of work begins. */
const morningHour = 8;

/** How long it can be kept quiet, from now; `null`: until it is switched off. */
export function quietChoices(
  now: EpochMs,
): readonly { readonly label: string; readonly until: EpochMs | null }[] {
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  return [
    { label: words.halfHour, until: now + 30 * minuteMs },
    { label: words.hour, until: now + 60 * minuteMs },
    {
      label: words.tomorrow(fullHour(morningHour)),
      until: tomorrow.setHours(morningHour, 0, 0, 0),
    },
    { label: words.always, until: null },
  ];
}

/** What is said of it; undefined while nothing keeps it quiet. */
export function quietWords(quiet: QuietView | undefined, now: EpochMs): string | undefined {
  const own = quiet?.own;
  if (own?.until !== undefined && own.until > now) return words.until(whenOf(own.until, now));
  if (own && own.until === undefined) return words.untilOff;
  return quiet?.server ? words.server : undefined;
}

function whenOf(until: EpochMs, now: EpochMs): string {
  const isToday = new Date(until).toDateString() === new Date(now).toDateString();
  return isToday ? timeOfDay(until) : words.tomorrowAt(timeOfDay(until));
}
